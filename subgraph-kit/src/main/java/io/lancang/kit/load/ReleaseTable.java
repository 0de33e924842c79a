package io.lancang.kit.load;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/** The releases of one dataset, within a transaction. */
final class ReleaseTable {
    private static final String KEY = LoadWatch.lockOf("?");
    private static final String WAIT = "select pg_advisory_xact_lock(" + KEY + ")";
    private static final String TRY = "select pg_try_advisory_xact_lock(" + KEY + ")";
    /** Releases of all datasets are published one after the other, so that their numbers grow as readers see them. */
    private static final String PUBLICATION =
            "select pg_advisory_xact_lock(hashtextextended('lancang publication', 0))";

    private static final String CURRENT =
            "select id, sha256 from release where dataset = ? and withdrawn_at is null and withdraws is null"
                    + " order by id desc limit 1";
    private static final String EVER =
            "select id, sha256 from release where dataset = ? and sha256 = ? and withdraws is null order by id desc limit 1";
    private static final String EVER_OF_THESE =
            "select distinct dataset, sha256 from release where withdraws is null and (dataset, sha256) in"
                    + " (select f.dataset, f.sha256 from unnest(?::text[], ?::text[]) as f (dataset, sha256))";
    /** The withdrawal of a file, after which nothing was loaded. */
    private static final String LAST_WITHDRAWAL = """
            select exists (
              select from release w join release f on f.id = w.withdraws
              where w.dataset = ? and w.id = ? and w.withdrawn_at is null and f.withdraws is null
                and not exists (select from release later where later.dataset = w.dataset and later.id > w.id))
            """;

    private static final String OTHERS_SINCE = "select id from release where dataset <> ? and id > ? order by id";
    private static final String RESERVE = "select nextval(pg_get_serial_sequence('release', 'id'))";
    private static final String OVERTAKEN = "select exists (select from release where id > ?)";
    private static final String OPEN =
            "insert into release (id, dataset, file_name, sha256) overriding system value" + " values (?, ?, ?, ?)";
    private static final String WITHDRAW = """
            with withdrawn as (
              update release set withdrawn_at = clock_timestamp() where id = ? returning id, dataset, file_name, withdraws
            ), there_again as (
              update release r set withdrawn_at = null from withdrawn w where r.id = w.withdraws
            )
            insert into release (id, dataset, file_name, sha256, withdraws) overriding system value
            select ?, dataset, 'withdrawal of ' || file_name, '', id from withdrawn
            """;
    private static final String CLOSE = "update release set row_count = ?, facts_added = ?, facts_closed = ?,"
            + " loaded_at = clock_timestamp() where id = ?";

    private final Connection connection;
    private final String dataset;

    ReleaseTable(Connection connection, String dataset) {
        this.connection = connection;
        this.dataset = dataset;
    }

    /** Holds other loads of the dataset off until the transaction ends. */
    void lock(LoadRequest.Contention contention) throws SQLException {
        String sql = switch (contention) {
            case WAIT -> WAIT;
            case REFUSE -> TRY;
        };
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, dataset);
            try (ResultSet locked = statement.executeQuery()) {
                locked.next();
                if (contention == LoadRequest.Contention.REFUSE && !locked.getBoolean(1)) {
                    throw LoadRefusedException.running(dataset);
                }
            }
        }
    }

    /** The release that makes it needless to load content of this checksum: not if its facts were changed one by one since. */
    OptionalLong same(String sha256, LoadRequest request) throws SQLException {
        if (request.outcome() == LoadRequest.Outcome.PUBLISH_ONCE) {
            return ever(sha256);
        }
        try (PreparedStatement statement = connection.prepareStatement(CURRENT)) {
            statement.setString(1, dataset);
            try (ResultSet found = statement.executeQuery()) {
                return found.next()
                                && sha256.equals(found.getString("sha256"))
                                && !request.dataset().isChangedBy(connection, othersSince(found.getLong("id")))
                        ? OptionalLong.of(found.getLong("id"))
                        : OptionalLong.empty();
            }
        }
    }

    /** The release that had content of this checksum at any time. */
    OptionalLong ever(String sha256) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(EVER)) {
            statement.setString(1, dataset);
            statement.setString(2, sha256);
            try (ResultSet found = statement.executeQuery()) {
                return found.next() ? OptionalLong.of(found.getLong("id")) : OptionalLong.empty();
            }
        }
    }

    /** Those of these files, of any datasets, that a release had at any time. */
    static Set<ReleaseKey> ever(Connection connection, Collection<ReleaseKey> files) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(EVER_OF_THESE)) {
            statement.setArray(1, texts(connection, files, ReleaseKey::dataset));
            statement.setArray(2, texts(connection, files, ReleaseKey::sha256));
            Set<ReleaseKey> had = new HashSet<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    had.add(new ReleaseKey(found.getString("dataset"), found.getString("sha256")));
                }
            }
            return had;
        }
    }

    private static Array texts(Connection connection, Collection<ReleaseKey> files, Function<ReleaseKey, String> part)
            throws SQLException {
        return connection.createArrayOf("text", files.stream().map(part).toArray());
    }

    /** The latest release, if there is one. */
    OptionalLong current() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CURRENT)) {
            statement.setString(1, dataset);
            try (ResultSet found = statement.executeQuery()) {
                return found.next() ? OptionalLong.of(found.getLong("id")) : OptionalLong.empty();
            }
        }
    }

    /** The releases of other datasets that came after {@code release}. */
    List<Long> othersSince(long release) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OTHERS_SINCE)) {
            statement.setString(1, dataset);
            statement.setLong(2, release);
            List<Long> others = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    others.add(found.getLong("id"));
                }
            }
            return others;
        }
    }

    /** A number that no release had or gets, higher than any that was reserved before. */
    long reserve() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet number = statement.executeQuery(RESERVE)) {
            number.next();
            return number.getLong(1);
        }
    }

    /** Whether a release is seen by now whose number is higher. */
    boolean isOvertaken(long number) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OVERTAKEN)) {
            statement.setLong(1, number);
            try (ResultSet overtaken = statement.executeQuery()) {
                overtaken.next();
                return overtaken.getBoolean(1);
            }
        }
    }

    /** Waits until no other release is being published, and keeps it so until the transaction ends. */
    void holdOthersOff() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(PUBLICATION);
        }
    }

    /** Writes the row of a release of this number. */
    void open(long number, String fileName, String sha256) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OPEN)) {
            statement.setLong(1, number);
            statement.setString(2, dataset);
            statement.setString(3, fileName);
            statement.setString(4, sha256);
            statement.executeUpdate();
        }
    }

    /** @throws LoadRefusedException if {@code release} is neither the latest nor the withdrawal of one, with nothing since */
    void requireCurrent(long release) throws SQLException {
        OptionalLong current = current();
        if ((current.isEmpty() || current.getAsLong() != release) && !isLastWithdrawal(release)) {
            throw LoadRefusedException.notCurrent(dataset, release);
        }
    }

    private boolean isLastWithdrawal(long release) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LAST_WITHDRAWAL)) {
            statement.setString(1, dataset);
            statement.setLong(2, release);
            try (ResultSet last = statement.executeQuery()) {
                last.next();
                return last.getBoolean(1);
            }
        }
    }

    /** Writes the row of a release of this number that stands for the withdrawal of {@code withdrawn}: a file, or a withdrawal of one. */
    void withdraw(long number, long withdrawn) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(WITHDRAW)) {
            statement.setLong(1, withdrawn);
            statement.setLong(2, number);
            statement.executeUpdate();
        }
    }

    void close(long release, long rows, Publication.Change change) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CLOSE)) {
            statement.setLong(1, rows);
            statement.setLong(2, change.added());
            statement.setLong(3, change.closed());
            statement.setLong(4, release);
            statement.executeUpdate();
        }
    }
}
