package io.lancang.federation.feature;

import static io.lancang.federation.feature.DataSubgraph.subgraph;

import io.lancang.federation.supergraph.JoinSpec;
import io.lancang.federation.testing.TestSubgraph;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Keys that a subgraph marks as external. It is entered with them, but what it answers when asked for them may be made up, as
 * here; only an extension in the style of Federation 1 has them of every object. Composition refuses such subgraphs; other
 * composers do not.
 */
class ExternalKeysTest {
    private static final String GRAPHS = """
            enum join__Graph { A @join__graph(name: "a", url: "") B @join__graph(name: "b", url: "") }
            """;

    private static final TestSubgraph SHIPS = subgraph("a", """
            type Query { node(id: ID!): Node @shareable ship: Ship latest: Port }
            interface Node { id: ID! }
            type Ship implements Node @key(fields: "id") { id: ID! name: String }
            type Port implements Node @key(fields: "id") { id: ID! @external guest: Ship }
            """, """
            {"Query": {"node": {"$by": "id", "s": {"__typename": "Ship", "id": "s", "name": "S"},
                                "p": {"__typename": "Port", "id": "made up", "guest": {"id": "s", "name": "S"}}},
                       "ship": {"id": "s", "name": "S"}, "latest": {"id": "made up", "guest": {"id": "s", "name": "S"}}},
             "Port": [{"id": "p", "guest": {"id": "s", "name": "S"}}]}
            """);

    private static final TestSubgraph PORTS = subgraph("b", """
            type Query { node(id: ID!): Node @shareable port: Port }
            interface Node { id: ID! }
            type Port implements Node @key(fields: "id") { id: ID! town: String mayor: Warden }
            type Warden { name: String! }
            type Ship implements Node @key(fields: "id") { id: ID! @external calls: [Port!] }
            """, """
            {"Query": {"node": {"$by": "id", "s": {"__typename": "Ship", "id": "made up", "calls": [{"id": "p"}]},
                                "p": {"__typename": "Port", "id": "p", "town": "P"}},
                       "port": {"id": "p", "town": "P"}},
             "Ship": [{"id": "s", "calls": [{"id": "p", "town": "P"}]}], "Port": [{"id": "p", "town": "P"}]}
            """);

    private static Federation nodes(boolean extension) {
        String kind = extension ? ", extension: true" : "";
        return Federation.on(JoinSpec.V0_5 + GRAPHS + """
                type Query @join__type(graph: A) @join__type(graph: B) {
                  node(id: ID!): Node
                  ship: Ship @join__field(graph: A)
                  latest: Port @join__field(graph: A)
                  port: Port @join__field(graph: B)
                }
                interface Node @join__type(graph: A) @join__type(graph: B) { id: ID! }
                type Ship implements Node
                  @join__implements(graph: A, interface: "Node") @join__implements(graph: B, interface: "Node")
                  @join__type(graph: A, key: "id") @join__type(graph: B, key: "id"%1$s) {
                  id: ID! @join__field(graph: A) @join__field(graph: B, external: true)
                  name: String @join__field(graph: A)
                  calls: [Port!] @join__field(graph: B)
                }
                type Port implements Node
                  @join__implements(graph: A, interface: "Node") @join__implements(graph: B, interface: "Node")
                  @join__type(graph: A, key: "id"%1$s) @join__type(graph: B, key: "id") {
                  id: ID! @join__field(graph: A, external: true) @join__field(graph: B)
                  town: String @join__field(graph: B)
                  mayor: Warden @join__field(graph: B)
                  guest: Ship @join__field(graph: A)
                }
                type Warden @join__type(graph: B) { name: String! }
                """.formatted(kind), SHIPS, PORTS);
    }

    private static final Federation NODES = nodes(false);

    @Test
    void takesAKeyFromTheSubgraphThatHasItAndNotFromOneThatIsEnteredWithIt() {
        NODES.ask("{ node(id: \"p\") { ... on Port { id guest { id } } } }")
                .answersEqual("{\"node\": {\"id\": \"p\", \"guest\": {\"id\": \"s\"}}}")
                .planned("""
                        query plan, 2 requests
                        #0 b {
                          node(id:"p") {
                            ... on Port {
                              id
                            }
                          }
                        }
                        #1 a {
                          node(id:"p") {
                            ... on Port {
                              guest {
                                id
                              }
                            }
                            __typename
                          }
                        }
                        """);
    }

    @Test
    void entersASubgraphWithAKeyThatIsExternalThere() {
        NODES.ask("{ port { id town guest { name } } ship { calls { id } } }").answers("""
                        {"port": {"id": "p", "town": "P", "guest": {"name": "S"}}, "ship": {"calls": [{"id": "p"}]}}
                        """);
    }

    @Test
    void asksForTheKeyOfOneTypeWhereTheOtherIsMet() {
        NODES.ask(
                        "{ ship: node(id: \"s\") { ... on Port { id } } port: node(id: \"p\") { __typename ... on Ship { id } } }")
                .answersEqual("{\"ship\": {}, \"port\": {\"__typename\": \"Port\"}}");
    }

    @Test
    void refusesAKeyOfAnObjectThatOnlyASubgraphWithoutItCanGive() {
        NODES.ask("{ latest { id guest { name } } }")
                .isRefused("SATISFIABILITY_ERROR latest/id", "Port.id at \\\"latest.id\\\"");
    }

    /** The subgraph that has the town is entered with the key, which is not to be had of this port. */
    @Test
    void nullsAFieldThatWouldNeedTheKeyAndNothingElse() {
        NODES.ask("{ latest { town guest { name } } ship { name } }")
                .answersInPart(
                        "{\"latest\": {\"town\": null, \"guest\": {\"name\": \"S\"}}, \"ship\": {\"name\": \"S\"}}",
                        "SATISFIABILITY_ERROR latest/town")
                .asking("a")
                .planned("""
                    query plan, 1 request
                    #0 a {
                      latest {
                        guest {
                          name
                        }
                      }
                      ship {
                        name
                      }
                    }
                    """);
        NODES.ask("{ latest { town } }")
                .answersInPart("{\"latest\": {\"town\": null}}", "SATISFIABILITY_ERROR latest/town")
                .neverSends("town");
        NODES.ask("{ latest { a: town ... on Port { b: town } } }")
                .answersInPart(
                        "{\"latest\": {\"a\": null, \"b\": null}}",
                        "SATISFIABILITY_ERROR latest/a",
                        "SATISFIABILITY_ERROR latest/b");
    }

    /** The first field on the way is the one that cannot be had, whatever is selected of it. */
    @Test
    void nullsAnObjectThatWouldNeedTheKeyWhole() {
        NODES.ask("{ latest { mayor { name } guest { name } } }")
                .answersInPart(
                        "{\"latest\": {\"mayor\": null, \"guest\": {\"name\": \"S\"}}}",
                        "SATISFIABILITY_ERROR latest/mayor")
                .neverSends("mayor");
    }

    /** What must not be null would take what is around it, so that the request is refused before anybody is asked. */
    @Test
    void refusesAFieldThatMustNotBeNullBesideOneThatMay() {
        NODES.ask("{ latest { town id } }").isRefused("SATISFIABILITY_ERROR latest/id", "Port.id");
    }

    /** Each costs a plan. */
    @Test
    void refusesMoreUnreachableFieldsThanItPlansFor() {
        String twenty = towns(20);
        NODES.ask("{ latest { " + twenty + " } }").asking("a");
        NODES.ask("{ latest { " + twenty + " more: town } }")
                .isRefused("SATISFIABILITY_ERROR latest/more", "Port.town");
    }

    private static String towns(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "t" + number + ": town")
                .collect(Collectors.joining(" "));
    }

    /** Ships lack it in one subgraph, ports in the other: whichever answers may have made it up. */
    @Test
    void refusesAFieldOfAnInterfaceThatSomeObjectsOfEachSubgraphLack() {
        NODES.ask("{ found: node(id: \"s\") { id } }").isRefused("SATISFIABILITY_ERROR found/id", "Ship.id");
        NODES.ask("{ node(id: \"s\") { id ... on Port { id } } }").isRefused("SATISFIABILITY_ERROR node/id", "Ship.id");
        NODES.ask("{ node(id: \"s\") { __typename } }")
                .answers("{\"node\": {\"__typename\": \"Ship\"}}")
                .asking("a");
    }

    @Test
    void readsTheKeyOfATypeThatTheSubgraphExtends() {
        Federation extended = nodes(true);
        extended.ask("{ latest { id } }")
                .answers("{\"latest\": {\"id\": \"made up\"}}")
                .asking("a");
        extended.ask("{ node(id: \"s\") { id } }")
                .answers("{\"node\": {\"id\": \"s\"}}")
                .asking("a");
    }
}
