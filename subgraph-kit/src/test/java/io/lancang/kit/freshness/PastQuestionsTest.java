package io.lancang.kit.freshness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import graphql.execution.CoercedVariables;
import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which questions are about the past alone; moments of 2025 are settled here. */
class PastQuestionsTest {
    private static final Instant SETTLED = Instant.parse("2026-01-01T00:00:00Z");

    private static final String SCHEMA = """
            directive @key(fields: String!) repeatable on OBJECT
            scalar DateTime
            scalar Date
            type Query {
              partner(code: ID!): Partner
              ranking(year: Int, asOf: DateTime): [Ranked]
              corridor(id: ID!, asOf: DateTime): Corridor
              routes(asOf: DateTime, asOfDate: Date): [Corridor]
              _entities(representations: [String]): [_Entity]
            }
            union _Entity = Partner | Corridor
            type Ranked { value: Int partner: Partner }
            type Partner @key(fields: "code") @key(fields: "iso region") {
              code: ID! iso: ID region: ID name: String
              trade(asOf: DateTime): [Int]
              corridors(asOf: DateTime): [Corridor]
              members(asOf: Date, loadedBy: DateTime): [Int]
            }
            type Corridor @key(fields: "id") {
              id: ID! asOfRelease: ID name: String partners: [Partner] length: Length
            }
            type Length { km: Int }
            """;

    private final PastQuestions questions = new PastQuestions(schema());

    private static GraphQLSchema schema() {
        GraphQLScalarType text = graphql.Scalars.GraphQLString;
        return new SchemaGenerator()
                .makeExecutableSchema(
                        new SchemaParser().parse(SCHEMA),
                        RuntimeWiring.newRuntimeWiring()
                                .scalar(text.transform(scalar -> scalar.name("DateTime")))
                                .scalar(text.transform(scalar -> scalar.name("Date")))
                                .type("_Entity", type -> type.typeResolver(environment -> null))
                                .build());
    }

    private boolean isAboutPast(String query, Map<String, Object> variables) {
        Document document = Parser.parse(query);
        return questions.areOfPast(
                document.getFirstDefinitionOfType(OperationDefinition.class).orElseThrow(),
                document.getDefinitionsOfType(FragmentDefinition.class).stream()
                        .collect(Collectors.toMap(FragmentDefinition::getName, Function.identity())),
                CoercedVariables.of(variables),
                SETTLED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ ranking(asOf: \"2025-12-31T23:59:59Z\") { value } }",
                "{ __typename ranking(asOf: \"2025-06-01T00:00:00+08:00\") { value partner { code iso region __typename } } }",
                "{ corridor(id: 1, asOf: \"2025-06-01T00:00:00Z\") { name asOfRelease length { km } partners { code } } }",
                "{ routes(asOf: \"2025-06-01T00:00:00Z\", asOfDate: \"2030-01-01\") { name } }",
                "{ _entities { ... on Partner { __typename code trade(asOf: \"2025-06-01T00:00:00Z\") } } }",
                "{ _entities { ... on Partner { corridors(asOf: \"2025-06-01T00:00:00Z\") { name } } } }",
                "{ _entities { ... on Partner { members(asOf: \"2020-01-01\", loadedBy: \"2025-06-01T00:00:00Z\") } } }",
                "{ ...r } fragment r on Query { ranking(asOf: \"2025-06-01T00:00:00Z\") { value } }",
            })
    void isAboutThePastIfEachFieldIsGivenAMomentThatIsOver(String query) {
        assertEquals(true, isAboutPast(query, Map.of()), query);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ ranking { value } }",
                "{ ranking(asOf: null) { value } }",
                "{ ranking(asOf: \"2026-01-01T00:00:00Z\") { value } }",
                "{ ranking(asOf: \"2025\") { value } }",
                "{ ranking(asOf: \"2025-06-01T00:00:00Z\") { value } partner(code: 1) { code } }",
                "{ partner(code: 1) { trade(asOf: \"2025-06-01T00:00:00Z\") } }",
                "{ ranking(asOf: \"2025-06-01T00:00:00Z\") { partner { name } } }",
                "{ corridor(id: 1, asOf: \"2025-06-01T00:00:00Z\") { partners { trade } } }",
                "{ corridor(id: 1, asOf: \"2025-06-01T00:00:00Z\") { partners { corridors { name } } } }",
                "{ routes(asOf: \"2025-06-01T00:00:00Z\") { name } }",
                "{ routes(asOfDate: \"2020-01-01\") { name } }",
                "{ _entities { ... on Partner { members(loadedBy: \"2025-06-01T00:00:00Z\") } } }",
                "{ _entities { ... on Partner { trade(asOf: \"2025-06-01T00:00:00Z\") name } } }",
                "{ _entities { ... on Corridor { name } } }",
            })
    void isAboutThePresentIfAnythingInItIs(String query) {
        assertEquals(false, isAboutPast(query, Map.of()), query);
    }

    @Test
    void knowsTheMomentOfAVariable() {
        String query = "query ($at: DateTime) { ranking(asOf: $at) { value } }";

        assertEquals(true, isAboutPast(query, Map.of("at", "2025-06-01T00:00:00Z")));
        assertEquals(false, isAboutPast(query, Map.of("at", "2026-06-01T00:00:00Z")));
        assertEquals(false, isAboutPast(query, Map.of()));
    }

    @Test
    void leavesOutWhatIsNotAsked() {
        String query =
                "{ ranking(asOf: \"2025-06-01T00:00:00Z\") { value } partner(code: 1) @skip(if: true) { code } }";

        assertEquals(true, isAboutPast(query, Map.of()));
    }
}
