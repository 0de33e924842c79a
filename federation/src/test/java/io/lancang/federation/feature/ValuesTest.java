package io.lancang.federation.feature;

import static io.lancang.federation.feature.DataSubgraph.subgraph;

import org.junit.jupiter.api.Test;

/** Enums, input objects and scalars on their way through the gateway. */
class ValuesTest {
    private static final Federation ENUMS = Federation.of(subgraph("a", """
                    type Query { state: State given(state: Mode): String modes: [Mode!] }
                    enum State { OPEN SHUT }
                    enum Mode { RAIL ROAD SEA @inaccessible }
                    type Thing @key(fields: "id") { id: ID! kind: Kind }
                    enum Kind { SMALL LARGE }
                    """, """
                    {"Query": {"state": "SHUT", "given": "{$state}", "modes": ["RAIL", "SEA"]}, "Thing": [{"id": "1", "kind": "LARGE"}]}
                    """), subgraph("b", """
                    type Query { next: State things: [Thing!]! pick(filter: Filter!): String }
                    enum State { OPEN LOST }
                    type Thing @key(fields: "id") { id: ID! }
                    input Filter { state: Level! more: [Filter!] exact: Boolean = true }
                    enum Level { LOW HIGH }
                    """, """
                    {"Query": {"next": "LOST", "things": [{"id": "1"}], "pick": "{$filter}"}}
                    """));

    @Test
    void unitesTheValuesOfAnEnumThatIsOnlyAnswered() {
        ENUMS.ask("{ state next things { kind } __type(name: \"State\") { enumValues { name } } }")
                .answers("""
                        {"state": "SHUT", "next": "LOST", "things": [{"kind": "LARGE"}],
                         "__type": {"enumValues": [{"name": "OPEN"}, {"name": "SHUT"}, {"name": "LOST"}]}}
                        """);
    }

    @Test
    void refusesAnEnumValueThatIsInaccessible() {
        ENUMS.ask("{ given(state: RAIL) }").answers("{\"given\": \"RAIL\"}");
        ENUMS.ask("{ given(state: SEA) }").isRefused("GRAPHQL_VALIDATION_FAILED", "SEA");
        ENUMS.with("{\"s\": \"SEA\"}")
                .ask("query($s: Mode) { given(state: $s) }")
                .isRefused("BAD_USER_INPUT", "SEA");
        ENUMS.with("{\"s\": \"ROAD\"}")
                .ask("query($s: Mode) { given(state: $s) }")
                .answers("{\"given\": \"ROAD\"}");
    }

    @Test
    void nullsTheListAboveAnInaccessibleValueThatMustNotBeNull() {
        ENUMS.ask("{ modes }").answersInPart("{\"modes\": null}", "SUBGRAPH_INVALID_RESPONSE modes/1");
    }

    private static final Federation INPUTS = Federation.of(subgraph("a", """
                    type Query { find(by: Search, mode: Both): String }
                    input Search { text: String! limit: Int = 10 onlyInA: Int }
                    enum Both { X Y }
                    """, """
                    {"Query": {"find": "{$by} {$mode}"}}
                    """), subgraph("b", """
                    type Query { look(by: Search, mode: Both): String }
                    input Search { text: String limit: Int = 10 onlyInB: Boolean }
                    enum Both { Y Z }
                    """, """
                    {"Query": {"look": "{$by} {$mode}"}}
                    """));

    @Test
    void offersTheInputFieldsAndValuesThatAllSubgraphsKnow() {
        INPUTS.ask(
                        "{ __type(name: \"Search\") { inputFields { name type { kind } } } both: __type(name: \"Both\") { enumValues { name } } }")
                .answers("""
                        {"__type": {"inputFields": [{"name": "text", "type": {"kind": "NON_NULL"}}, {"name": "limit", "type": {"kind": "SCALAR"}}]},
                         "both": {"enumValues": [{"name": "Y"}]}}
                        """);
        INPUTS.ask("{ find(by: {text: \"t\", onlyInA: 1}) }").isRefused("GRAPHQL_VALIDATION_FAILED", "onlyInA");
        INPUTS.ask("{ find(mode: X) }").isRefused("GRAPHQL_VALIDATION_FAILED", "X");
        INPUTS.with("{\"s\": {\"text\": \"t\", \"onlyInB\": true}}")
                .ask("query($s: Search) { look(by: $s) }")
                .isRefused("BAD_USER_INPUT", "onlyInB");
    }

    @Test
    void requiresAnInputFieldThatOneSubgraphRequires() {
        INPUTS.ask("{ look(by: {limit: 1}) }").isRefused("GRAPHQL_VALIDATION_FAILED", "text");
        INPUTS.with("{\"s\": {\"text\": null}}")
                .ask("query($s: Search) { look(by: $s) }")
                .isRefused("BAD_USER_INPUT", "text");
        INPUTS.ask("{ look(by: {text: \"t\", limit: null}, mode: Y) }").answers("""
                        {"look": "{\\"text\\":\\"t\\",\\"limit\\":null} Y"}
                        """);
    }

    private static final Federation HIDDEN = Federation.of(
            subgraph("a", """
                    type Query { user: User secret: Int @inaccessible hidden: Hidden find(code: String, key: String @inaccessible): String any: Any }
                    type User @key(fields: "token") { token: ID! @inaccessible name: String }
                    type Hidden @inaccessible { x: Int }
                    type Shown { y: Int }
                    union Any = Hidden | Shown
                    """.replace("hidden: Hidden ", "hidden: Hidden @inaccessible "), """
                    {"Query": {"user": {"token": "t", "name": "Li"}, "secret": 1, "hidden": {"x": 1}, "find": "{$code}",
                       "any": {"__typename": "Hidden", "x": 1}}}
                    """),
            subgraph("b", """
                    type User @key(fields: "token") { token: ID! mail: String }
                    """, """
                    {"User": [{"token": "t", "mail": "li@x"}]}
                    """));

    @Test
    void joinsByAKeyThatClientsDoNotSee() {
        HIDDEN.ask("{ user { name mail } }").answers("""
                        {"user": {"name": "Li", "mail": "li@x"}}
                        """).asking("a b");
    }

    @Test
    void hidesWhatIsInaccessible() {
        HIDDEN.ask("{ secret }").isRefused("GRAPHQL_VALIDATION_FAILED", "secret");
        HIDDEN.ask("{ user { token } }").isRefused("GRAPHQL_VALIDATION_FAILED", "token");
        HIDDEN.ask("{ find(code: \"c\", key: \"k\") }").isRefused("GRAPHQL_VALIDATION_FAILED", "key");
        HIDDEN.ask("{ any { ... on Hidden { x } } }").isRefused("GRAPHQL_VALIDATION_FAILED", "Hidden");
        HIDDEN.ask("{ __type(name: \"Hidden\") { name } any: __type(name: \"Any\") { possibleTypes { name } } "
                        + "query: __type(name: \"Query\") { fields { name args { name } } } }")
                .answers("""
                        {"__type": null, "any": {"possibleTypes": [{"name": "Shown"}]},
                         "query": {"fields": [{"name": "user", "args": []}, {"name": "find", "args": [{"name": "code"}]}, {"name": "any", "args": []}]}}
                        """);
    }

    @Test
    void nullsAnObjectOfATypeThatClientsDoNotSee() {
        HIDDEN.ask("{ any { __typename } }").answersInPart("{\"any\": null}", "SUBGRAPH_INVALID_RESPONSE any");
    }

    private static final Federation SCALARS = Federation.of(subgraph("a", """
                    scalar Long scalar Decimal scalar JSON
                    type Query { thing: Thing echo(long: Long, decimal: Decimal, json: JSON, text: String, id: ID, float: Float): JSON }
                    type Thing @key(fields: "id") { id: Long! price: Decimal json: JSON text: String float: Float }
                    """, """
                    {"Query": {"thing": {"id": 9007199254740993, "price": 1234567890.12345678901234567890, "float": 1e-7,
                        "json": {"b": [1.50, null, {"__typename": "not a type"}], "a": "\\u0000\\u001f\\"\\\\/"},
                        "text": "云南 \\ud83d\\ude82 \\u2028 \\n"},
                      "echo": {"long": "{$long}", "decimal": "{$decimal}", "json": "{$json}", "text": "{$text}", "id": "{$id}", "float": "{$float}"}}}
                    """), subgraph("b", """
                    scalar Long scalar Decimal
                    type Thing @key(fields: "id") { id: Long! price: Decimal @external text: String @external
                      note: String @requires(fields: "price text") }
                    """, """
                    {"Thing": [{"id": 9007199254740993, "note": "{id} {price} {text}"}]}
                    """));

    @Test
    void keepsNumbersExactInAnswersAndRepresentations() {
        SCALARS.ask("{ thing { id price float note } }")
                .answers("""
                        {"thing": {"id": 9007199254740993, "price": 1234567890.12345678901234567890, "float": 1e-7,
                          "note": "9007199254740993 1234567890.12345678901234567890 云南 \\ud83d\\ude82 \\u2028 \\n"}}
                        """.replace("1e-7", "1.0E-7"))
                .asking("a b");
    }

    @Test
    void leavesCustomScalarsUntouched() {
        SCALARS.ask("{ thing { json text } }").answers("""
                        {"thing": {"json": {"b": [1.50, null, {"__typename": "not a type"}], "a": "\\u0000\\u001f\\"\\\\/"},
                          "text": "云南 \\ud83d\\ude82 \\u2028 \\n"}}
                        """);
    }

    @Test
    void keepsArgumentsAndVariablesExact() {
        String expected = """
                {"echo": {"id": "007", "decimal": 0.10, "json": {"k": [1, {"x": null}]}, "float": 5.0, "text": "云 \\ud83d\\ude82 \\"", "long": 9007199254740993}}
                """;
        SCALARS.with("""
                        {"long": 9007199254740993, "decimal": 0.10, "json": {"k": [1, {"x": null}]}, "text": "云 \\ud83d\\ude82 \\"", "id": "007", "float": 5}
                        """)
                .ask("query($long: Long, $decimal: Decimal, $json: JSON, $text: String, $id: ID, $float: Float) {"
                        + " echo(long: $long, decimal: $decimal, json: $json, text: $text, id: $id, float: $float) }")
                .answersEqual(expected);
        SCALARS.ask(
                        "{ echo(long: 9007199254740993, decimal: 0.10, json: {k: [1, {x: null}]}, text: \"云 \\ud83d\\ude82 \\\"\", id: \"007\", float: 5) }")
                .answersEqual(expected);
    }

    private static final Federation ZEROS = Federation.of(subgraph("a", """
                    scalar Decimal
                    type Query { given(float: Float, decimal: Decimal, list: [Float], int: Int): String }
                    """, """
                    {"Query": {"given": "none"}}
                    """));

    @Test
    void keepsTheSignOfAZeroThatAClientWrites() {
        ZEROS.ask("{ given(float: -0.0, decimal: -0.00e5, list: [-0.0, 0.0, 1.50]) }")
                .answers("{\"given\": \"none\"}")
                .sends(0, "given(float:-0.0,decimal:-0.00e5,list:[-0.0,0.0,1.50])");
        ZEROS.ask("query($v: Float = -0.0) { given(float: $v) }")
                .answers("{\"given\": \"none\"}")
                .sends(0, "\"variables\":{\"v\":-0.0}");
    }

    @Test
    void knowsOneZeroOfIntegers() {
        ZEROS.ask("{ given(int: -0, float: -0) }")
                .answers("{\"given\": \"none\"}")
                .sends(0, "given(int:0,float:0)");
    }

    @Test
    void refusesFieldsUnderOneNameThatDifferInTheSignOfAZero() {
        ZEROS.ask("{ given(float: -0.0) given(float: 0.0) }").isRefused("GRAPHQL_VALIDATION_FAILED", "given");
        ZEROS.ask("{ given(float: 0.0) given(float: -0.0) }").isRefused("GRAPHQL_VALIDATION_FAILED", "given");
        ZEROS.ask("{ given(float: -0.0) given(float: -0.0) }").answers("{\"given\": \"none\"}");
    }

    @Test
    void showsANumberWhereAnIdIsPromisedAsAString() {
        Federation.of(subgraph("a", "type Query { thing: Thing } type Thing { id: ID name: String }", """
                        {"Query": {"thing": {"id": 7, "name": "x"}}}
                        """))
                .ask("{ thing { id } }")
                .answers("{\"thing\": {\"id\": \"7\"}}");
    }

    @Test
    void passesVariablesInsideOfInputObjectsAndListsToEntityFetches() {
        Federation.of(subgraph("a", """
                                type Query { thing: Thing }
                                type Thing @key(fields: "id") { id: ID! }
                                """, """
                                {"Query": {"thing": {"id": "1"}}}
                                """), subgraph("b", """
                                type Thing @key(fields: "id") { id: ID! search(by: By, tags: [String!], on: Boolean): String }
                                input By { text: String inner: By list: [Int] }
                                """, """
                                {"Thing": [{"id": "1", "search": "{$by} {$tags} {$on}"}]}
                                """))
                .with("{\"t\": \"x\", \"n\": 2, \"tag\": \"z\"}")
                .ask(
                        "query($t: String, $n: Int, $tag: String!, $on: Boolean = true, $gone: String) {"
                                + " thing { search(by: {text: $gone, inner: {text: $t, list: [1, $n, null]}}, tags: [\"y\", $tag], on: $on) } }")
                .answers("""
                        {"thing": {"search": "{\\"inner\\":{\\"text\\":\\"x\\",\\"list\\":[1,2,null]}} [\\"y\\",\\"z\\"] true"}}
                        """)
                .sends(
                        1,
                        "\"variables\":{\"representations\":[{\"__typename\":\"Thing\",\"id\":\"1\"}],\"t\":\"x\",\"n\":2,\"tag\":\"z\",\"on\":true}");
    }
}
