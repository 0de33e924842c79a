package io.lancang.federation.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.GraphQL;
import graphql.introspection.GoodFaithIntrospection;
import graphql.introspection.IntrospectionQuery;
import io.lancang.federation.GraphQLResponse;
import io.lancang.federation.SchemaDisclosure;
import io.lancang.federation.json.ByteSink;
import io.lancang.federation.json.JsonWriter;
import io.lancang.federation.supergraph.Supergraph;
import io.lancang.federation.testing.TestSubgraph;
import io.lancang.federation.testing.TestSubgraphs;
import io.lancang.federation.testing.TestSupergraph;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients learn of the schema, what they may not, and where the work for it is done. */
class IntrospectionTest {
    private final TestSubgraph ports = TestSubgraph.of("ports", """
        type Query { ports(first: Int = 10, near: Place, old: Int @deprecated): [Port!]! stop: Stop any: Any }
        interface Stop { id: ID! }
        "A harbour."
        type Port implements Stop { id: ID! name: String @deprecated(reason: "ask for title") title: String kind: Kind }
        union Any = Port
        enum Kind { SEA RIVER DRY @deprecated }
        input Place @oneOf { code: String at: Point }
        input Point { x: Float! = 1.5 y: Float = null tags: [String!] = ["a", "b"] }
        scalar Day @specifiedBy(url: "https://example.org/day")
        """).build();
    private final Supergraph supergraph = TestSupergraph.of(ports);
    private final FederationEngine<Object> engine = engine(SchemaDisclosure.DEFAULT);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ __schema { description queryType { name } mutationType { name } types { kind name description } } }",
                "{ a: __type(name: \"Port\") { __typename name fields { name } interfaces { name } } }",
                "{ __type(name: \"Port\") { fields(includeDeprecated: true) { name isDeprecated deprecationReason } }"
                        + " }",
                "{ __type(name: \"Any\") { possibleTypes { name } fields { name } ofType { name } } }",
                "{ __type(name: \"Point\") { inputFields { name defaultValue type { kind name ofType { name } } }"
                        + " isOneOf } }",
                "{ __type(name: \"Kind\") { enumValues { name } more: enumValues(includeDeprecated: true) { name } } }",
                "{ __type(name: \"Nothing\") { name } }",
                "{ ...A ...B } fragment A on Query { __schema { queryType { fields { name } } } }"
                        + " fragment B on Query { __schema { queryType { fields { args { name defaultValue } } } } }",
            })
    void tellsWhatTheLibraryTells(String query) {
        assertEquals(expected(query), answer(engine, query, Map.of()));
    }

    @Test
    void answersTheStandardQueryOfTools() {
        String query = IntrospectionQuery.INTROSPECTION_QUERY;
        String expected = expected(query);
        // The library offers one directive more.
        String types = expected.substring(0, expected.indexOf("\"directives\":["));
        assertEquals(types, answer(engine, query, Map.of()).substring(0, types.length()));
    }

    @Test
    void remembersAnAnswerHoweverTheQuestionIsWritten() {
        engine.prepare(request("{ __schema { queryType { name } } }", Map.of()), this);
        GraphQLRequest other =
                request("query Other {\n  __schema { queryType { ...N } }\n} fragment N on __Type { name }", Map.of());
        GraphQLRequest same = request("query Same { __schema {\n queryType { name } } }", Map.of());
        engine.prepare(same, this);
        assertNotNull(engine.cached(same, this));
        assertNull(engine.cached(other, this), "not prepared yet");
    }

    @Test
    void leavesQuestionsWithVariablesToThoseWhoMayTakeTime() {
        GraphQLRequest request = request("query ($n: String!) { __type(name: $n) { name } }", Map.of("n", "Port"));
        Preparation ready = engine.preparation(request, this);
        assertNull(engine.cached(request, this));
        assertEquals("{\"data\":{\"__type\":{\"name\":\"Port\"}}}", text(answer(engine.prepare(ready, request, this))));
    }

    @ParameterizedTest
    @CsvSource({
        "true, false, '\"name\":\"Port\",\"kind\":\"OBJECT\"'",
        "false, true, ''",
        "true, true, '\"name\":\"Port\"'"
    })
    void tellsWhatTheVariablesInclude(boolean with, boolean without, String told) {
        assertEquals(
                "{\"data\":{\"__type\":{" + told + "}}}",
                answer(
                        engine,
                        "query($a: Boolean!, $b: Boolean!) { __type(name: \"Port\") { name @include(if: $a) kind @skip(if: $b) } }",
                        Map.of("a", with, "b", without)));
    }

    @Test
    void weighsAllFieldsTogether() {
        FederationEngine<Object> bounded = engine(new SchemaDisclosure(true, 20_000, true));
        String one = "__schema { types { name fields { name args { name } } } }";
        String alone = answer(bounded, "{ " + one + " }", Map.of());
        assertTrue(alone.startsWith("{\"data\":"));
        // Two fields are too much where one and a half of them are allowed.
        FederationEngine<Object> tight = engine(new SchemaDisclosure(true, alone.length() * 3 / 2, true));
        assertEquals(alone, answer(tight, "{ " + one + " }", Map.of()));
        assertTrue(answer(tight, "{ a: " + one + " b: " + one + " }", Map.of()).contains("LIMIT_EXCEEDED"));
        String many =
                IntStream.range(0, 200).mapToObj(i -> "a" + i + ": " + one).collect(Collectors.joining(" "));
        assertEquals(
                "{\"errors\":[{\"message\":\"What the operation asks about the schema is more than 20000 bytes."
                        + " Ask for less, or in several requests.\",\"extensions\":{\"code\":\"LIMIT_EXCEEDED\"}}]}",
                answer(bounded, "{ " + many + " }", Map.of()));
    }

    @Test
    void tellsNothingWhereIntrospectionIsSwitchedOff() {
        FederationEngine<Object> silent = engine(new SchemaDisclosure(false, 1_000_000, true));
        String refused = answer(silent, "{ x: __schema { queryType { name } } }", Map.of());
        assertTrue(refused.contains("Introspection is switched off, so __schema cannot be asked for."), refused);
        assertTrue(
                answer(silent, "{ __type(name: \"Port\") { name } }", Map.of()).contains("switched off"));
        assertEquals("{\"data\":{\"__typename\":\"Query\"}}", answer(silent, "{ __typename }", Map.of()));
    }

    @Test
    void suggestsNoNamesWhereSuggestionsAreSwitchedOff() {
        FederationEngine<Object> silent = engine(new SchemaDisclosure(true, 1_000_000, false));
        assertTrue(answer(engine, "{ prots { id } }", Map.of()).contains("Did you mean ports?"));
        String refused = answer(silent, "{ prots { id } }", Map.of());
        assertTrue(refused.contains("Field 'prots' in type 'Query' is undefined\""), refused);
        String variable =
                answer(silent, "query ($p: Place) { ports(near: $p) { id } }", Map.of("p", Map.of("cod", "LAO")));
        assertTrue(variable.contains("which Place does not have\""), variable);
    }

    @Test
    void refusesWhatTakesLongerThanItMayAndForgetsThat() {
        GraphQLRequest request = request("{ ports { id title kind } }", Map.of());
        Preparation late = engine.preparation(request, this, Duration.ZERO);
        assertTrue(text(answer(engine.prepare(late, request, this)))
                .contains("The operation takes more than 0 ms to prepare."));
        assertNull(engine.cached(request, this));
        assertNotNull(engine.preparation(request, this).operationType());
    }

    private static GraphQLResponse answer(Prepared prepared) {
        return switch (prepared) {
            case Prepared.Refused(GraphQLResponse refusal) -> refusal;
            case Prepared.Single single ->
                single.execute().toCompletableFuture().join();
            case Prepared.InParts _, Prepared.Events _ -> throw new AssertionError("it has more than one answer");
        };
    }

    private FederationEngine<Object> engine(SchemaDisclosure disclosure) {
        return new FederationEngine<>(
                supergraph, TestSubgraphs.of(ports), EngineOptions.DEFAULT.withDisclosure(disclosure));
    }

    private String expected(String query) {
        Object data = GraphQL.newGraphQL(supergraph.apiSchema())
                .build()
                // The library refuses questions that are asked twice, which the specification does not.
                .execute(question -> question.query(query)
                        .graphQLContext(Map.of(GoodFaithIntrospection.GOOD_FAITH_INTROSPECTION_DISABLED, true)))
                .getData();
        ByteSink sink = new ByteSink(256);
        JsonWriter.write(data, sink);
        return "{\"data\":" + new String(sink.toByteArray(), StandardCharsets.UTF_8) + "}";
    }

    private static GraphQLRequest request(String query, Map<String, ? extends @Nullable Object> variables) {
        return new GraphQLRequest(query, null, Map.copyOf(variables));
    }

    private String answer(
            FederationEngine<Object> asked, String query, Map<String, ? extends @Nullable Object> variables) {
        return text(asked.execute(request(query, variables), this)
                .toCompletableFuture()
                .join());
    }

    private static String text(GraphQLResponse response) {
        return new String(response.body(), 0, response.length(), StandardCharsets.UTF_8);
    }
}
