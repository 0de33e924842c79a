package io.lancang.federation.compose;

import static io.lancang.federation.compose.Composed.bare;
import static io.lancang.federation.compose.Composed.subgraph;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.lancang.federation.compose.problem.CompositionErrorCode;
import io.lancang.federation.compose.schema.FederationDirective;
import io.lancang.federation.compose.subgraph.FederationVersion;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.3\", import: [\"@key\"])"
                        + " type T @key(fields: \"id\") { id: ID! }",
                "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.3\","
                        + " import: [{name: \"@key\", as: \"@identity\"}])"
                        + " type T @identity(fields: \"id\") { id: ID! }",
                "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.3\")"
                        + " type T @federation__key(fields: \"id\") { id: ID! }",
                "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.3\","
                        + " import: [{name: \"@key\", as: \"@federation__key\"}])"
                        + " type T @federation__key(fields: \"id\") { id: ID! }",
                "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.3\", as: \"fed\")"
                        + " type T @fed__key(fields: \"id\") { id: ID! }",
                "schema @l(url: \"https://specs.apollo.dev/link/v1.0\", as: \"l\")"
                        + " @l(url: \"https://specs.apollo.dev/federation/v2.3\", import: [\"@key\"]) { query: Query }"
                        + " type T @key(fields: \"id\") { id: ID! }",
                "type T @key(fields: \"id\") { id: ID! }",
            })
    void understandsAKeyUnderEveryName(String sdl) {
        Composed composed = Composed.of(bare("a", sdl + " type Query { t: T }"));

        assertEquals("""
                type T
                  @join__type(graph: A, key: "id")
                {
                  id: ID!
                }""", composed.definition("type T"));
    }

    @Test
    void refusesADirectiveThatIsNotImportedAndSaysHow() {
        Composed composed = Composed.of(bare("a", """
                extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
                type Query { t: Int @shareable }
                """));

        assertEquals(
                "a:2:21: INVALID_GRAPHQL at Query.t: the directive @shareable is not defined; import it with"
                        + " @link(url: \"https://specs.apollo.dev/federation/v2.9\", import: [\"@shareable\"])",
                composed.error().toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@link(url: \"https://specs.apollo.dev/federation/v2.99\")                            | UNKNOWN_FEDERATION_LINK_VERSION",
                "@link(url: \"https://specs.apollo.dev/federation/v3.0\")                             | UNKNOWN_FEDERATION_LINK_VERSION",
                "@link(url: \"https://specs.apollo.dev/federation\")                                  | INVALID_LINK_IDENTIFIER",
                "@link(url: \"nonsense\")                                                             | INVALID_LINK_IDENTIFIER",
                "@link(url: \"https://lancang.test/vault\")                                           | INVALID_LINK_IDENTIFIER",
                "@link(import: [\"@key\"])                                                            | INVALID_LINK_DIRECTIVE_USAGE",
                "@link(url: \"https://specs.apollo.dev/link/v1.4\")                                  | UNKNOWN_LINK_VERSION",
                "@link(url: \"https://specs.apollo.dev/federation/v2.0\", imports: [\"@key\"])      | INVALID_GRAPHQL",
                "@link(url: \"https://specs.apollo.dev/federation/v2.0\", import: [{name: \"@key\", to: \"@id\"}]) | INVALID_LINK_DIRECTIVE_USAGE",
                "@link(url: \"https://specs.apollo.dev/federation/v2.0\") @link(url: \"https://specs.apollo.dev/federation/v2.1\") | INVALID_LINK_DIRECTIVE_USAGE",
                "@link(url: \"https://specs.apollo.dev/federation/v2.3\", import: [\"@nothing\"])     | INVALID_LINK_DIRECTIVE_USAGE",
                "@link(url: \"https://specs.apollo.dev/federation/v2.0\", import: [\"@cost\"])        | INVALID_LINK_DIRECTIVE_USAGE",
                "@link(url: \"https://specs.apollo.dev/federation/v2.14\", import: [\"@cacheInvalidation\"]) | INVALID_LINK_DIRECTIVE_USAGE",
                "@link(url: \"https://specs.apollo.dev/federation/v2.0\", import: [{name: \"@key\", as: \"key\"}]) | INVALID_LINK_DIRECTIVE_USAGE",
                "@link(url: \"https://specs.apollo.dev/federation/v2.0\", import: [1])                | INVALID_LINK_DIRECTIVE_USAGE",
                "@link(url: \"https://lancang.test/vault/v1.0\", as: \"a__b\") | INVALID_LINK_DIRECTIVE_USAGE",
                "@link(url: \"https://lancang.test/vault/v1.0\", as: \"a_\")   | INVALID_LINK_DIRECTIVE_USAGE",
                "@link(url: \"https://specs.apollo.dev/federation/v2.0\", import: [{name: \"@key\", as: \"@tag__id\"}]) | INVALID_LINK_DIRECTIVE_USAGE",
                "@link(url: \"https://specs.apollo.dev/federation/v2.0\", import: [{name: \"FieldSet\", as: \"tag__Set\"}]) | INVALID_LINK_DIRECTIVE_USAGE",
                "@link(url: \"https://lancang.test/vault/v1.0\", import: [\"@a__b\"]) | INVALID_LINK_DIRECTIVE_USAGE",
                "@link(url: \"https://specs.apollo.dev/federation/v2.0\", import: [\"@key\", {name: \"@tag\", as: \"@key\"}]) | INVALID_LINK_DIRECTIVE_USAGE",
                "@link(url: \"https://lancang.test/vault/v1.0\", for: SECURITY)                       | UNSUPPORTED_LINKED_FEATURE",
                "@link(url: \"https://specs.apollo.dev/tag/v0.3\")                                  | INVALID_LINK_DIRECTIVE_USAGE",
                "@link(url: \"https://specs.apollo.dev/inaccessible/v0.2\", for: SECURITY)           | INVALID_LINK_DIRECTIVE_USAGE",
                "@link(url: \"https://specs.apollo.dev/join/v0.5\", for: EXECUTION)                  | INVALID_LINK_DIRECTIVE_USAGE",
            })
    void refusesALinkThatCannotBeFollowed(String link, CompositionErrorCode expected) {
        Composed composed = Composed.of(bare("a", "extend schema " + link + " type Query { x: Int }"));

        assertEquals(List.of(expected), composed.codes());
    }

    static IntStream versions() {
        return IntStream.rangeClosed(0, FederationVersion.NEWEST_MINOR);
    }

    /** With everything that the version has: what is imported is known, what is not imported is the subgraph's own. */
    @ParameterizedTest
    @MethodSource("versions")
    void composesSubgraphsOfEveryVersionThatTheDocumentationNames(int minor) {
        String imports = Arrays.stream(FederationDirective.values())
                .filter(directive -> directive.sinceMinor() <= minor)
                .map(directive -> "\"@" + directive.specName() + "\"")
                .collect(Collectors.joining(", "));
        String link = "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.%d\", import: [%s])"
                .formatted(minor, imports);

        Composed composed = Composed.of(
                bare("a", link + " type Query { t: T } type T @key(fields: \"id\") { id: ID! tide: Int @shareable }"),
                bare("b", link + " type T @key(fields: \"id\") { id: ID! tide: Int @shareable pilot: Int }"));

        assertEquals("""
                type T
                  @join__type(graph: A, key: "id")
                  @join__type(graph: B, key: "id")
                {
                  id: ID!
                  tide: Int
                  pilot: Int @join__field(graph: B)
                }""", composed.definition("type T"));
    }

    @Test
    void refusesAVersionNewerThanItKnowsAndSaysWhichItDoes() {
        Composed composed = Composed.of(bare("a", """
                extend schema @link(url: "https://specs.apollo.dev/federation/v2.15", import: ["@key"])
                type Query { x: Int }
                """));

        assertEquals(
                "a:1:15: UNKNOWN_FEDERATION_LINK_VERSION at schema: the version v2.15 of the federation specification is"
                        + " unknown; link to v2.0 to v2.14",
                composed.error().toString());
    }

    @Test
    void refusesConnectorsOnceHoweverOftenTheyAreUsed() {
        Composed composed = Composed.of(bare("a", """
                extend schema
                  @link(url: "https://specs.apollo.dev/federation/v2.11")
                  @link(url: "https://specs.apollo.dev/connect/v0.1", import: ["@connect"])
                  @connect__source(name: "files", http: {baseURL: "https://lancang.test"})
                type Query { x: Int @connect(http: {GET: "/x"}, selection: "$") y: Int @connect(http: {GET: "/y"}, selection: "$") }
                """));

        assertEquals(List.of(CompositionErrorCode.UNSUPPORTED_LINKED_FEATURE), composed.codes());
        assertEquals("a:3:3", composed.error().toString().split(": ", 2)[0]);
    }

    @Test
    void takesADirectiveOfTheSubgraphWhoseNameHasANamespace() {
        Composed.of(subgraph("a", "directive @foo__bar on FIELD_DEFINITION type Query { x: Int @foo__bar }"))
                .supergraph();
    }

    @Test
    void renamesRootTypesToTheirUsualNames() {
        Composed composed = Composed.of(bare("a", """
                schema { query: Ask mutation: Change }
                type Ask { again: Ask x: Int }
                type Change { x: Int }
                """));

        assertEquals("again: Query", composed.field("type Query", "again"));
        assertEquals("x: Int", composed.field("type Mutation", "x"));
    }

    @Test
    void refusesATypeThatClashesWithARenamedRoot() {
        Composed composed = Composed.of(bare("a", """
                schema { query: Ask mutation: Change subscription: Follow }
                type Ask { x: Int } type Change { x: Int } type Follow { x: Int }
                type Query { x: Int } type Mutation { x: Int } type Subscription { x: Int }
                """));

        assertEquals(
                List.of(
                        CompositionErrorCode.ROOT_QUERY_USED,
                        CompositionErrorCode.ROOT_MUTATION_USED,
                        CompositionErrorCode.ROOT_SUBSCRIPTION_USED),
                composed.codes());
    }

    @Test
    void dropsTheMachineryThatSubgraphLibrariesPrint() {
        Composed composed = Composed.of(bare("a", """
                schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "FieldSet"]) { query: Query }
                directive @link(url: String, as: String, import: [Import], for: Purpose) repeatable on SCHEMA
                directive @key(fields: FieldSet!, resolvable: Boolean = true) repeatable on OBJECT | INTERFACE
                directive @federation__policy(policies: [[federation__Policy!]!]!) on OBJECT
                scalar FieldSet
                scalar Import
                scalar federation__Policy
                scalar _Any
                enum Purpose { SECURITY EXECUTION }
                union _Entity = T
                type _Service { sdl: String! }
                type Query { _entities(representations: [_Any!]!): [_Entity]! _service: _Service! t: T }
                type T @key(fields: "id") { id: ID! purpose: Kind }
                enum Kind { A }
                """));

        assertEquals("""
                type Query
                  @join__type(graph: A)
                {
                  t: T
                }""", composed.definition("type Query"));
        assertFalse(composed.supergraph().matches("(?s).*(_Any|_Entity|_Service|scalar FieldSet|enum Purpose).*"));
    }

    @Test
    void keepsATypeThatFederationsDirectivesOnlyShareWithTheSchema() {
        Composed composed = Composed.of(bare("a", """
                directive @key(fields: Text!) repeatable on OBJECT
                scalar Text
                type Query { text: Text }
                """));

        assertEquals("""
                scalar Text
                  @join__type(graph: A)""", composed.definition("scalar Text"));
    }

    @Test
    void reportsEverythingThatIsNoGraphqlWithItsLine() {
        Composed composed = Composed.of(subgraph("a", """
                        type Query { a: Nothing }
                        type T @wat { x: Int }
                        type X { x: Int x: Int }
                        """), bare("b", "type Query {"));

        assertEquals(
                List.of("a:7:17", "b:1:13"),
                composed.errors().stream()
                        .map(error -> error.places().getFirst().toString())
                        .toList());
    }

    @Test
    void reportsAnInterfaceThatIsNotImplemented() {
        Composed composed = Composed.of(subgraph("a", """
                type Query { t: T }
                interface N { x: Int }
                type T implements N { y: Int }
                """));

        assertEquals(List.of(CompositionErrorCode.INVALID_GRAPHQL), composed.codes());
        assertEquals("a:7:1", composed.error().places().getFirst().toString());
    }

    @Test
    void refusesNamesThatCannotTellSubgraphsApart() {
        Composed composed = Composed.of(subgraph("a", "type Query { x: Int }"), subgraph("a", "type T { x: Int }"));

        assertEquals(List.of(CompositionErrorCode.INVALID_SUBGRAPH_NAME), composed.codes());
    }

    @Test
    void refusesATagThatToolsCannotFilterBy() {
        Composed composed = Composed.of(subgraph("a", "type Query { x: Int @tag(name: \"two words\") }"));

        assertEquals(List.of(CompositionErrorCode.INVALID_TAG_NAME), composed.codes());
    }
}
