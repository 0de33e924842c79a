package io.lancang.federation.supergraph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import io.lancang.federation.Contract;
import io.lancang.federation.fieldset.FieldSetParser;
import io.lancang.federation.fieldset.InvalidFieldSetException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SupergraphTest {
    private static final String GRAPHS = """
            enum join__Graph {
              TRADE @join__graph(name: "trade", url: "http://trade.test/graphql")
              CORRIDOR @join__graph(name: "corridor", url: "http://corridor.test/graphql")
            }
            """;

    private static final String PARTNERS = JoinSpec.V0_5 + GRAPHS + """
            type Query @join__type(graph: TRADE) @join__type(graph: CORRIDOR) {
              partner(code: ID!): Partner @join__field(graph: TRADE)
              corridors: [Corridor!]! @join__field(graph: CORRIDOR)
              place: Place @join__field(graph: CORRIDOR)
            }
            type Partner
              @join__type(graph: TRADE, key: "code")
              @join__type(graph: TRADE, key: "name region { id }")
              @join__type(graph: CORRIDOR, key: "code", resolvable: false)
            {
              code: ID!
              name: String! @join__field(graph: TRADE, override: "corridor", overrideLabel: "percent(20)")
                @join__field(graph: CORRIDOR, type: "String", overrideLabel: "percent(20)")
              region: Region @join__field(graph: TRADE)
              old: Int @join__field(graph: TRADE, override: "corridor") @join__field(graph: CORRIDOR, usedOverridden: true)
              secret: String @join__field(graph: TRADE) @inaccessible
              \"""
              Kilometres of rail to the border.
              \"""
              railKm: Decimal @join__field(graph: CORRIDOR, requires: "old") @deprecated(reason: "use corridors")
            }
            type Region @join__type(graph: TRADE) { id: ID! @tag(name: "public") }
            type Corridor @join__type(graph: CORRIDOR) { partner: Partner! @join__field(graph: CORRIDOR, provides: "name") }
            interface Place @join__type(graph: CORRIDOR) @join__type(graph: TRADE, isInterfaceObject: true, key: "id") { id: ID! }
            type Port implements Place @join__type(graph: CORRIDOR, key: "id") @join__implements(graph: CORRIDOR, interface: "Place") { id: ID! }
            type Depot implements Place @join__type(graph: CORRIDOR) @join__implements(graph: CORRIDOR, interface: "Place") @inaccessible { id: ID! }
            union Anything @join__type(graph: TRADE) @join__type(graph: CORRIDOR)
              @join__unionMember(graph: TRADE, member: "Partner") @join__unionMember(graph: CORRIDOR, member: "Corridor")
              @join__unionMember(graph: CORRIDOR, member: "Partner") = Partner | Corridor
            enum Status @join__type(graph: TRADE) { OPEN @join__enumValue(graph: TRADE) HIDDEN @join__enumValue(graph: TRADE) @inaccessible }
            scalar Decimal @join__type(graph: CORRIDOR) @specifiedBy(url: "https://example.test/decimal")
            """;

    private final Supergraph supergraph = Supergraph.parse(PARTNERS);
    private final Subgraph trade = supergraph.subgraphs().get(1);
    private final Subgraph corridor = supergraph.subgraphs().get(0);

    /** The first type that only one of them has is Corridor. */
    @Test
    void namesTheSubgraphsWithTheirUrlsInTheOrderOfWhatTheyHave() {
        assertEquals(
                List.of(
                        new Subgraph(0, "CORRIDOR", "corridor", "http://corridor.test/graphql"),
                        new Subgraph(1, "TRADE", "trade", "http://trade.test/graphql")),
                supergraph.subgraphs());
    }

    @Test
    void readsEveryKeyOfATypeWithItsSubgraph() throws InvalidFieldSetException {
        SubgraphType partner = type(trade, "Partner");
        assertEquals(
                List.of(
                        new Key(FieldSetParser.parse("code"), true),
                        new Key(FieldSetParser.parse("name region { id }"), true)),
                partner.keys());
        assertFalse(type(corridor, "Partner").keys().getFirst().resolvable());
    }

    @Test
    void givesAFieldWithoutJoinFieldToEverySubgraphOfItsType() {
        assertNotNull(type(trade, "Partner").field("code"));
        assertNotNull(type(corridor, "Partner").field("code"));
    }

    @Test
    void keepsTheTypeThatASubgraphGivesAField() {
        assertEquals(
                "TypeName{name='String'}",
                field(corridor, "Partner", "name").type().toString());
    }

    @Test
    void letsTheLabelDecideWhichSubgraphResolvesAProgressivelyOverriddenField() {
        assertTrue(field(trade, "Partner", "name").resolvable(Set.of("percent(20)")));
        assertFalse(field(trade, "Partner", "name").resolvable(Set.of()));
        assertFalse(field(corridor, "Partner", "name").resolvable(Set.of("percent(20)")));
        assertTrue(field(corridor, "Partner", "name").resolvable(Set.of()));
    }

    @Test
    void neverResolvesAFieldWhereItIsOverridden() {
        assertFalse(field(corridor, "Partner", "old").resolvable(Set.of()));
    }

    @Test
    void limitsTheMembersOfAUnionToThoseThatASubgraphKnows() {
        assertEquals(Set.of("Partner"), type(trade, "Anything").possibleTypes());
        assertEquals(Set.of("Corridor", "Partner"), type(corridor, "Anything").possibleTypes());
    }

    @Test
    void tellsAnInterfaceObjectFromAnInterface() {
        assertEquals(TypeKind.INTERFACE_OBJECT, type(trade, "Place").kind());
        assertEquals(TypeKind.INTERFACE, type(corridor, "Place").kind());
        assertEquals(Set.of("Port", "Depot"), type(corridor, "Place").possibleTypes());
    }

    @Test
    void hidesMachineryAndInaccessibleElementsFromClients() {
        GraphQLSchema api = supergraph.apiSchema();
        List<String> names = api.getAllTypesAsList().stream()
                .map(GraphQLNamedType::getName)
                .filter(name -> !name.startsWith("__"))
                .sorted()
                .toList();
        assertEquals(
                List.of(
                        "Anything",
                        "Boolean",
                        "Corridor",
                        "Decimal",
                        "ID",
                        "Int",
                        "Partner",
                        "Place",
                        "Port",
                        "Query",
                        "Region",
                        "Status",
                        "String"),
                names);
        assertNull(((GraphQLObjectType) Objects.requireNonNull(api.getType("Partner"))).getFieldDefinition("secret"));
        assertEquals(
                List.of("deprecated", "include", "oneOf", "skip", "specifiedBy", "stream"),
                api.getDirectives().stream()
                        .map(directive -> directive.getName())
                        .filter(name -> !name.startsWith("experimental") && !name.equals("defer"))
                        .sorted()
                        .toList());
    }

    @Test
    void showsATypeThatHasTheNameOfASpecificationsDirective() {
        GraphQLSchema api = Supergraph.parse(JoinSpec.V0_5 + GRAPHS + """
                        type Query @join__type(graph: TRADE) { tag: tag core: core__Kind }
                        type tag @join__type(graph: TRADE) { name: String }
                        enum core__Kind @join__type(graph: TRADE) { A @join__enumValue(graph: TRADE) }
                        """).apiSchema();

        assertEquals(
                List.of("tag", "core"),
                api.getQueryType().getFieldDefinitions().stream()
                        .map(field -> field.getName())
                        .toList());
    }

    @Test
    void keepsDescriptionsDeprecationsAndScalarSpecifications() {
        GraphQLSchema api = supergraph.apiSchema();
        var field = ((GraphQLObjectType) Objects.requireNonNull(api.getType("Partner"))).getFieldDefinition("railKm");
        assertEquals("Kilometres of rail to the border.", field.getDescription());
        assertEquals("use corridors", field.getDeprecationReason());
        assertEquals(
                "https://example.test/decimal",
                ((GraphQLScalarType) Objects.requireNonNull(api.getType("Decimal"))).getSpecifiedByUrl());
    }

    @Test
    void readsAFederationOneSupergraph() {
        Supergraph first = Supergraph.parse("""
                schema @core(feature: "https://specs.apollo.dev/core/v0.1") @core(feature: "https://specs.apollo.dev/join/v0.1") { query: Query }
                directive @core(feature: String!) repeatable on SCHEMA
                directive @join__field(graph: join__Graph, requires: join__FieldSet, provides: join__FieldSet) on FIELD_DEFINITION
                directive @join__type(graph: join__Graph!, key: join__FieldSet) repeatable on OBJECT | INTERFACE
                directive @join__owner(graph: join__Graph!) on OBJECT | INTERFACE
                directive @join__graph(name: String!, url: String!) on ENUM_VALUE
                scalar join__FieldSet
                enum join__Graph { TRADE @join__graph(name: "trade" url: "") CORRIDOR @join__graph(name: "corridor" url: "") }
                type Query { partners: [Partner] @join__field(graph: TRADE) }
                type Partner @join__owner(graph: TRADE) @join__type(graph: TRADE, key: "code") @join__type(graph: CORRIDOR, key: "code") {
                  code: ID! @join__field(graph: TRADE)
                  name: String
                  length: Length @join__field(graph: CORRIDOR)
                }
                type Length { km: Float }
                """);
        Subgraph second = first.subgraphs().getFirst();
        assertEquals(
                Set.of("length", "code"),
                Objects.requireNonNull(first.type(second, "Partner")).fields().keySet());
        assertNotNull(first.type(second, "Length"));
        assertNull(first.apiSchema().getType("join__Graph"));
    }

    @Test
    void saysThatASchemaWithoutSubgraphsIsNoSupergraph() {
        assertEquals(
                "join__Graph: this schema names no subgraphs, so it is no supergraph: compose one first",
                problem("type Query { a: Int }"));
    }

    @Test
    void namesLineAndCoordinateOfAnUnknownSubgraph() {
        String sdl = JoinSpec.V0_5 + GRAPHS + "type Query @join__type(graph: TRADES) { a: Int }";
        int line = sdl.lines().toList().size();
        assertEquals(
                "line " + line + ": Query: @join__type names the subgraph TRADES, which is none of [TRADE, CORRIDOR]",
                problem(sdl));
    }

    @Test
    void namesLineAndCoordinateOfABrokenFieldSet() {
        String sdl = JoinSpec.V0_5 + GRAPHS
                + "type Query @join__type(graph: TRADE) { a: Int @join__field(graph: TRADE, requires: \"{\") }";
        assertTrue(problem(sdl).contains("Query.a: @join__field(requires:) \"{\" is no field set"), problem(sdl));
    }

    @Test
    void namesTheLineOfASyntaxError() {
        assertEquals("line 2", problem("type Query {\n a: }").substring(0, 6));
    }

    @Test
    void namesATypeThatIsUsedButNotDefined() {
        String sdl = JoinSpec.V0_5 + GRAPHS + "type Query @join__type(graph: TRADE) { a: Missing }";
        assertTrue(problem(sdl).contains("Missing"), problem(sdl));
    }

    @Test
    void leavesADefaultValueOfAnotherTypeToItsValidation() {
        String sdl = JoinSpec.V0_5 + GRAPHS + "type Query @join__type(graph: TRADE) { a(b: Int = \"three\"): Int }";

        Supergraph unvalidated = Supergraph.parseUnvalidated(sdl, Contract.WHOLE);

        String invalid =
                assertThrows(SupergraphException.class, unvalidated::validate).getMessage();
        assertTrue(String.valueOf(invalid).contains("three"), invalid);
        assertEquals(invalid, problem(sdl));
    }

    private static String problem(String sdl) {
        return Objects.requireNonNull(assertThrows(SupergraphException.class, () -> Supergraph.parse(sdl))
                .getMessage());
    }

    private SubgraphType type(Subgraph subgraph, String name) {
        return Objects.requireNonNull(supergraph.type(subgraph, name));
    }

    private SubgraphField field(Subgraph subgraph, String type, String name) {
        return Objects.requireNonNull(type(subgraph, type).field(name));
    }
}
