package io.lancang.trade.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.kit.fixture.Eventually;
import io.lancang.kit.fixture.Readiness;
import io.lancang.kit.fixture.ServiceDatabase;
import io.lancang.trade.Graph;
import io.lancang.trade.distribution.DistributedDatabase.Distributed;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Statements about what is distributed. Each says by its key which nodes it needs, or is a known one that needs all. What is sent, and what functions of
 * the database send themselves, is read from PostgreSQL's own account of it, with its plan.
 */
@QuarkusTest
@TestProfile(OnDistributedFigures.class)
class DistributedStatementsTest {
    private static final String LAST = "select 'the last of these statements'";

    /** Of one application, which all tests of this class share. */
    private static List<ExplainedStatement> statements = List.of();

    private static Map<String, String> keys = Map.of();

    @TestHTTPResource(value = "/health/ready", management = true)
    @Nullable
    URI ready;

    @Distributed
    @Nullable
    ServiceDatabase database;

    @BeforeEach
    void ask() throws SQLException, IOException {
        if (!statements.isEmpty()) {
            return;
        }
        ServiceDatabase asked = Objects.requireNonNull(database);
        Readiness.await(Objects.requireNonNull(ready));
        keys = query("select logicalrelid::text, partkey from pg_dist_partition").stream()
                .collect(Collectors.toUnmodifiableMap(List::getFirst, List::getLast));
        asked.explain();
        Asked.everything();
        query(LAST);
        Eventually.holds("all statements are written", () -> isWritten(asked));
        try (Stream<String> lines = Files.lines(asked.plans())) {
            statements = lines.flatMap(line -> ExplainedStatement.of(line).stream())
                    .filter(statement ->
                            statement.reads(keys) || statement.text().contains(" trade_"))
                    .distinct()
                    .toList();
        }
    }

    private static boolean isWritten(ServiceDatabase asked) {
        try (Stream<String> lines = Files.lines(asked.plans())) {
            return lines.anyMatch(line -> line.contains(LAST));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void nameTheirKeyOrAreKnownToNeedEveryNode() throws IOException {
        List<KnownScatter> known = KnownScatter.all();
        SortedSet<String> unknown = new TreeSet<>();
        for (ExplainedStatement statement : statements) {
            for (String table : statement.scattered(keys)) {
                if (known.stream().noneMatch(each -> each.isOf(statement, table))) {
                    unknown.add(table + " without " + keys.get(table) + ": " + statement.text());
                }
            }
        }
        assertEquals("", String.join("\n", unknown));
    }

    @Test
    void areStillTheOnesThatAreKnownToNeedEveryNode() throws IOException {
        List<KnownScatter> known = new ArrayList<>(KnownScatter.all());
        for (ExplainedStatement statement : statements) {
            for (String table : statement.scattered(keys)) {
                known.removeIf(each -> each.isOf(statement, table));
            }
        }
        assertEquals(List.of(), known);
    }

    /** So that a statement which is new is among those that are looked at. */
    @Test
    void areAllThatTheCodeHas() throws IOException {
        List<StatementSources.Place> places = new ArrayList<>(StatementSources.of(keys.keySet()));
        places.removeIf(place ->
                statements.stream().anyMatch(statement -> statement.text().contains(place.part())));
        assertEquals(List.of(), places, "asked by nothing in Asked");
    }

    /** By its documentation, on statements that several nodes answer; that of one node may have anything. */
    @Test
    void haveNothingThatCitusRefuses() {
        Pattern refused = Pattern.compile(
                "\\b(with recursive|for (no key )?update|for (key )?share|tablesample|grouping sets|rollup ?\\(|cube ?\\()",
                Pattern.CASE_INSENSITIVE);
        assertEquals(
                List.of(),
                statements.stream()
                        .filter(statement -> statement.reads(keys)
                                && refused.matcher(statement.text()).find())
                        .map(ExplainedStatement::text)
                        .toList());
    }

    /** Figures of packaged files, which other tests have by hand. */
    @Test
    void answerAsOtherwise() {
        JsonPath answer = Graph.data("""
                { mirror(partner: "VNM", from: 2015, to: 2015) { reported { amount } partnerReported { amount } }
                  partner(code: "WORLD") { trade { concentration(year: 2019, by: PARTNER) } } }""").setRootPath("data");

        assertEquals(23_796_604_764L, answer.getLong("mirror[0].reported.amount"));
        assertEquals(21_457_667_949L, answer.getLong("mirror[0].partnerReported.amount"));
        assertEquals(0.042112768886, answer.getDouble("partner.trade.concentration"), 1e-9);
    }

    @Test
    void useNoFunctionThatNodesLack() throws SQLException {
        List<List<String>> functions = query("""
                select proname from pg_proc p where pronamespace = 'public'::regnamespace and not proretset
                  and not exists (select from pg_dist_object o where o.objid = p.oid)""");
        SortedSet<String> lacking = new TreeSet<>();
        for (List<String> function : functions) {
            Pattern used = Pattern.compile("\\b" + function.getFirst() + "\\(");
            statements.stream()
                    .filter(statement -> statement.reads(keys)
                            && used.matcher(statement.text()).find())
                    .forEach(statement -> lacking.add(function.getFirst() + " in " + statement.text()));
        }
        assertEquals("", String.join("\n", lacking));
    }

    private List<List<String>> query(String sql) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (Connection connection =
                        Objects.requireNonNull(database).dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(List.of(
                        result.getString(1),
                        result.getString(result.getMetaData().getColumnCount())));
            }
        }
        return rows;
    }
}
