package io.lancang.corridor.feature.drawing;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLScalarType;
import io.lancang.kit.scalar.DescribedScalars;
import io.smallrye.graphql.scalar.GraphQLScalarTypes;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.spi.EventingService;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes {@link GeoJson} an object in answers. The GraphQL extension knows custom scalars that are texts or numbers only;
 * it calls this service, found through {@link java.util.ServiceLoader}, before it builds the first field that a method
 * answers, and {@code Corridor.geometry} is one of those.
 */
public final class GeoJsonScalar implements EventingService {
    private static final String RFC_7946 = "https://datatracker.ietf.org/doc/html/rfc7946";

    private static final GraphQLScalarType TYPE = GraphQLScalarType.newScalar()
            .name("GeoJSON")
            .description(
                    "A GeoJSON object (RFC 7946), coordinates as longitude and latitude in WGS 84. Only in answers.")
            .specifiedByUrl(RFC_7946)
            .withAppliedDirective(DescribedScalars.specifiedBy(RFC_7946))
            .coercing(new ObjectCoercing())
            .build();

    /** Always on. */
    @Override
    public @Nullable String getConfigKey() {
        return null;
    }

    @Override
    public Operation createOperation(Operation operation) {
        GraphQLScalarTypes.registerCustomScalar(TYPE.getName(), GeoJson.class.getName(), TYPE);
        return operation;
    }

    private static final class ObjectCoercing implements Coercing<GeoJson, Map<String, Object>> {
        @Override
        public Map<String, Object> serialize(Object result, GraphQLContext context, Locale locale) {
            if (result instanceof GeoJson geoJson) {
                return geoJson.object();
            }
            throw new CoercingSerializeException("GeoJSON is expected, not " + result.getClass());
        }

        @Override
        public GeoJson parseValue(Object input, GraphQLContext context, Locale locale) {
            throw new CoercingParseValueException("GeoJSON is no input");
        }

        @Override
        public GeoJson parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            throw new CoercingParseLiteralException("GeoJSON is no input");
        }
    }
}
