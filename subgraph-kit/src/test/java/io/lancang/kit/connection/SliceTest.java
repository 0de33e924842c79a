package io.lancang.kit.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.kit.error.ServiceException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SliceTest {
    @Test
    void knowsOfANextPageByTheOneRowMore() {
        Slice<String> page = Slice.of(List.of("a", "b", "c"), 2);

        assertEquals(List.of("a", "b"), page.items());
        assertTrue(page.hasNextPage());
    }

    @Test
    void endsWhereTheRowsEnd() {
        assertFalse(Slice.of(List.of("a", "b"), 2).hasNextPage());
    }

    @Test
    void hasNoCursorsOnAnEmptyPage() {
        PageInfo info = Slice.<String>of(List.of(), 2).pageInfo(true, item -> item);

        assertEquals(new PageInfo(false, true, null, null), info);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 501})
    void refusesAPageSizeOutOfRange(int first) {
        assertThrows(ServiceException.class, () -> Slice.checkFirst(first));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 500})
    void takesAPageSizeUpToItsBounds(int first) {
        assertEquals(first, Slice.checkFirst(first));
        assertEquals(first, Slice.checkSize("top", first));
    }
}
