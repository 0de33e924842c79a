package io.lancang.kit.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lancang.kit.error.ServiceException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SliceTest {
    @Test
    void hasNoCursorsOnAnEmptyPage() {
        PageInfo info = new Slice<String>(List.of(), true, false).pageInfo(item -> item);

        assertEquals(new PageInfo(false, true, null, null), info);
    }

    @Test
    void standsWhereItStoodWithOtherItems() {
        assertEquals(new Slice<>(List.of(1), true, true), new Slice<>(List.of("a", "b"), true, true).with(List.of(1)));
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
