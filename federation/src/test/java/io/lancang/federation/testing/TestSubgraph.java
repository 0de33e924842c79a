package io.lancang.federation.testing;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.language.ScalarTypeDefinition;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLSchema;
import graphql.schema.TypeResolver;
import graphql.schema.idl.InterfaceWiringEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.UnionWiringEnvironment;
import graphql.schema.idl.WiringFactory;
import io.lancang.federation.SubgraphResponse;
import io.lancang.federation.json.ByteSink;
import io.lancang.federation.json.JsonValues;
import io.lancang.federation.json.JsonWriter;
import io.lancang.federation.json.MalformedJsonException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.FlowAdapters;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * A subgraph in memory. Objects are maps by field name; those of interfaces, unions and entities carry their type under
 * {@code __typename}. Immutable once built, and safe to call from several threads if its resolvers are.
 */
public final class TestSubgraph {
    private static final String TYPENAME = "__typename";

    private final String name;
    private final String sdl;
    private final GraphQL graphQL;

    private TestSubgraph(Builder builder) {
        name = builder.name;
        sdl = builder.sdl;
        graphQL = GraphQL.newGraphQL(builder.schema()).build();
    }

    /** Starts a subgraph with the SDL that a federation subgraph would publish. */
    public static Builder of(String name, String sdl) {
        return new Builder(name, sdl);
    }

    public String name() {
        return name;
    }

    /** What the subgraph publishes. */
    public String sdl() {
        return sdl;
    }

    /** Answers the JSON body of a request with the JSON of a response. */
    public byte[] answer(byte[] body) {
        return json(graphQL.execute(input(body)));
    }

    /** Opens the subscription that a request asks for; the resolver of its field gives the events. */
    public Flow.Publisher<SubgraphResponse> events(byte[] body) {
        ExecutionResult result = graphQL.execute(input(body));
        Publisher<ExecutionResult> events = result.getData();
        if (events == null) {
            throw new IllegalArgumentException("no stream, but " + result.getErrors());
        }
        return FlowAdapters.toFlowPublisher(subscriber -> events.subscribe(new Subscriber<>() {
            @Override
            public void onSubscribe(Subscription subscription) {
                subscriber.onSubscribe(subscription);
            }

            @Override
            public void onNext(ExecutionResult event) {
                subscriber.onNext(new SubgraphResponse(json(event)));
            }

            @Override
            public void onError(Throwable failure) {
                subscriber.onError(failure);
            }

            @Override
            public void onComplete() {
                subscriber.onComplete();
            }
        }));
    }

    private static byte[] json(ExecutionResult result) {
        ByteSink answer = new ByteSink(256);
        JsonWriter.write(result.toSpecification(), answer);
        return answer.toByteArray();
    }

    @SuppressWarnings("unchecked")
    private static ExecutionInput input(byte[] body) {
        try {
            Map<String, Object> request =
                    (Map<String, Object>) Objects.requireNonNull(JsonValues.parse(body, 0, body.length));
            ExecutionInput.Builder input =
                    ExecutionInput.newExecutionInput((String) Objects.requireNonNull(request.get("query")));
            if (request.get("variables") instanceof Map<?, ?> variables) {
                input.variables((Map<String, Object>) variables);
            }
            return input.build();
        } catch (MalformedJsonException malformed) {
            throw new IllegalArgumentException("a request that is no JSON", malformed);
        }
    }

    /** Gathers what a subgraph does. */
    public static final class Builder {
        private final String name;
        private final String sdl;
        private final TypeDefinitionRegistry registry;
        private final RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring();
        private final Map<String, Function<Map<String, Object>, @Nullable Object>> entities = new HashMap<>();

        private Builder(String name, String sdl) {
            this.name = name;
            this.sdl = sdl;
            registry = new SubgraphSchema(sdl).registry();
        }

        /** Resolves a field of any type. */
        public Builder field(String type, String field, DataFetcher<?> fetcher) {
            wiring.type(type, builder -> builder.dataFetcher(field, fetcher));
            return this;
        }

        /** Resolves a field of {@code Query}. */
        public Builder query(String field, DataFetcher<?> fetcher) {
            return field("Query", field, fetcher);
        }

        /** Resolves the representations of a type; null where the subgraph does not know the entity. */
        public Builder entity(String type, Function<Map<String, Object>, @Nullable Object> resolver) {
            entities.put(type, resolver);
            return this;
        }

        public TestSubgraph build() {
            return new TestSubgraph(this);
        }

        private GraphQLSchema schema() {
            wiring.type(
                    "Query",
                    builder -> builder.dataFetcher("_entities", environment -> {
                        List<Map<String, Object>> representations =
                                Objects.requireNonNull(environment.getArgument("representations"));
                        List<@Nullable Object> resolved = new ArrayList<>();
                        for (Map<String, Object> representation : representations) {
                            resolved.add(resolve(representation));
                        }
                        return resolved;
                    }));
            for (ScalarTypeDefinition scalar : registry.scalars().values()) {
                if (!scalar.getName().matches("Int|Float|String|Boolean|ID")) {
                    wiring.scalar(AnyScalar.named(scalar.getName()));
                }
            }
            wiring.wiringFactory(new ByTypename());
            return new SchemaGenerator().makeExecutableSchema(registry, wiring.build());
        }

        private @Nullable Object resolve(Map<String, Object> representation) {
            String type = (String) representation.get(TYPENAME);
            Function<Map<String, Object>, @Nullable Object> resolver = entities.get(type);
            if (resolver == null) {
                throw new IllegalArgumentException(name + " resolves no " + type);
            }
            Object entity = resolver.apply(representation);
            if (entity instanceof Map<?, ?> fields && !fields.containsKey(TYPENAME)) {
                Map<Object, Object> typed = new HashMap<>(fields);
                typed.put(TYPENAME, type);
                return typed;
            }
            return entity;
        }
    }

    /** Types of objects are what the objects say. */
    private static final class ByTypename implements WiringFactory {
        private static final TypeResolver RESOLVER = environment -> {
            Map<String, Object> object = Objects.requireNonNull(environment.getObject());
            return object.get(TYPENAME) instanceof String type
                    ? environment.getSchema().getObjectType(type)
                    : null;
        };

        @Override
        public boolean providesTypeResolver(InterfaceWiringEnvironment environment) {
            return true;
        }

        @Override
        public TypeResolver getTypeResolver(InterfaceWiringEnvironment environment) {
            return RESOLVER;
        }

        @Override
        public boolean providesTypeResolver(UnionWiringEnvironment environment) {
            return true;
        }

        @Override
        public TypeResolver getTypeResolver(UnionWiringEnvironment environment) {
            return RESOLVER;
        }
    }
}
