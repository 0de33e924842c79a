package io.lancang.corridor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.kit.fixture.StatementCount;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Statements are counted by the database client's own metric, so that no test double can hide one. What two levels of a question
 * ask of one kind is read in one statement when both happen to wait at the same moment: of such a question the most is known.
 */
@QuarkusTest
class StatementCountTest extends RunningService {
    private static final int MANY = 500;

    private final StatementCount statements = new StatementCount();

    /** What is made once for each state of the data is made before anything is counted. */
    @BeforeEach
    void makeWhatIsKept() {
        Graph.data("{ corridor(id: \"clr\") { id } }");
    }

    @Test
    void readsAllPartnersInAsManyStatementsAsOne() {
        String query = """
                query ($of: [_Any!]!) { _entities(representations: $of) { ... on Partner {
                  corridors(kinds: [TRANSPORT]) { id } energy: corridors(kinds: [ENERGY]) { id }
                  borderCrossings { id } zones { id } throughput { value } } } }
                """;

        assertEquals(4, statements(query, List.of(partner("LAO"))));
        assertEquals(4, statements(query, allPartners()));
    }

    @Test
    void asksThePastOfAllPartnersInAsManyStatementsAsOfOne() {
        String query = """
                query ($of: [_Any!]!) { _entities(representations: $of) { ... on Partner {
                  corridors(asOf: "$then") { id } borderCrossings(asOf: "$then") { id } zones(asOf: "$then") { id }
                  throughput(asOf: "$then") { value }
                  connectivity(asOf: "$then") { corridors { count } inside { km } resilience { connected } } } } }
                """.replace("$then", Releases.lastMoment());
        statements(query, List.of(partner("LAO")));

        // Each list with the release of its moment; the moment of connectivity, counts, totals, the state of the data;
        // no
        // segment and no location that would cut off is read if there is none, but both are asked for.
        long one = statements(query, List.of(partner("LAO")));
        assertEquals(4 * 2 + 1 + 2 + 3, one);
        assertEquals(one, statements(query, allPartners()));
    }

    @Test
    void readsDoubtsHistoryAndSeriesOfAllCorridorsInAsFewStatementsAsOfOne() {
        String query = """
                query ($of: [_Any!]!) { _entities(representations: $of) { ... on Corridor {
                  findings { kind } statusHistory { date } throughputSeries { latest { value sources { id } findings { kind } } }
                  segments { findings { kind } statusHistory { date } from { findings { kind } } } } } }
                """;

        // Findings, histories and sources are asked for on several levels: see below.
        assertAtMost(12, statements(query, List.of(corridor("clr"))));
        assertAtMost(12, statements(query, allCorridors()));
    }

    @Test
    void readsNestedListsInOneStatementEach() {
        String query = """
                query ($of: [_Any!]!) { _entities(representations: $of) { ... on Corridor {
                  name geometry sources { id } borderCrossings { id partner { code } zones { id } corridors { id } }
                  segments { id from { id } to { id } sources { id } } throughput { value sources { id } } } } }
                """;

        // The corridors; then segments, locations of crossings, lines, citations, throughput: five; then, a level down,
        // the ends of
        // segments, their citations, those of throughput, zones and corridors of crossings: five more.
        assertAtMost(11, statements(query, List.of(corridor("clr"))));
        assertAtMost(11, statements(query, allCorridors()));
    }

    @Test
    void readsAllLocationsWithAllBelowThemInAsFewStatementsAsAPartOfThem() {
        String query = """
                { locations(first: %d) { totalCount nodes { id name sources { id } findings { kind } geometry
                  partner { code zones { id } } corridors { id segments { id sources { id } } throughput { value } }
                  zones { id industrialTransfers { subject } } throughput { value sources { id } } } } }
                """;

        assertAtMost(12, statements(query.formatted(100), List.of()));
        assertAtMost(12, statements(query.formatted(500), List.of()));
    }

    @Test
    void readsCorridorsWithAllBelowThemInNoMoreStatementsThanAFewOfThem() {
        String query = """
                query ($of: [_Any!]!) { _entities(representations: $of) { ... on Corridor {
                  name geometry findings { kind } sources { id } statusHistory { date source { id } }
                  onDay(date: "2015-06-30") { open { id } notOpen { id } unknown { id } }
                  throughput { value sources { id } findings { kind } partners { code } }
                  throughputSeries { latest { value } points { value sources { id } } }
                  borderCrossings { id sources { id } findings { kind } corridors { id } }
                  locations { id geometry sources { id } findings { kind } corridors { id } throughput { value sources { id } }
                    zones { id sources { id } findings { kind } location { id } industrialTransfers { subject sources { id } findings { kind } } }
                    partner { code corridors { id } borderCrossings { id } zones { id } throughput { value } } }
                  segments { id geometry sources { id } findings { kind } statusHistory { date }
                    from { id sources { id } } to { id sources { id } } corridor { id sources { id } } } } } }
                """;

        // A list that is empty for all of them has nothing below it to be read: so these two have one of everything,
        // a zone with transfers included, as all together have.
        assertAtMost(29, statements(query, List.of(corridor("clr"), corridor("cm-rail"))));
        assertAtMost(29, statements(query, allCorridors()));
    }

    @Test
    void readsBlocsInAsManyStatementsAsOne() {
        String query = "query ($of: [_Any!]!) { _entities(representations: $of) { ... on Bloc { corridors { id } } } }";

        assertEquals(
                1,
                statements(query, List.of(bloc("A", "LAO", "VNM"), bloc("B", "VNM", "MMR", "THA"), bloc("C", "LAO"))));
    }

    @Test
    void readsRoutesInAsManyStatementsAsOneRoute() {
        String query = """
                { routes(from: "kunming", to: "hanoi", alternatives: %d, statuses: [OPERATIONAL, PARTLY_OPERATIONAL]) {
                  routes { legs { segment { id corridor { id } } } transfers { at { id } } crossings { to { id } } } } }
                """;
        Graph.data(query.formatted(1));
        String elsewhere = query.formatted(1).replace("kunming", "mawlamyine").replace("hanoi", "mae-sot");

        // The state of the data, the segments, the locations; the network and the corridors are in memory by now.
        assertEquals(3, statements(elsewhere, List.of()));
        // So are the segments and locations of this route.
        assertEquals(1, statements(query.formatted(1), List.of()));
        assertEquals(3, statements(query.formatted(10), List.of()));
    }

    @Test
    void readsTheConnectivityOfAllPartnersInAsManyStatementsAsOfOne() {
        String query = """
                query ($of: [_Any!]!) { _entities(representations: $of) { ... on Partner { connectivity {
                  corridors { count } inside { km } acrossBorder { segments } borderCrossingCount
                  energyLinks { id } digitalLinks { id } openedSince(year: 2010) { id }
                  resilience { locations { id } segments { id } } } } } }
                """;
        statements(query, List.of(partner("LAO")));

        // Four counts; segments and locations; the state of the data, once for all that is made of it.
        assertEquals(7, statements(query, List.of(partner("LAO"))));
        assertEquals(7, statements(query, allPartners()));
    }

    private static void assertAtMost(long bound, long count) {
        assertTrue(count <= bound, count + " statements, more than " + bound);
    }

    private long statements(String query, List<? extends Map<String, ?>> representations) {
        return statements.during(() -> Graph.data(query, Map.of("of", representations)));
    }

    /** Those that have corridors, and as many that nothing is known of as make {@value #MANY}. */
    private static List<Map<String, Object>> allPartners() {
        List<String> codes = Graph.data("{ corridors(first: 500) { nodes { partners { code } } } }")
                .getList("corridors.nodes.partners.code.flatten().unique()");
        return Stream.concat(codes.stream(), IntStream.range(codes.size(), MANY).mapToObj(number -> "X" + number))
                .map(StatementCountTest::partner)
                .toList();
    }

    /** As {@link #allPartners()}. */
    private static List<Map<String, Object>> allCorridors() {
        List<Map<String, Object>> corridors = new ArrayList<>();
        List<String> ids =
                Graph.data("{ corridors(first: 500) { nodes { id } } }").getList("corridors.nodes.id");
        Stream.concat(ids.stream(), IntStream.range(ids.size(), MANY).mapToObj(number -> "x" + number))
                .forEach(id -> corridors.add(corridor(id)));
        return corridors;
    }

    private static Map<String, Object> corridor(String id) {
        return Map.of("__typename", "Corridor", "id", id);
    }

    private static Map<String, Object> partner(String code) {
        return Map.of("__typename", "Partner", "code", code);
    }

    private static Map<String, Object> bloc(String code, String... members) {
        List<Map<String, Map<String, String>>> memberships = new ArrayList<>();
        for (String member : members) {
            memberships.add(Map.of("partner", Map.of("code", member)));
        }
        return Map.of("__typename", "Bloc", "code", code, "members", memberships);
    }
}
