package io.lancang.kit.singlefact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What files of lakes undo of single facts: 1, 3 and 6 are files, 2, 4 and 5 single facts. */
class SingleFactsTest extends LakesTest {
    SingleFactsTest() {
        super(
                "create table lake (code text, depth text, note text, release_id bigint, superseded_by bigint)",
                List.of(1, 3, 6));
    }

    private SingleFacts lakes() {
        return new SingleFacts(connection(), "lakes", "lake", List.of("code"), List.of("depth", "note"));
    }

    /** States of lakes: code, depth, note, since and until, with {@code -} for nothing. */
    private void states(String lines) throws SQLException {
        for (String line : lines.lines().toList()) {
            String values = Stream.of(line.split(" ", -1))
                    .map(word -> word.equals("-") ? "null" : "'" + word + "'")
                    .collect(Collectors.joining(", "));
            execute("insert into lake values (" + values + ")");
        }
    }

    private List<String> undone() throws SQLException {
        return shown(lakes().undoneBy(6));
    }

    @Test
    void isWhatEachGaveInTheirOrder() throws SQLException {
        states("""
                a 1 old 1 4
                a 2 old 4 5
                a 2 new 5 6
                a 1 old 6 -
                """);

        assertEquals(List.of("4 what 4: depth 2 to 1", "5 what 5: note new to old"), undone());
    }

    /** 4 gave 2, which was not in force any more, and gave another lake 3, which it still has. */
    @Test
    void isWhatWasInForceOfTheSameLake() throws SQLException {
        states("""
                a 1 old 1 4
                a 2 old 4 5
                a 3 old 5 6
                a 1 old 6 -
                b 1 old 1 4
                b 3 old 4 -
                """);

        assertEquals(List.of("5 what 5: depth 3 to 1"), undone());
    }

    /** The same change of two lakes is named once. */
    @Test
    void isNamedOnce() throws SQLException {
        states("""
                a 1 old 1 4
                a 2 old 4 6
                a 1 old 6 -
                b 1 old 1 4
                b 2 old 4 6
                b 1 old 6 -
                """);

        assertEquals(List.of("4 what 4: depth 2 to 1"), undone());
    }

    @Test
    void isWhatWasTakenAwayAndGivenWhereNothingWas() throws SQLException {
        states("""
                a 1 old 1 4
                a 1 - 4 6
                a 1 old 6 -
                b 1 - 1 5
                b 1 new 5 6
                b 1 - 6 -
                """);

        assertEquals(List.of("4 what 4: note nothing to old", "5 what 5: note new to nothing"), undone());
    }

    @Test
    void isARowThatIsGone() throws SQLException {
        states("""
                a 1 old 4 6
                b 1 old 1 5
                b 2 old 5 6
                """);

        assertEquals(List.of("4 what 4: gone", "5 what 5: gone"), undone());
    }

    /** The file changes the note, and 4 gave the depth; another lake has had other notes, one of which 4 gave. */
    @Test
    void isNotWhatTheFileSaysAnew() throws SQLException {
        states("""
                a 1 old 1 4
                a 2 old 4 6
                a 2 filed 6 -
                b 1 - 1 4
                b 1 new 4 -
                """);

        assertEquals(List.of(), undone());
    }

    /** What a file has said since is the file's own; that it said something of another lake is not. */
    @Test
    void isNotWhatAFileHasSaidSince() throws SQLException {
        states("""
                a 1 old 1 2
                a 2 old 2 3
                a 2 filed 3 6
                a 1 filed 6 -
                b 1 old 1 2
                b 2 old 2 6
                b 1 old 6 -
                """);

        assertEquals(List.of("2 what 2: depth 2 to 1"), undone());
        execute("delete from lake where code = 'b'");
        assertEquals(List.of(), undone());
    }

    @Test
    void areLookedForAmongTheRowsThatAFileIsAbout() throws SQLException {
        states("""
                a 1 old 1 4
                a 2 old 4 -
                b 1 old 5 -
                """);

        assertTrue(lakes().changedBy(List.of(4L), "t.code = 'a'"));
        assertTrue(lakes().changedBy(List.of(9L, 5L), "t.code = 'b'"));
        assertFalse(lakes().changedBy(List.of(5L), "t.code = 'a'"));
        assertFalse(lakes().changedBy(List.of(9L), "t.code = 'a'"));
        assertFalse(lakes().changedBy(List.of(), "true"));
        execute("delete from lake where release_id = 4");
        assertTrue(lakes().changedBy(List.of(4L), "t.code = 'a'"), "it closed a row");
    }
}
