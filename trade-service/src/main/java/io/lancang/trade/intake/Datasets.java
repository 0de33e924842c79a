package io.lancang.trade.intake;

import io.lancang.kit.dataset.Dataset;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.error.Suggestions;
import io.lancang.trade.file.TradeReleases;
import io.lancang.trade.storage.TradeFlowTable;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The datasets that files may be loaded into: those that ship with the service, and those that somebody added. */
@Singleton
class Datasets {
    private static final String PRECEDENCE = "select precedence::int from dataset where code = ?";
    private static final String FIND = "select id, source_ids from dataset where code = ?";
    /** The dataset of single changes, which are made in the graph. */
    private static final String SINGLE_FACTS = "single_facts";

    private static final String ALL = "select code, title from dataset order by code";
    /** The lock keeps two additions from taking the same number. */
    private static final String ADD = """
            with locked as (select pg_advisory_xact_lock(hashtextextended('lancang dataset', 0)))
            insert into dataset (id, code, title, definition, missing, precedence, source_ids)
            select (select coalesce(max(id), 0) + 1 from dataset), ?, ?, ?, ?, null, ? from locked
            on conflict (code) do update set title = excluded.title, definition = excluded.definition,
              missing = excluded.missing, source_ids = excluded.source_ids
            """;

    private static final String ADD_SOURCE = """
            insert into source (id, title, locator, licence, date) values (?, ?, ?, ?, ?)
            on conflict (id) do nothing
            """;

    private final DataSource dataSource;
    private final TradeReleases packaged;

    Datasets(DataSource dataSource, TradeReleases packaged) {
        this.dataSource = dataSource;
        this.packaged = packaged;
    }

    /** The dataset of a packaged file, which is read as that file is. */
    Optional<Dataset> packaged(String code) {
        return packaged.dataset(code);
    }

    /**
     * A dataset of flows that somebody added.
     *
     * @throws ServiceException NOT_FOUND if there is none of this code
     */
    FlowDataset added(String code) throws SQLException {
        requireFiles(code);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setString(1, code);
            try (ResultSet found = statement.executeQuery()) {
                if (found.next()) {
                    String[] sources = (String[]) found.getArray("source_ids").getArray();
                    return new FlowDataset(code, found.getString("id"), sources.length == 0 ? null : sources[0]);
                }
            }
            throw unknown(code, connection);
        }
    }

    /** Its figures as a dataset of the kit, for what needs no file. */
    Dataset any(String code) throws SQLException {
        Optional<Dataset> shipped = packaged(code);
        return shipped.isPresent()
                ? shipped.get()
                : TradeFlowTable.dataset(code, added(code).number(), List.of(), (row, rows) -> {});
    }

    /**
     * Id of the first of its sources.
     *
     * @throws ServiceException NOT_FOUND if there is no dataset of this code, BAD_USER_INPUT if it has no source of its own
     */
    String sourceOf(String code) throws SQLException {
        String source = added(code).source();
        if (source == null) {
            throw ServiceException.badInput(
                    "Dataset " + code + " has no source of its own.", "Name one with `source`.");
        }
        return source;
    }

    /** Its place among datasets; null if it has none. */
    @Nullable
    Integer precedenceOf(String code) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(PRECEDENCE)) {
            statement.setString(1, code);
            try (ResultSet found = statement.executeQuery()) {
                return found.next() ? found.getObject(1, Integer.class) : null;
            }
        }
    }

    /** Adds a dataset of flows, or changes what is told about one that was added. */
    void put(NewDataset dataset) throws SQLException {
        if (packaged(dataset.code()).isPresent()) {
            throw ServiceException.badInput(
                    "Dataset " + dataset.code() + " ships with the service.", "Choose another code.");
        }
        requireFiles(dataset.code());
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement source = connection.prepareStatement(ADD_SOURCE);
                    PreparedStatement statement = connection.prepareStatement(ADD)) {
                source.setString(1, dataset.source().id());
                source.setString(2, dataset.source().title());
                source.setString(3, dataset.source().locator());
                source.setString(4, dataset.source().licence());
                source.setString(5, dataset.source().date());
                source.executeUpdate();
                Array sources = connection.createArrayOf(
                        "text", new String[] {dataset.source().id()});
                statement.setString(1, dataset.code());
                statement.setString(2, dataset.title());
                statement.setString(3, dataset.definition());
                statement.setString(4, dataset.missing());
                statement.setArray(5, sources);
                statement.executeUpdate();
                connection.commit();
            } catch (SQLException failure) {
                connection.rollback();
                throw failure;
            }
        }
    }

    private static void requireFiles(String code) {
        if (code.equals(SINGLE_FACTS)) {
            throw ServiceException.badInput(
                    "Dataset " + SINGLE_FACTS + " has no files: it lists single changes.",
                    "Single changes are made by mutations, such as `setPrecedence`, and undone by `undoEdit`.");
        }
    }

    private static ServiceException unknown(String code, Connection connection) throws SQLException {
        List<Suggestions.Candidate> candidates = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet all = statement.executeQuery(ALL)) {
            while (all.next()) {
                candidates.add(new Suggestions.Candidate(all.getString("code"), all.getString("title")));
            }
        }
        String near = Suggestions.hint(code, candidates);
        return ServiceException.notFound(
                "There is no dataset '" + code + "'.",
                (near == null ? "" : near + " ") + "A new one is added by PUT /datasets/" + code + ".");
    }
}
