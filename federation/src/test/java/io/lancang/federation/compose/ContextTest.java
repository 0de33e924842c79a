package io.lancang.federation.compose;

import static io.lancang.federation.compose.Composed.subgraph;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.compose.problem.CompositionErrorCode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arguments that a router fills from an object further up in the query. */
class ContextTest {

    private static final String REGION = """
            type Query { region: Region! }
            type Region @key(fields: "id") @context(name: "region") {
              id: ID! currency: String rate: Int! codes: [String!]! money: Money moneys: [Money!]! scaled(by: Int): Int! port: Port
            }
            type Money { code: String! amount: Float }
            """;

    private static Composed withArgument(String argument) {
        return Composed.of(subgraph(
                "a",
                REGION + "type Port @key(fields: \"id\") { id: ID! fee(" + argument
                        + "): Float } input In { x: Int }"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x: String   | $region { currency }",
                "x: Int      | $region { rate }",
                "x: Int!     | $region { rate }",
                "x: [String] | $region { codes }",
                "x: [String!]! | $region { codes }",
                "x: String   | $region { money { code } }",
                "x: [String!]! | $region { moneys { code } }",
                "x: String   | $region ... on Region { currency }",
                "x: String   | $region { ... on Region { currency } }",
                "x: Int      | $region { scaled(by: 3) }",
            })
    void takesAValueOfTheArgumentsType(String argument, String field) {
        assertEquals(
                List.of(),
                withArgument(argument + " @fromContext(field: \"" + field + "\")")
                        .codes());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x: String!  | $region { currency }           | CONTEXT_INVALID_SELECTION",
                "x: String!  | $region { money { code } }     | CONTEXT_INVALID_SELECTION",
                "x: String   | $region { rate }               | CONTEXT_INVALID_SELECTION",
                "x: Float    | $region { rate }               | CONTEXT_INVALID_SELECTION",
                "x: String   | $region { codes }              | CONTEXT_INVALID_SELECTION",
                "x: [Int]    | $region { rate }               | CONTEXT_INVALID_SELECTION",
                "x: String   | $region { moneys { code } }    | CONTEXT_INVALID_SELECTION",
                "x: In       | $region { rate }               | CONTEXT_INVALID_SELECTION",
                "x: String   | $region { currency rate }      | CONTEXT_INVALID_SELECTION",
                "x: String   | $region { nothing }            | CONTEXT_INVALID_SELECTION",
                "x: String   | $region { money }              | CONTEXT_INVALID_SELECTION",
                "x: Int      | $region { rate { x } }         | CONTEXT_INVALID_SELECTION",
                "x: Int      | $region { r: rate }            | CONTEXT_INVALID_SELECTION",
                "x: Int      | $region { rate(by: 3) }        | CONTEXT_INVALID_SELECTION",
                "x: Int      | $region { scaled(of: 3) }      | CONTEXT_INVALID_SELECTION",
                "x: Int      | $region { scaled(by: true) }   | CONTEXT_INVALID_SELECTION",
                "x: Int      | $region { scaled(by: $x) }     | CONTEXT_INVALID_SELECTION",
                "x: Int      | $region { rate @skip(if: true) } | CONTEXT_INVALID_SELECTION",
                "x: Int      | $region { rate                 | CONTEXT_INVALID_SELECTION",
                "x: String   | $region ... on Port { id }     | CONTEXT_INVALID_SELECTION",
                "x: String   | $region ... on Region { currency } id | CONTEXT_INVALID_SELECTION",
                "x: String   | $region { money { ... on Money { code } } } | CONTEXT_INVALID_SELECTION",
                "x: String   | { currency }                   | NO_CONTEXT_IN_SELECTION",
                "x: String   | $region                        | NO_CONTEXT_IN_SELECTION",
                "x: String   | $zone { currency }             | CONTEXT_NOT_SET",
                "x: String = \"\" | $region { currency }       | CONTEXT_NOT_SET",
            })
    void refusesWhatIsNoValueOfTheArgumentsType(String argument, String field, CompositionErrorCode expected) {
        Composed composed = withArgument(argument + " @fromContext(field: \"" + field + "\")");

        assertEquals(
                Set.of(expected),
                Set.copyOf(composed.codes()),
                composed.errors().toString());
        assertEquals("Port.fee(x:)", composed.errors().getFirst().coordinate());
    }

    @Test
    void saysWhichTypesDoNotMatch() {
        Composed composed = withArgument("x: String @fromContext(field: \"$region { rate }\")");

        assertEquals(
                "a:10:54: CONTEXT_INVALID_SELECTION at Port.fee(x:): @fromContext on \"Port.fee(x:)\" selects \"{ rate }\" of"
                        + " the context \"region\": its type on \"Region\" is \"Int!\", but the argument takes \"String\";"
                        + " select a value of that type, or change the argument",
                composed.error().toString());
    }

    @Test
    void refusesANameThatIsNone() {
        Composed composed =
                Composed.of(subgraph("a", "type Query { x: Int } type T @context(name: \"a_b\") { x: Int }"));

        assertEquals(List.of(CompositionErrorCode.CONTEXT_NAME_INVALID), composed.codes());
    }

    @Test
    void needsAConditionForEveryTypeThatSetsTheContext() {
        String places = """
                type Query { region: Region zone: Zone }
                type Region @key(fields: "id") @context(name: "place") { id: ID! currency: String port: Port }
                type Zone @key(fields: "id") @context(name: "place") { id: ID! money: String port: Port }
                type Port @key(fields: "id") {
                """;
        String one = "id: ID! fee(x: String @fromContext(field: \"$place ... on Region { currency }\")): Int }";
        String both = one.replace("currency }", "currency } ... on Zone { money }");

        assertEquals(
                List.of(CompositionErrorCode.CONTEXT_INVALID_SELECTION),
                Composed.of(subgraph("a", places + one)).codes());
        assertEquals(List.of(), Composed.of(subgraph("a", places + both)).codes());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type Port { id: ID! fee(x: Int @fromContext(field: \"$region { rate }\")): Float }"
                        + " | CONTEXT_NO_RESOLVABLE_KEY",
                "type Port @key(fields: \"id\", resolvable: false) { id: ID!"
                        + " fee(x: Int @fromContext(field: \"$region { rate }\")): Float } | CONTEXT_NO_RESOLVABLE_KEY",
                "interface Fee { fee: Float } type Port implements Fee @key(fields: \"id\") { id: ID!"
                        + " fee(x: Int @fromContext(field: \"$region { rate }\")): Float } | CONTEXT_NOT_SET",
                "type Port @key(fields: \"id\") { id: ID! } directive @d(x: Int @fromContext(field: \"$region { rate }\"))"
                        + " on OBJECT | CONTEXT_NOT_SET",
            })
    void refusesAnArgumentThatNoRouterCanFill(String port, CompositionErrorCode expected) {
        assertEquals(
                List.of(expected), Composed.of(subgraph("a", REGION + port)).codes());
    }

    @Test
    void refusesARequiredArgumentThatOneSubgraphTakesFromAContextAndAnotherFromClients() {
        String port = "type Port @key(fields: \"id\") { id: ID! fee(x: Int!%s): Float @shareable }";

        assertEquals(
                List.of(CompositionErrorCode.CONTEXT_INVALID_SELECTION),
                Composed.of(
                                subgraph("a", REGION + port.formatted(" @fromContext(field: \"$region { rate }\")")),
                                subgraph("b", port.formatted("")))
                        .codes());
    }

    @Test
    void refusesAnArgumentThatAnotherSubgraphDemandsOfClients() {
        String port = "type Port @key(fields: \"id\") { id: ID! fee(x: Int%s): Float @shareable }";
        Composed composed = Composed.of(
                subgraph("a", REGION + port.formatted(" @fromContext(field: \"$region { rate }\")")),
                subgraph("b", port.formatted("!")));

        assertEquals(
                "b:5:44: CONTEXTUAL_ARGUMENT_NOT_CONTEXTUAL_IN_ALL_SUBGRAPHS at Port.fee(x:): \"Port.fee(x:)\" comes from a"
                        + " context in another subgraph, so that clients cannot give it, but \"b\" requires it; add"
                        + " @fromContext there, or make it optional",
                composed.error().toString());
    }

    @Test
    void needsTheContextOnEveryWayToTheField() {
        Composed composed = Composed.of(
                subgraph(
                        "a",
                        REGION.replace("region: Region!", "region: Region! port: Port")
                                + "type Port @key(fields: \"id\") { id: ID! fee(x: Int @fromContext(field: \"$region { rate }\")): Float }"));

        assertEquals(
                "the query \"{ port { fee } }\" cannot be resolved: \"a\" has the field, but an argument of it comes from a"
                        + " context that nothing above it in the query sets, or whose value cannot be resolved there",
                composed.error().message());
    }

    @Test
    void findsTheContextAcrossSubgraphsAndItsValueInAnotherOne() {
        Composed composed = Composed.of(subgraph("a", """
                type Query { region: Region }
                type Region @key(fields: "id") @context(name: "region") { id: ID! rate: Int @external }
                type Port @key(fields: "id") { id: ID! fee(x: Int @fromContext(field: "$region { rate }")): Float }
                """), subgraph("b", """
                type Region @key(fields: "id") { id: ID! rate: Int port: Port }
                type Port @key(fields: "id") { id: ID! }
                """));

        assertEquals(
                "fee: Float @join__field(graph: A, contextArguments: [{context : \"a__region\", name : \"x\", type :"
                        + " \"Int\", selection : \"{ rate }\"}])",
                composed.field("type Port", "fee"));
    }

    @Test
    void doesNotTakeAnObjectForItsOwnContext() {
        Composed composed = Composed.of(subgraph("a", """
                type Query { region: Region }
                type Region @key(fields: "id") @context(name: "region") {
                  id: ID! rate: Int fee(x: Int @fromContext(field: "$region { rate }")): Float
                }
                """));

        assertEquals(List.of(CompositionErrorCode.SATISFIABILITY_ERROR), composed.codes());
    }

    @Test
    void writesAContextThatAUnionSets() {
        Composed composed = Composed.of(subgraph("a", """
                type Query { place: Place }
                union Place @context(name: "place") = Region
                type Region @key(fields: "id") { id: ID! rate: Int port: Port }
                type Port @key(fields: "id") { id: ID! fee(x: Int @fromContext(field: "$place ... on Region { rate }")): Int }
                """));

        assertTrue(composed.definition("union Place").contains("@context(name: \"a__place\")"));
    }

    /** The value comes from an object that not everybody may see. */
    @Test
    void demandsOfAFieldWhatTheTypeOfItsContextDemands() {
        String sdl =
                "type Query { t: T } type T @key(fields: \"id\") @context(name: \"c\") @authenticated { id: ID! name: String u: U }"
                        + " type U @key(fields: \"id\") { id: ID! v(n: String @fromContext(field: \"$c { name }\")): Int %s }";

        assertEquals(
                List.of(CompositionErrorCode.MISSING_TRANSITIVE_AUTH_REQUIREMENTS),
                Composed.of(subgraph("a", sdl.formatted(""))).codes());
        assertEquals(
                List.of(),
                Composed.of(subgraph("a", sdl.formatted("@authenticated"))).codes());
    }
}
