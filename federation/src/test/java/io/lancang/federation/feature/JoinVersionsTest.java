package io.lancang.federation.feature;

import static io.lancang.federation.feature.DataSubgraph.bare;

import io.lancang.federation.testing.TestSubgraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Supergraphs that other composers wrote, in every version of the join specification. */
class JoinVersionsTest {
    private static final TestSubgraph SHELVES = bare("shelves", """
            type Query { items: [Item!]! tag(by: Order): String }
            interface Item { id: ID! name: String }
            type Book implements Item @key(fields: "id") { id: ID! name: String pages: Int }
            type Disc implements Item @key(fields: "id") { id: ID! name: String }
            input Order { by: Field asc: Boolean }
            enum Field { NAME ID }
            """, """
            {"Query": {"items": [{"__typename": "Book", "id": "b", "name": "B", "pages": 1}, {"__typename": "Disc", "id": "d", "name": "D"}], "tag": "{$by}"},
             "Book": [{"id": "b", "name": "B", "pages": 1}], "Disc": [{"id": "d", "name": "D"}]}
            """);

    private static final TestSubgraph LABELS = bare("labels", """
            type Query { found: [Found]! }
            union Found = Book | Film
            type Book @key(fields: "id") { id: ID! name: String @external label: String @requires(fields: "name") }
            type Film { title: String }
            """, """
            {"Query": {"found": [{"__typename": "Book", "id": "b"}, {"__typename": "Film", "title": "F"}]}, "Book": [{"label": "<{name}>"}]}
            """);

    private static final String QUERY = "{ items { id name ... on Book { label pages } } tag(by: {by: NAME})"
            + " found { __typename ... on Book { name } ... on Film { title } ... on Disc { id } } }";

    private static final String EXPECTED = """
            {"items": [{"id": "b", "name": "B", "label": "<B>", "pages": 1}, {"id": "d", "name": "D"}],
             "tag": "{\\"by\\":\\"NAME\\"}",
             "found": [{"__typename": "Book", "name": "B"}, {"__typename": "Film", "title": "F"}]}
            """;

    /** Graph names differ from subgraph names, as composers write them. */
    private static final String TYPES = """
            scalar join__FieldSet
            enum join__Graph {
              SHELVES @join__graph(name: "shelves", url: "http://shelves")
              LABELS @join__graph(name: "labels", url: "http://labels")
            }
            type Query @join__type(graph: SHELVES) @join__type(graph: LABELS) {
              items: [Item!]! @join__field(graph: SHELVES)
              tag(by: Order): String @join__field(graph: SHELVES)
              found: [Found]! @join__field(graph: LABELS)
            }
            interface Item @join__type(graph: SHELVES) { id: ID! name: String }
            type Book implements Item @join__implements(graph: SHELVES, interface: "Item")
                @join__type(graph: SHELVES, key: "id") @join__type(graph: LABELS, key: "id", extension: true) {
              id: ID!
              name: String @join__field(graph: SHELVES) @join__field(graph: LABELS, external: true)
              pages: Int @join__field(graph: SHELVES)
              label: String @join__field(graph: LABELS, requires: "name")
            }
            type Disc implements Item @join__implements(graph: SHELVES, interface: "Item") @join__type(graph: SHELVES, key: "id") {
              id: ID!
              name: String
            }
            type Film @join__type(graph: LABELS) { title: String }
            input Order @join__type(graph: SHELVES) { by: Field asc: Boolean }
            """;

    private static final String MEMBERS_IMPLIED = """
            union Found @join__type(graph: LABELS) = Book | Disc | Film
            enum Field @join__type(graph: SHELVES) { NAME ID }
            """;

    private static final String MEMBERS_STATED = """
            union Found @join__type(graph: LABELS) @join__unionMember(graph: LABELS, member: "Book")
              @join__unionMember(graph: LABELS, member: "Film") = Book | Disc | Film
            enum Field @join__type(graph: SHELVES) {
              NAME @join__enumValue(graph: SHELVES)
              ID @join__enumValue(graph: SHELVES)
            }
            """;

    @Test
    void answersFromVersion02() {
        answers(linked("v0.2") + """
                directive @join__field(graph: join__Graph!, requires: join__FieldSet, provides: join__FieldSet, type: String,
                  external: Boolean, override: String, usedOverridden: Boolean) repeatable on FIELD_DEFINITION | INPUT_FIELD_DEFINITION
                directive @join__graph(name: String!, url: String!) on ENUM_VALUE
                directive @join__implements(graph: join__Graph!, interface: String!) repeatable on OBJECT | INTERFACE
                directive @join__type(graph: join__Graph!, key: join__FieldSet, extension: Boolean! = false, resolvable: Boolean! = true)
                  repeatable on OBJECT | INTERFACE | UNION | ENUM | INPUT_OBJECT | SCALAR
                """ + TYPES + MEMBERS_IMPLIED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v0.3", "v0.4", "v0.5"})
    void answersFromLaterVersions(String version) {
        answers(linked(version) + definitionsOf(version) + TYPES + MEMBERS_STATED);
    }

    @Test
    void answersFromVersion01WhereTypesHaveOwners() {
        answers("""
                schema @core(feature: "https://specs.apollo.dev/core/v0.2") @core(feature: "https://specs.apollo.dev/join/v0.1", for: EXECUTION) {
                  query: Query
                }
                directive @core(as: String, feature: String!, for: core__Purpose) repeatable on SCHEMA
                directive @join__field(graph: join__Graph, provides: join__FieldSet, requires: join__FieldSet) on FIELD_DEFINITION
                directive @join__graph(name: String!, url: String!) on ENUM_VALUE
                directive @join__owner(graph: join__Graph!) on INTERFACE | OBJECT
                directive @join__type(graph: join__Graph!, key: join__FieldSet) repeatable on INTERFACE | OBJECT
                enum core__Purpose { EXECUTION SECURITY }
                scalar join__FieldSet
                enum join__Graph {
                  SHELVES @join__graph(name: "shelves", url: "http://shelves")
                  LABELS @join__graph(name: "labels", url: "http://labels")
                }
                type Query {
                  items: [Item!]! @join__field(graph: SHELVES)
                  tag(by: Order): String @join__field(graph: SHELVES)
                  found: [Found]! @join__field(graph: LABELS)
                }
                interface Item { id: ID! name: String }
                type Book implements Item @join__owner(graph: SHELVES) @join__type(graph: SHELVES, key: "id") @join__type(graph: LABELS, key: "id") {
                  id: ID! @join__field(graph: SHELVES)
                  name: String @join__field(graph: SHELVES)
                  pages: Int @join__field(graph: SHELVES)
                  label: String @join__field(graph: LABELS, requires: "name")
                }
                type Disc implements Item @join__owner(graph: SHELVES) @join__type(graph: SHELVES, key: "id") {
                  id: ID! @join__field(graph: SHELVES)
                  name: String @join__field(graph: SHELVES)
                }
                type Film { title: String }
                union Found = Book | Disc | Film
                input Order { by: Field asc: Boolean }
                enum Field { NAME ID }
                """);
    }

    private static void answers(String supergraph) {
        Federation.on(supergraph, SHELVES, LABELS).ask(QUERY).answers(EXPECTED).asking("shelves labels labels shelves");
    }

    private static String linked(String version) {
        return """
                schema @link(url: "https://specs.apollo.dev/link/v1.0")
                  @link(url: "https://specs.apollo.dev/join/%s", for: EXECUTION) { query: Query }
                directive @link(url: String, as: String, for: link__Purpose, import: [link__Import]) repeatable on SCHEMA
                scalar link__Import
                enum link__Purpose { SECURITY EXECUTION }
                """.formatted(version);
    }

    private static String definitionsOf(String version) {
        String more = switch (version) {
            case "v0.3" -> "";
            case "v0.4" -> ", overrideLabel: String";
            default -> ", overrideLabel: String, contextArguments: [join__ContextArgument!]";
        };
        return """
                directive @join__enumValue(graph: join__Graph!) repeatable on ENUM_VALUE
                directive @join__field(graph: join__Graph, requires: join__FieldSet, provides: join__FieldSet, type: String,
                  external: Boolean, override: String, usedOverridden: Boolean%s) repeatable on FIELD_DEFINITION | INPUT_FIELD_DEFINITION
                directive @join__graph(name: String!, url: String!) on ENUM_VALUE
                directive @join__implements(graph: join__Graph!, interface: String!) repeatable on OBJECT | INTERFACE
                directive @join__type(graph: join__Graph!, key: join__FieldSet, extension: Boolean! = false, resolvable: Boolean! = true,
                  isInterfaceObject: Boolean! = false) repeatable on OBJECT | INTERFACE | UNION | ENUM | INPUT_OBJECT | SCALAR
                directive @join__unionMember(graph: join__Graph!, member: String!) repeatable on UNION
                input join__ContextArgument { name: String! type: String! context: String! selection: join__FieldValue! }
                scalar join__FieldValue
                """.formatted(more);
    }
}
