package io.lancang.federation.compose;

import static io.lancang.federation.compose.Composed.bare;
import static io.lancang.federation.compose.Composed.subgraph;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import io.lancang.federation.SubgraphDefinition;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SupergraphSdlTest {

    private static final SubgraphDefinition TRADE = subgraph("trade", """
            type Query {
              "One partner, in \\"quotes\\" and with a \\\\ backslash."
              partner("alpha-3" code: ID! = "CHN", tags: [String!] = ["a", "b"], range: Range = {from: 1}): Partner
            }
            \"""
            A trading partner.

            It has a \\\"""quoted\\\""" name.
            \"""
            type Partner @key(fields: "code") { code: ID! rate: Float @cost(weight: 2) secret: Int @inaccessible }
            input Range { from: Int = 0 to: Int @tag(name: "late") }
            scalar Decimal @specifiedBy(url: "https://lancang.test/decimal")
            type Mutation { load(rows: [Decimal!]!): Int }
            """);
    private static final SubgraphDefinition CORRIDOR = subgraph("corridor", """
            type Partner @key(fields: "code") { code: ID! corridors: Int }
            """);

    @Test
    void isAValidSchemaWithAllItsMachineryDefined() {
        GraphQLSchema schema = UnExecutableSchemaGenerator.makeUnExecutableSchema(
                new SchemaParser().parse(Composed.of(TRADE, CORRIDOR).supergraph()));

        assertEquals(
                "One partner, in \"quotes\" and with a \\ backslash.",
                schema.getQueryType().getFieldDefinition("partner").getDescription());
        assertEquals(
                "A trading partner.\n\nIt has a \"\"\"quoted\"\"\" name.",
                Objects.requireNonNull(schema.getObjectType("Partner")).getDescription());
    }

    @Test
    void isTheSameTextWhateverOrderTheSubgraphsComeIn() {
        assertEquals(
                Composed.of(TRADE, CORRIDOR).supergraph(),
                Composed.of(CORRIDOR, TRADE).supergraph());
    }

    @Test
    void startsWithTheLinkedSpecifications() {
        assertTrue(Composed.of(TRADE, CORRIDOR).supergraph().startsWith("""
                schema
                  @link(url: "https://specs.apollo.dev/link/v1.0")
                  @link(url: "https://specs.apollo.dev/join/v0.5", for: EXECUTION)
                  @link(url: "https://specs.apollo.dev/tag/v0.3")
                  @link(url: "https://specs.apollo.dev/inaccessible/v0.2", for: SECURITY)
                  @link(url: "https://specs.apollo.dev/cost/v0.1")
                {
                  query: Query
                  mutation: Mutation
                }
                """));
    }

    @Test
    void numbersGraphsWhoseNamesWouldBeEqual() {
        Composed composed = Composed.of(
                bare("my-trade", "type Query { a: Int }"),
                bare("my.trade", "type Query { b: Int }"),
                bare("2nd", "type Query { c: Int }"),
                bare("v_1", "type Query { d: Int }"));

        assertEquals("""
                enum join__Graph {
                  _2ND @join__graph(name: "2nd", url: "http://2nd.test/graphql")
                  MY_TRADE_1 @join__graph(name: "my-trade", url: "http://my-trade.test/graphql")
                  MY_TRADE_2 @join__graph(name: "my.trade", url: "http://my.trade.test/graphql")
                  V_1_ @join__graph(name: "v_1", url: "http://v_1.test/graphql")
                }""", composed.definition("enum join__Graph"));
    }

    @Test
    void keepsDefaultsAndDirectivesOfArgumentsAndInputFields() {
        String sdl = Composed.of(TRADE, CORRIDOR).supergraph();

        assertTrue(Parser.parse(sdl).getDefinitions().size() > 20);
        assertTrue(sdl.contains("code: ID! = \"CHN\"\n"), sdl);
        assertTrue(sdl.contains("tags: [String!] = [\"a\", \"b\"]\n"), sdl);
        assertTrue(sdl.contains("to: Int @tag(name: \"late\")\n"), sdl);
    }
}
