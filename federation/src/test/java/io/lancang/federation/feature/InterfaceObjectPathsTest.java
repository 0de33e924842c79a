package io.lancang.federation.feature;

import static io.lancang.federation.feature.DataSubgraph.subgraph;

import io.lancang.federation.testing.TestSubgraph;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Objects below interface objects, of which only another subgraph can say for which of them they were asked. */
class InterfaceObjectPathsTest {
    private static final TestSubgraph CORE = subgraph("core", """
            type Query { ship: Ship }
            interface Vessel @key(fields: "id") { id: ID! flag: String }
            interface Asset @key(fields: "id") { id: ID! label: String }
            type Ship implements Vessel & Asset @key(fields: "id") {
              id: ID! flag: String label: String tons: Int tolls: Int @external bill: String @requires(fields: "tolls") }
            type Barge implements Vessel & Asset @key(fields: "id") { id: ID! flag: String label: String }
            type Berth @key(fields: "id") { id: ID! quay: String }
            """, """
            {"Query": {"ship": {"id": "s", "flag": "CN", "label": "S", "tons": 9}},
             "Vessel": [{"__typename": "Ship", "id": "s", "flag": "CN", "tons": 9, "label": "S"}, {"__typename": "Barge", "id": "b", "flag": "LA", "label": "B"}],
             "Asset": [{"__typename": "Ship", "id": "s", "flag": "CN", "tons": 9, "label": "S"}, {"__typename": "Barge", "id": "b", "flag": "LA", "label": "B"}],
             "Ship": [{"id": "s", "flag": "CN", "label": "S", "tons": 9, "bill": "bill {tolls}"}], "Barge": [{"id": "b", "flag": "LA", "label": "B"}],
             "Berth": [{"id": "1", "quay": "east"}, {"id": "2", "quay": "west"}]}
            """);

    private static final TestSubgraph HARBOUR = subgraph("harbour", """
            type Query { moored: [Vessel!]! }
            type Vessel @key(fields: "id") @interfaceObject {
              id: ID! berth: Berth tows: Vessel flag: String @external
              tolls: Int greeting: String @requires(fields: "flag") }
            type Asset @key(fields: "id") @interfaceObject { id: ID! worth: Int }
            type Berth @key(fields: "id") { id: ID! }
            """, """
            {"Query": {"moored": "@Vessel"},
             "Vessel": [{"id": "s", "berth": {"id": "1"}, "tolls": 5, "tows": "@Vessel[1]", "greeting": "hello {flag}"},
                        {"id": "b", "berth": {"id": "2"}, "tolls": 6, "tows": null, "greeting": "hello {flag}"}],
             "Asset": [{"id": "s", "worth": 100}, {"id": "b", "worth": 10}]}
            """);

    private static final Federation FEDERATION = Federation.of(CORE, HARBOUR);

    @Test
    void waitsForTheTypesOfTheObjectsAbove() {
        FEDERATION
                .ask("{ moored { ... on Ship { berth { quay } } } }")
                .answers("{\"moored\": [{\"berth\": {\"quay\": \"east\"}}, {}]}")
                .planned("""
                        query plan, 3 requests
                        #0 harbour {
                          moored {
                            berth {
                              id # $id
                            }
                            id # $id
                          }
                        }
                        #1 core after #0 {
                          at moored
                            by Vessel (id from $id)
                            {
                              ... on Vessel {
                                __typename
                              }
                            }
                        }
                        #2 core after #1 {
                          at moored/Ship.berth
                            by Berth (id from $id)
                            {
                              ... on Berth {
                                quay
                              }
                            }
                        }
                        """);
    }

    @Test
    void waitsForTheTypesOnEveryLevel() {
        FEDERATION
                .ask("{ moored { ... on Ship { tows { ... on Barge { berth { quay } label } } } } }")
                .answers("{\"moored\": [{\"tows\": {\"berth\": {\"quay\": \"west\"}, \"label\": \"B\"}}, {}]}");
    }

    @Test
    void entersTwoInterfaceObjectsOfOneSubgraph() {
        FEDERATION
                .ask("{ ship { worth tolls } }")
                .answers("{\"ship\": {\"worth\": 100, \"tolls\": 5}}")
                .asking("core harbour");
        FEDERATION.ask("{ moored { tolls ... on Ship { worth } } }").answers("""
                        {"moored": [{"tolls": 5, "worth": 100}, {"tolls": 6}]}
                        """);
    }

    @Test
    void takesAnObjectAsTwoInterfaceObjectsOfWhichOneRequires() {
        FEDERATION.ask("{ moored { ... on Ship { worth } greeting } }").answers("""
                        {"moored": [{"worth": 100, "greeting": "hello CN"}, {"greeting": "hello LA"}]}
                        """);
    }

    @Test
    void sendsWhatAFieldOfAnImplementationRequiresToTheImplementation() {
        FEDERATION
                .ask("{ moored { ... on Ship { bill } } }")
                .answers("{\"moored\": [{\"bill\": \"bill 5\"}, {}]}")
                .neverSends("{\"__typename\":\"Vessel\",\"id\":\"s\",\"tolls\"");
    }

    @Test
    void asksOnceForWhatAllAndWhatOneTypeNeeds() {
        FEDERATION
                .ask("{ moored { ... on Ship { greeting } ... on Vessel { greeting } } }")
                .answers("{\"moored\": [{\"greeting\": \"hello CN\"}, {\"greeting\": \"hello LA\"}]}")
                .asking("harbour core harbour");
    }

    private static final Federation GRADES = Federation.of(subgraph("core", """
                    type Query { nodes: [Node!]! }
                    interface Node @key(fields: "id") { id: ID! }
                    type User implements Node @key(fields: "id") { id: ID! }
                    type Page implements Node @key(fields: "id") { id: ID! }
                    """, """
                    {"Query": {"nodes": [{"__typename": "User", "id": "u"}, {"__typename": "Page", "id": "p"}]},
                     "Node": [{"__typename": "User", "id": "u"}, {"__typename": "Page", "id": "p"}]}
                    """), subgraph("grades", """
                    type Query { best: [Node!]! }
                    type Node @key(fields: "id") @interfaceObject { id: ID! grade: Grade }
                    type Grade { mark(of: Int): String details: Details }
                    type Details { note(of: Int): String }
                    """, """
                    {"Query": {"best": "@Node"},
                     "Node": [{"id": "u", "grade": {"mark": {"$by": "of", "1": "u1", "2": "u2", "3": "u3"}, "details": {"note": {"$by": "of", "1": "un1", "2": "un2"}}}}, {"id": "p", "grade": {"mark": {"$by": "of", "1": "p1", "2": "p2", "3": "p3"}, "details": {"note": {"$by": "of", "1": "pn1", "2": "pn2"}}}}]}
                    """));

    @Test
    void keepsValuesApartThatHaveOneNameBelowFieldsOfDifferentTypes() {
        for (String root : List.of("nodes", "best")) {
            GRADES.ask(
                            "{ nodes: " + root
                                    + " { ... on User { grade { x: mark(of: 1) } } ... on Page { grade { x: mark(of: 2) } } } }")
                    .answers("{\"nodes\": [{\"grade\": {\"x\": \"u1\"}}, {\"grade\": {\"x\": \"p2\"}}]}");
        }
    }

    @Test
    void keepsValuesApartThatHaveOneNameFurtherBelow() {
        GRADES.ask("{ nodes { ... on User { grade { details { x: note(of: 1) } } }"
                        + " ... on Page { grade { mark(of: 3) details { x: note(of: 2) } } } } }")
                .answers("""
                        {"nodes": [{"grade": {"details": {"x": "un1"}}}, {"grade": {"mark": "p3", "details": {"x": "pn2"}}}]}
                        """)
                .asking("core grades");
    }

    @Test
    void keepsObjectsWhoseTypeHasWhatIsExcluded() {
        FEDERATION
                .with("{\"off\": true}")
                .ask("query($off: Boolean!) { moored { ... on Ship @skip(if: $off) { greeting } tows { id } tolls } }")
                .answers("""
                        {"moored": [{"tows": {"id": "b"}, "tolls": 5}, {"tows": null, "tolls": 6}]}
                        """);
        GRADES.with("{\"off\": true}")
                .ask(
                        "query($off: Boolean!) { nodes { ... on User @skip(if: $off) { grade { mark(of: 1) } } ... on Node { grade { details { note(of: 1) } } } } }")
                .answers("""
                        {"nodes": [{"grade": {"details": {"note": "un1"}}}, {"grade": {"details": {"note": "pn1"}}}]}
                        """);
    }

    private static final Federation WITH_OVERRIDE =
            Federation.of(subgraph("core", """
                    type Query { book: Book }
                    interface Media @key(fields: "id") { id: ID! title: String }
                    type Book implements Media @key(fields: "id") { id: ID! title: String }
                    type Film implements Media @key(fields: "id") { id: ID! title: String }
                    """, """
                    {"Query": {"book": {"id": "b", "title": "B"}},
                     "Media": [{"__typename": "Book", "id": "b", "title": "B"}, {"__typename": "Film", "id": "f", "title": "old"}],
                     "Book": [{"id": "b", "title": "B"}], "Film": [{"id": "f"}]}
                    """), subgraph("films", """
                    type Film @key(fields: "id") { id: ID! title: String @override(from: "core") }
                    """, """
                    {"Film": [{"id": "f", "title": "F"}]}
                    """), subgraph("ads", """
                    type Query { shown: [Media!]! }
                    type Media @key(fields: "id") @interfaceObject {
                      id: ID! next: Media title: String @external ad: String @requires(fields: "title") }
                    """, """
                    {"Query": {"shown": [{"id": "b"}, {"id": "f"}]},
                     "Media": [{"id": "b", "ad": "see {title}", "next": {"id": "f"}}, {"id": "f", "ad": "see {title}", "next": {"id": "b"}}]}
                    """));

    @Test
    void requiresAFieldOfTheInterfaceThatAnotherSubgraphHasOfOneImplementation() {
        WITH_OVERRIDE.ask("{ book { ad } }").answers("{\"book\": {\"ad\": \"see B\"}}");
        WITH_OVERRIDE.ask("{ shown { ad } }").answers("{\"shown\": [{\"ad\": \"see B\"}, {\"ad\": \"see F\"}]}");
        WITH_OVERRIDE.ask("{ book { next { ad } } }").answers("{\"book\": {\"next\": {\"ad\": \"see F\"}}}");
    }
}
