package io.lancang.federation.supergraph;

import graphql.schema.GraphQLScalarType;
import graphql.schema.TypeResolver;
import graphql.schema.idl.InterfaceWiringEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.ScalarInfo;
import graphql.schema.idl.ScalarWiringEnvironment;
import graphql.schema.idl.UnionWiringEnvironment;
import graphql.schema.idl.WiringFactory;

/** Wires the API schema for validation and introspection. It is never executed against data. */
final class ApiWiring implements WiringFactory {
    private static final TypeResolver NEVER_RESOLVED = environment -> {
        throw new IllegalStateException("the API schema has no data, so no object whose type could be asked for");
    };

    private ApiWiring() {}

    static RuntimeWiring create() {
        return RuntimeWiring.newRuntimeWiring().wiringFactory(new ApiWiring()).build();
    }

    @Override
    public boolean providesScalar(ScalarWiringEnvironment environment) {
        return !ScalarInfo.isGraphqlSpecifiedScalar(
                environment.getScalarTypeDefinition().getName());
    }

    @Override
    public GraphQLScalarType getScalar(ScalarWiringEnvironment environment) {
        var definition = environment.getScalarTypeDefinition();
        return GraphQLScalarType.newScalar()
                .name(definition.getName())
                .coercing(new PassThroughScalar())
                .build();
    }

    @Override
    public boolean providesTypeResolver(InterfaceWiringEnvironment environment) {
        return true;
    }

    @Override
    public TypeResolver getTypeResolver(InterfaceWiringEnvironment environment) {
        return NEVER_RESOLVED;
    }

    @Override
    public boolean providesTypeResolver(UnionWiringEnvironment environment) {
        return true;
    }

    @Override
    public TypeResolver getTypeResolver(UnionWiringEnvironment environment) {
        return NEVER_RESOLVED;
    }
}
