package io.lancang.kit.singlefact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What files of lakes undo of names that single facts gave: 1, 4 and 5 are files, 2 and 3 single facts. */
class SingleTermsTest extends LakesTest {
    SingleTermsTest() {
        super(
                "create table lake (id text, name text, basin text);"
                        + " create table lake_past (id text, name text, basin text, superseded_by bigint)",
                List.of(1, 4, 5));
    }

    private SingleTerms lakes() {
        return new SingleTerms(connection(), "lakes", "lake", List.of("id"), List.of("name", "basin"));
    }

    private List<String> undone() throws SQLException {
        return shown(lakes().undoneBy(4));
    }

    /** 2 gave the name B and 3 the basin y, which the file puts back; 5 gave the name C and put it back later. */
    @Test
    void isWhatEachGaveInTheirOrder() throws SQLException {
        execute("""
                insert into lake values ('l', 'A', 'x');
                insert into lake_past values ('l', 'A', 'x', 2), ('l', 'B', 'x', 3), ('l', 'B', 'y', 4), ('l', 'C', 'x', 5);
                """);

        assertEquals(List.of("2 what 2: name B to A", "3 what 3: basin y to x"), undone());
    }

    /** By what they are called and then by lake. */
    @Test
    void isAllThatOneGave() throws SQLException {
        execute("""
                insert into lake values ('m', 'A', 'x'), ('l', 'D', null);
                insert into lake_past values
                  ('m', 'A', 'x', 2), ('l', 'D', null, 2), ('m', 'B', null, 4), ('l', 'E', 'y', 4);
                """);

        assertEquals(List.of("2 what 2: basin y to nothing, basin nothing to x, name E to D, name B to A"), undone());
    }

    @Test
    void areLookedForByTheirReleases() throws SQLException {
        execute("insert into lake_past values ('l', 'A', 'x', 2)");

        assertTrue(lakes().changedBy(List.of(3L, 2L)));
        assertFalse(lakes().changedBy(List.of(3L)));
        assertFalse(lakes().changedBy(List.of()));
    }
}
