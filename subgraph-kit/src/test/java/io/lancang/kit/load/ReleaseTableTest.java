package io.lancang.kit.load;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.kit.fixture.ServiceDatabase;
import io.lancang.kit.fixture.Tables;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Which releases there are of two datasets:
 *
 * <pre>
 * 1 rice a
 * 2 rice b, withdrawn by 3
 * 4 rice a once more
 * 5 fish a
 * 6 rice c, withdrawn by 7
 * 8 fish d
 * </pre>
 */
class ReleaseTableTest {
    private static final ServiceDatabase DATABASE = ServiceDatabase.start(new Tables());

    private Connection connection;
    private ReleaseTable rice;
    private ReleaseTable fish;

    @AfterAll
    static void stopDatabase() {
        DATABASE.close();
    }

    @BeforeEach
    void publish() throws SQLException {
        connection = DATABASE.dataSource().getConnection();
        rice = new ReleaseTable(connection, "rice");
        fish = new ReleaseTable(connection, "fish");
        execute("truncate release, source_past restart identity");
        rice.open(1, "first.csv", "a");
        rice.open(2, "second.csv", "b");
        rice.withdraw(3, 2);
        rice.open(4, "third.csv", "a");
        fish.open(5, "fish.csv", "a");
        rice.open(6, "fourth.csv", "c");
        rice.withdraw(7, 6);
        fish.open(8, "fish.csv", "d");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void theCurrentOneIsTheLatestFileThatWasNotWithdrawn() throws SQLException {
        assertEquals(OptionalLong.of(4), rice.current());
        assertEquals(OptionalLong.of(8), fish.current());
        assertEquals(OptionalLong.empty(), new ReleaseTable(connection, "silk").current());
    }

    /** What was withdrawn was there; a withdrawal is no file. */
    @Test
    void contentIsKnownByTheLatestReleaseOfTheDatasetThatHadIt() throws SQLException {
        assertEquals(OptionalLong.of(4), rice.ever("a"));
        assertEquals(OptionalLong.of(2), rice.ever("b"));
        assertEquals(OptionalLong.empty(), rice.ever("d"));
        assertEquals(OptionalLong.empty(), rice.ever(""));
    }

    @Test
    void contentOfManyIsKnownByItsDataset() throws SQLException {
        List<ReleaseKey> asked = List.of(
                new ReleaseKey("rice", "a"),
                new ReleaseKey("rice", "b"),
                new ReleaseKey("fish", "b"),
                new ReleaseKey("rice", ""));

        assertEquals(
                Set.of(new ReleaseKey("rice", "a"), new ReleaseKey("rice", "b")), ReleaseTable.ever(connection, asked));
    }

    @Test
    void thoseOfOthersSinceAreInTheirOrder() throws SQLException {
        assertEquals(List.of(5L, 8L), rice.othersSince(4));
        assertEquals(List.of(8L), rice.othersSince(5));
        assertEquals(List.of(), rice.othersSince(8));
    }

    @Test
    void oneIsOvertakenByAHigherNumberOfWhateverDataset() throws SQLException {
        assertTrue(rice.isOvertaken(7));
        assertFalse(rice.isOvertaken(8));
    }

    /** Fish has later ones. */
    @Test
    void theLastWithdrawalOfAFileCanBeWithdrawnAsTheCurrentOneCan() {
        assertDoesNotThrow(() -> rice.requireCurrent(7));
        assertDoesNotThrow(() -> rice.requireCurrent(4));
        for (long other : List.of(1L, 3L, 5L, 6L, 99L)) {
            assertThrows(LoadRefusedException.class, () -> rice.requireCurrent(other));
        }
        assertThrows(LoadRefusedException.class, () -> fish.requireCurrent(7));
    }

    @Test
    void aWithdrawalIsTheLastNoMoreOnceAFileWasLoaded() throws SQLException {
        rice.open(9, "fifth.csv", "e");

        assertThrows(LoadRefusedException.class, () -> rice.requireCurrent(7));
    }

    /** 6 is there again, and 2 is not. The withdrawal of a withdrawal cannot be withdrawn. */
    @Test
    void aWithdrawalThatIsWithdrawnBringsItsOwnReleaseBack() throws SQLException {
        rice.withdraw(9, 7);

        assertEquals(OptionalLong.of(6), rice.current());
        assertEquals(List.of("2", "7"), query("select id from release where withdrawn_at is not null order by id"));
        assertThrows(LoadRefusedException.class, () -> rice.requireCurrent(9));
    }

    @Test
    void whatALoadCameToIsWrittenOfItsReleaseAlone() throws SQLException {
        rice.close(4, 30, new Publication.Change(20, 10));

        assertEquals(
                List.of("4 30 20 10"),
                query(
                        "select concat_ws(' ', id, row_count, facts_added, facts_closed) from release where row_count > 0"));
    }

    private List<String> query(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
