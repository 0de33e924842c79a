package io.lancang.federation.bench;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import io.lancang.federation.json.ByteSink;
import io.lancang.federation.json.JsonWriter;
import java.util.concurrent.CompletableFuture;

/** The graph that the sample federation is a split of, served by graphql-java from the same data. */
final class OnePiece {
    private static final String SDL = """
            type Query { me: User user(id: ID!): User users: [User] topProducts(first: Int = 5): [Product] }
            type User { id: ID! name: String username: String birthday: Int reviews: [Review] }
            type Product {
              upc: String! name: String price: Int weight: Int inStock: Boolean shippingEstimate: Int reviews: [Review]
            }
            type Review { id: ID! body: String product: Product author: User }
            """;

    private final GraphQL graphQL;
    private final String query;

    OnePiece(SampleData data, String query) {
        this.query = query;
        PreparsedDocumentEntry parsed = new PreparsedDocumentEntry(Parser.parse(query));
        graphQL = GraphQL.newGraphQL(schema(data))
                // The one document that is asked for is parsed, and the engine has found it valid.
                .preparsedDocumentProvider((input, parse) -> CompletableFuture.completedFuture(parsed))
                .build();
    }

    /** Answers the query, as maps and lists. */
    ExecutionResult execute() {
        return graphQL.execute(ExecutionInput.newExecutionInput(query).build());
    }

    /** Answers the query, as JSON. */
    byte[] answer() {
        ByteSink sink = new ByteSink(1024);
        JsonWriter.write(execute().toSpecification(), sink);
        return sink.toByteArray();
    }

    private static GraphQLSchema schema(SampleData data) {
        RuntimeWiring wiring = RuntimeWiring.newRuntimeWiring()
                .type(
                        "Query",
                        query -> query.dataFetcher(
                                        "me", environment -> data.users().getFirst())
                                .dataFetcher("user", data.user())
                                .dataFetcher("users", environment -> data.users())
                                .dataFetcher("topProducts", data.topProducts()))
                .build();
        return new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(SDL), wiring);
    }
}
