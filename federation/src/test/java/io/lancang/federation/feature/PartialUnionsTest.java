package io.lancang.federation.feature;

import static io.lancang.federation.feature.DataSubgraph.subgraph;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.federation.testing.TestSubgraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Unions below types without keys whose members, and whose lists, differ between subgraphs. */
class PartialUnionsTest {
    /** Knows which depot there is, and nothing of it: whatever is asked of the depot, another subgraph is entered for. */
    private static final TestSubgraph ABROAD = subgraph("c", """
            type Query { abroad: Depot }
            type Depot @key(fields: "id", resolvable: false) { id: ID! }
            """, """
            {"Query": {"abroad": {"id": "1"}}}
            """);

    private static final Federation DEPOTS = Federation.of(subgraph("a", """
                type Query { northern: Depot shared: Depot @shareable yard: Yard @shareable }
                type Depot @key(fields: "id") { id: ID! yard: Yard @shareable }
                type Yard @shareable { stock: [Stock!]! first: Stock }
                union Stock = Wagon | Engine
                type Wagon @shareable { axles: Int }
                type Engine { power: Int }
                """, """
                {"Query": {
                   "northern": {"id": "1", "yard": {"stock": [{"__typename": "Wagon", "axles": 4}, {"__typename": "Engine", "power": 9}], "first": {"__typename": "Engine", "power": 9}}},
                   "shared": {"id": "1", "yard": {"stock": [{"__typename": "Wagon", "axles": 4}], "first": {"__typename": "Wagon", "axles": 4}}},
                   "yard": {"stock": [{"__typename": "Wagon", "axles": 4}, {"__typename": "Engine", "power": 9}]}},
                 "Depot": [{"id": "1", "yard": {"stock": [{"__typename": "Wagon", "axles": 4}, {"__typename": "Engine", "power": 9}]}}]}
                """), subgraph("b", """
                    type Query { southern: Depot shared: Depot @shareable yard: Yard @shareable }
                    type Depot @key(fields: "id") { id: ID! yard: Yard @shareable siding: Yard }
                    type Yard @shareable { stock: [Stock!]! first: Stock tracks: Int }
                    union Stock = Wagon | Crane
                    type Wagon @shareable { axles: Int }
                    type Crane { reach: Int }
                    """, """
                    {"Query": {
                       "southern": {"id": "1", "yard": {"tracks": 2, "stock": [{"__typename": "Wagon", "axles": 4}, {"__typename": "Crane", "reach": 30}]}},
                       "shared": {"id": "1", "yard": {"tracks": 2, "stock": [{"__typename": "Wagon", "axles": 4}], "first": {"__typename": "Wagon", "axles": 4}}},
                       "yard": {"tracks": 2, "stock": [{"__typename": "Wagon", "axles": 4}, {"__typename": "Crane", "reach": 30}]}},
                     "Depot": [{"id": "1",
                        "yard": {"tracks": 2, "stock": [{"__typename": "Wagon", "axles": 4}, {"__typename": "Crane", "reach": 30}]},
                        "siding": {"tracks": 1, "stock": [{"__typename": "Crane", "reach": 25}]}}]}
                    """), ABROAD);

    private static final String ALL =
            "__typename ... on Wagon { axles } ... on Engine { power } ... on Crane { reach }";

    @Test
    void asksTheSubgraphInWhichTheObjectIsForTheMembersThatItKnows() {
        DEPOTS.ask("{ northern { yard { stock { " + ALL + " } } } }")
                .answers("""
                    {"northern": {"yard": {"stock": [{"__typename": "Wagon", "axles": 4}, {"__typename": "Engine", "power": 9}]}}}
                    """)
                .planned("""
                    query plan, 1 request
                    #0 a {
                      northern {
                        yard {
                          stock {
                            __typename
                            ... on Wagon {
                              axles
                            }
                            ... on Engine {
                              power
                            }
                          }
                        }
                      }
                    }
                    """);
        DEPOTS.ask("{ southern { yard { stock { " + ALL + " } } } }")
                .answers("""
                    {"southern": {"yard": {"stock": [{"__typename": "Wagon", "axles": 4}, {"__typename": "Crane", "reach": 30}]}}}
                    """)
                .asking("b");
    }

    @Test
    void replacesNoListByThatOfASubgraphWhichKnowsTheMemberAskedFor() {
        DEPOTS.ask("{ northern { yard { stock { __typename ... on Crane { reach } } } } }")
                .answers("""
                    {"northern": {"yard": {"stock": [{"__typename": "Wagon"}, {"__typename": "Engine"}]}}}
                    """)
                .asking("a");
    }

    @Test
    void followsAFieldThatOnlyOneSubgraphHas() {
        DEPOTS.ask("{ northern { siding { stock { " + ALL + " } } } }")
                .answers("{\"northern\": {\"siding\": {\"stock\": [{\"__typename\": \"Crane\", \"reach\": 25}]}}}")
                .asking("a b");
    }

    @Test
    void asksForNoMembersButThoseThatAllSubgraphsKnowWhichCouldAnswer() {
        DEPOTS.ask("{ shared { yard { stock { " + ALL + " } } } }")
                .answers("{\"shared\": {\"yard\": {\"stock\": [{\"__typename\": \"Wagon\", \"axles\": 4}]}}}")
                .neverSends("power")
                .neverSends("reach");
        DEPOTS.ask("{ yard { stock { ... on Crane { reach } ... on Wagon { axles } } } }")
                .answers("{\"yard\": {\"stock\": [{\"axles\": 4}, {\"reach\": null}]}}")
                .neverSends("reach");
        // Either can be entered for it.
        DEPOTS.ask("{ abroad { yard { stock { ... on Engine { power } ... on Crane { reach } } } } }")
                .neverSends("power")
                .neverSends("reach");
    }

    /** Every choice of fields gives each of them the value that it has alone. */
    @Test
    void answersAFieldAloneAsBesideOthers() {
        List<String> fields = List.of(
                "id",
                "yard { tracks }",
                "stock: yard { stock { ... on Wagon { axles } } }",
                "engines: yard { stock { ... on Engine { power } } }",
                "cranes: yard { stock { ... on Crane { reach } } }",
                "types: yard { stock { __typename } }",
                "siding { stock { ... on Crane { reach } } }");
        for (String root : List.of("northern", "southern", "shared", "abroad")) {
            List<String> alone = fields.stream()
                    .map(field -> value(root, List.of(field), key(field)))
                    .toList();
            for (int choice = 1; choice < 1 << fields.size(); choice++) {
                List<String> chosen = new ArrayList<>();
                for (int field = 0; field < fields.size(); field++) {
                    if ((choice & 1 << field) != 0) {
                        chosen.add(fields.get(field));
                    }
                }
                for (String field : chosen) {
                    assertEquals(
                            alone.get(fields.indexOf(field)),
                            value(root, chosen, key(field)),
                            () -> root + ": " + field + " beside " + chosen);
                }
            }
        }
    }

    /** The same field under one response key: what one selects of a list changes nothing for the other. */
    @Test
    void answersMembersOfAListAloneAsBesideOthers() {
        DEPOTS.ask("{ northern { yard { tracks stock { ... on Engine { power } ... on Crane { reach } } } } }")
                .answers("{\"northern\": {\"yard\": {\"tracks\": 2, \"stock\": [{}, {\"power\": 9}]}}}");
        // The other subgraph is asked for the tracks, and would answer with the yard as it knows it.
        DEPOTS.ask("{ northern { yard { tracks stock { __typename ... on Wagon { axles } } } } }")
                .answers("""
                    {"northern": {"yard": {"tracks": 2, "stock": [{"__typename": "Wagon", "axles": 4}, {"__typename": "Engine"}]}}}
                    """);
        DEPOTS.ask("{ northern { yard { first { ... on Engine { power } ... on Crane { reach } } tracks } } }")
                .answers("{\"northern\": {\"yard\": {\"first\": {\"power\": 9}, \"tracks\": 2}}}");
    }

    /** Both know two members; the second one has the tracks as well. */
    @Test
    void takesAListThatSeveralSubgraphsCanBeEnteredForAlwaysFromTheSameOne() {
        DEPOTS.ask("{ abroad { yard { stock { __typename } } } }")
                .answers("{\"abroad\": {\"yard\": {\"stock\": [{\"__typename\": \"Wagon\"}, {\"__typename\":"
                        + " \"Crane\"}]}}}")
                .asking("c b");
        DEPOTS.ask("{ abroad { yard { tracks stock { __typename ... on Wagon { axles } ... on Engine { power } } } } }")
                .answers("""
                    {"abroad": {"yard": {"tracks": 2, "stock": [{"__typename": "Wagon", "axles": 4}, {"__typename": "Crane"}]}}}
                    """)
                .planned("""
                    query plan, 2 requests
                    #0 c {
                      abroad {
                        id # $id
                      }
                    }
                    #1 b after #0 {
                      at abroad
                        by Depot (id from $id)
                        {
                          ... on Depot {
                            yard {
                              tracks
                              stock {
                                __typename
                                ... on Wagon {
                                  axles
                                }
                              }
                            }
                          }
                        }
                    }
                    """);
    }

    /** Both know two members. The first one has the tracks as well, and would be asked for them in any case. */
    @Test
    void takesAListFromTheSubgraphWithMoreFieldsWhateverItIsCalled() {
        Federation federation = Federation.of(subgraph("a", """
            type Depot @key(fields: "id") { id: ID! yard: Yard @shareable }
            type Yard @shareable { stock: [Stock!]! tracks: Int }
            union Stock = Wagon | Crane
            type Wagon @shareable { axles: Int }
            type Crane { reach: Int }
            """, """
            {"Depot": [{"id": "1", "yard": {"tracks": 2, "stock": [{"__typename": "Crane", "reach": 30}]}}]}
            """), subgraph("b", """
            type Depot @key(fields: "id") { id: ID! yard: Yard @shareable }
            type Yard @shareable { stock: [Stock!]! }
            union Stock = Wagon | Engine
            type Wagon @shareable { axles: Int }
            type Engine { power: Int }
            """, """
            {"Depot": [{"id": "1", "yard": {"stock": [{"__typename": "Engine", "power": 9}]}}]}
            """), ABROAD);
        federation
                .ask("{ abroad { yard { stock { __typename } } } }")
                .answers("{\"abroad\": {\"yard\": {\"stock\": [{\"__typename\": \"Crane\"}]}}}")
                .asking("c a");
    }

    /**
     * The first subgraph has all members, the second one all that is asked for of the parts. To take a part's number from the first
     * one as well, since it is asked anyhow, would leave two lists to join, and make the second one's stock seem the better choice.
     */
    @Test
    void takesObjectsFromTheSubgraphThatKnowsMostMembersWhateverListsItHasBesides() {
        Federation federation = Federation.of(
                subgraph("a", """
            type Depot @key(fields: "id") { id: ID! parts: [Part!] @shareable yard: Yard @shareable }
            type Part @shareable { number: Int }
            type Yard @shareable { first: Stock }
            union Stock = Wagon | Engine
            type Wagon @shareable { axles: Int }
            type Engine { power: Int }
            """, """
            {"Depot": [{"id": "1", "parts": [{"number": 7}], "yard": {"first": {"__typename": "Engine", "power": 9}}}]}
            """), subgraph("b", """
            type Depot @key(fields: "id") { id: ID! parts: [Part!] @shareable yard: Yard @shareable }
            type Part @shareable { number: Int weight: Int }
            type Yard @shareable { first: Stock }
            union Stock = Wagon
            type Wagon @shareable { axles: Int }
            """, """
            {"Depot": [{"id": "1", "parts": [{"number": 7, "weight": 20}], "yard": {"first": null}}]}
            """), subgraph("c", """
            type Query { abroad: Depot }
            type Depot @key(fields: "id", resolvable: false) { id: ID! }
            type Part @shareable { number: Int weight: Int }
            """, """
            {"Query": {"abroad": {"id": "1"}}}
            """), subgraph("d", """
                type Part @shareable { weight: Int }
                """, "{}"));
        federation
                .ask("{ abroad { yard { first { ... on Wagon { axles } } } } }")
                .answers("{\"abroad\": {\"yard\": {\"first\": {}}}}")
                .asking("c a");
        federation
                .ask("{ abroad { parts { number weight } yard { first { ... on Wagon { axles } } } } }")
                .answers("""
                    {"abroad": {"parts": [{"number": 7, "weight": 20}], "yard": {"first": {}}}}
                    """)
                .planned("""
                    query plan, 3 requests
                    #0 c {
                      abroad {
                        id # $id
                      }
                    }
                    #1 a after #0 {
                      at abroad
                        by Depot (id from $id)
                        {
                          ... on Depot {
                            yard {
                              first {
                                ... on Wagon {
                                  axles
                                }
                                __typename
                              }
                            }
                          }
                        }
                    }
                    #2 b after #0 {
                      at abroad
                        by Depot (id from $id)
                        {
                          ... on Depot {
                            parts {
                              number
                              weight
                            }
                          }
                        }
                    }
                    """);
    }

    /** The second one knows both members; the first one would have the tracks as well. */
    @Test
    void takesAnObjectFromTheSubgraphThatKnowsMostMembersThoughAnotherHasMoreFields() {
        Federation federation = Federation.of(subgraph("a", """
            type Depot @key(fields: "id") { id: ID! yard: Yard @shareable }
            type Yard @shareable { first: Stock tracks: Int }
            union Stock = Wagon
            type Wagon @shareable { axles: Int }
            """, """
            {"Depot": [{"id": "1", "yard": {"tracks": 2, "first": null}}]}
            """), subgraph("b", """
            type Depot @key(fields: "id") { id: ID! yard: Yard @shareable }
            type Yard @shareable { first: Stock }
            union Stock = Wagon | Engine
            type Wagon @shareable { axles: Int }
            type Engine { power: Int }
            """, """
            {"Depot": [{"id": "1", "yard": {"first": {"__typename": "Engine", "power": 9}}}]}
            """), ABROAD);
        federation
                .ask("{ abroad { yard { first { __typename } } } }")
                .answers("{\"abroad\": {\"yard\": {\"first\": {\"__typename\": \"Engine\"}}}}")
                .asking("c b");
    }

    private static String key(String field) {
        return field.split("[: ]", 2)[0];
    }

    private static String value(String root, List<String> fields, String key) {
        Answer answer = DEPOTS.ask("{ " + root + " { " + String.join(" ", fields) + " } }");
        Map<String, @Nullable Object> body = DataSubgraph.object(DataSubgraph.parse(answer.body()));
        Map<String, @Nullable Object> data = DataSubgraph.object(body.get("data"));
        return String.valueOf(DataSubgraph.object(data.get(root)).get(key));
    }
}
