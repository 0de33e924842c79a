package io.lancang.kit.turn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.MockedWiringFactory;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A graph of ports and their ships: expected numbers are counted by hand. */
class AnswerEstimateTest {
    private static final GraphQLSchema SCHEMA = new SchemaGenerator()
            .makeExecutableSchema(
                    new SchemaParser().parse("""
                                    directive @listSize(assumedSize: Int!, slicingArguments: [String!], sizedFields: [String!])
                                        on FIELD_DEFINITION
                                    input _Any { code: String }
                                    union _Entity = Port
                                    type Query {
                                      port: Port
                                      ports(first: Int): PortPage
                                          @listSize(assumedSize: 20, slicingArguments: ["first"], sizedFields: ["nodes"])
                                      unsized: [Port]
                                      _entities(representations: [_Any!]!): [_Entity]!
                                    }
                                    type PortPage { nodes: [Port!]! total: Int }
                                    type Port { name: String ships: [Ship!] @listSize(assumedSize: 4) names: [String] @listSize(assumedSize: 3) }
                                    type Ship { name: String }
                                    """),
                    RuntimeWiring.newRuntimeWiring()
                            .wiringFactory(new MockedWiringFactory())
                            .build());

    private long estimate = -1;

    static Stream<Arguments> questions() {
        return Stream.of(
                arguments("a field of an object", "{ port { name } }", 2),
                arguments("a list of texts", "{ port { names } }", 4),
                arguments("a list of objects, each and its name", "{ port { ships { name } } }", 9),
                arguments("a page, whose list has the assumed size", "{ ports { total nodes { name } } }", 42),
                arguments("a page of a given size", "{ ports(first: 100) { nodes { name } } }", 201),
                arguments(
                        "a page of the size of a variable",
                        "query ($n: Int) { ports(first: $n) { nodes { name } } }",
                        601),
                arguments("lists in lists", "{ ports(first: 100) { nodes { ships { name } } } }", 901),
                arguments("a list that says nothing", "{ unsized { name } }", 20),
                arguments(
                        "fragments, wherever they are spread",
                        "{ a: port { ...f } b: port { ... { ...f } } } fragment f on Port { names }",
                        8),
                arguments(
                        "entities",
                        "query ($r: [_Any!]!) { _entities(representations: $r) { ... on Port { ships { name } } } }",
                        18),
                arguments(
                        "more than there are numbers",
                        "{ ports(first: 2147483647) { nodes { ships { name } } } }",
                        2147483647));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void counts(String what, String question, long values) {
        ExecutionInput input = ExecutionInput.newExecutionInput(question)
                .variables(Map.of("n", 300, "r", List.of(Map.of(), Map.of())))
                .build();
        GraphQL.newGraphQL(SCHEMA)
                .queryExecutionStrategy(new Estimating())
                .build()
                .execute(input);
        assertEquals(values, estimate, what);
    }

    /** Executes nothing. */
    private final class Estimating extends AsyncExecutionStrategy {
        @Override
        public CompletableFuture<ExecutionResult> execute(
                ExecutionContext context, ExecutionStrategyParameters parameters) {
            estimate = AnswerEstimate.over(SCHEMA).applyAsLong(context);
            return CompletableFuture.completedFuture(
                    ExecutionResult.newExecutionResult().data(Map.of()).build());
        }
    }
}
