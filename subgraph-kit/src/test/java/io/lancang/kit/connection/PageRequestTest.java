package io.lancang.kit.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of Relay's connections, over the list a, b, c, d, e. */
class PageRequestTest {
    private static final CursorScope LETTERS = new CursorScope("letters");
    private static final String B = LETTERS.encode(List.of("b"));
    private static final String D = LETTERS.encode(List.of("d"));

    @Test
    void readsForwardsFromTheBeginning() {
        PageArguments page = new PageRequest(2, null, null, null).of(LETTERS, 50);

        assertEquals(Direction.FORWARDS, page.direction());
        assertEquals(3, page.limit());
        assertEquals(new Slice<>(List.of("a", "b"), false, true), page.slice(List.of("a", "b", "c")));
    }

    @Test
    void readsForwardsFromBehindACursor() {
        PageArguments page = new PageRequest(2, D, null, null).of(LETTERS, 50);

        assertEquals(List.of("d"), page.keyset());
        assertEquals(new Slice<>(List.of("e"), true, false), page.slice(List.of("e")));
    }

    @Test
    void readsBackwardsFromTheEndAndGivesThePageInTheOrderOfTheList() {
        PageArguments page = new PageRequest(null, null, 2, null).of(LETTERS, 50);

        assertEquals(Direction.BACKWARDS, page.direction());
        assertEquals(new Slice<>(List.of("d", "e"), true, false), page.slice(List.of("e", "d", "c")));
    }

    @Test
    void readsBackwardsFromInFrontOfACursor() {
        PageArguments page = new PageRequest(null, null, 2, B).of(LETTERS, 50);

        assertEquals(List.of("b"), page.keyset());
        assertEquals(new Slice<>(List.of("a"), false, true), page.slice(List.of("a")));
    }

    @Test
    void hasNoPageBehindOneThatIsJustFull() {
        assertEquals(
                new Slice<>(List.of("a", "b"), false, false),
                new PageRequest(2, null, null, null).of(LETTERS, 50).slice(List.of("a", "b")));
        assertEquals(
                new Slice<>(List.of("a", "b"), false, false),
                new PageRequest(null, null, 2, null).of(LETTERS, 50).slice(List.of("b", "a")));
    }

    @Test
    void hasAsManyItemsAsIsUsualWhereNobodySays() {
        assertEquals(50, new PageRequest(null, null, null, null).of(LETTERS, 50).size());
        assertEquals(50, new PageRequest(null, null, null, B).of(LETTERS, 50).size());
    }

    @Test
    void namesTheCursorsOfItsEnds() {
        PageArguments page = new PageRequest(null, null, 2, null).of(LETTERS, 50);

        assertEquals(
                new PageInfo(false, true, D, LETTERS.encode(List.of("e"))),
                page.pageInfo(page.slice(List.of("e", "d", "c")), List::of));
    }

    @ParameterizedTest
    @CsvSource({"2,,2,", "2,,,b", ",b,2,", ",b,,d"})
    void isRefusedInBothDirectionsAtOnce(
            @Nullable Integer first, @Nullable String after, @Nullable Integer last, @Nullable String before) {
        ServiceException refused =
                assertThrows(ServiceException.class, () -> new PageRequest(first, after, last, before).of(LETTERS, 50));

        assertEquals(ErrorCode.BAD_USER_INPUT, refused.code());
    }

    @ParameterizedTest
    @CsvSource({"0,,`first` is 0", "501,,`first` is 501", ",0,`last` is 0", ",501,`last` is 501"})
    void isRefusedWithASizeOutOfBounds(@Nullable Integer first, @Nullable Integer last, String message) {
        ServiceException refused =
                assertThrows(ServiceException.class, () -> new PageRequest(first, null, last, null).of(LETTERS, 50));

        assertTrue(String.valueOf(refused.getMessage()).startsWith(message), refused.getMessage());
    }

    @Test
    void refusesAPartOfAKeysetThatWasMadeUp() {
        PageArguments page = new PageRequest(2, B, null, null).of(LETTERS, 50);

        ServiceException refused = assertThrows(ServiceException.class, () -> page.read("b", Long::valueOf));

        assertEquals("'" + B + "' is no cursor.", refused.getMessage());
    }
}
