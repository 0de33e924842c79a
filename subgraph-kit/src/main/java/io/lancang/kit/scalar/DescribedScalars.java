package io.lancang.kit.scalar;

import graphql.Scalars;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLAppliedDirectiveArgument;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import io.smallrye.graphql.scalar.GraphQLScalarTypes;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.spi.EventingService;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says of the scalars that the GraphQL extension brings what a client may send and expect: its own descriptions are their names. The
 * extension finds this class through {@link java.util.ServiceLoader} before it builds the schema, and a scalar that is read from its
 * table afterwards is the described one.
 *
 * <p>What clients send as an exact number is a {@code BigDecimal}, and what they get a {@link Decimal}: of a type of our own the extension
 * takes no literals of integers.
 */
public final class DescribedScalars implements EventingService {
    private static final String RFC_3339 = "https://datatracker.ietf.org/doc/html/rfc3339";
    private static final String RFC_8259 = "https://datatracker.ietf.org/doc/html/rfc8259#section-6";

    private record Described(String text, String specification) {}

    private static final Map<String, Described> DESCRIBED = Map.of(
            "Date", new Described("A day of the calendar, such as `2026-11-29`: `full-date` of RFC 3339.", RFC_3339),
            "DateTime",
                    new Described(
                            "A moment with its offset from UTC, such as `2026-11-29T08:00:00Z` or `2026-11-29T16:00:00+08:00`:"
                                    + " `date-time` of RFC 3339.",
                            RFC_3339),
            "BigDecimal",
                    new Described(
                            "A decimal number that a client sends: a JSON number, or a literal with or without a decimal point, taken with"
                                    + " all its digits.",
                            RFC_8259),
            "BigInteger",
                    new Described(
                            "An integer of any size: a JSON number, which may be larger than an `Int` and than what JavaScript reads"
                                    + " exactly.",
                            RFC_8259));

    /** For the service loader. */
    public DescribedScalars() {
        // A schema has one object of each name, and the table the same one for several classes.
        Map<String, GraphQLScalarType> byName = new HashMap<>();
        Map.copyOf(GraphQLScalarTypes.getScalarMap()).forEach((type, scalar) -> {
            if (DESCRIBED.containsKey(scalar.getName())) {
                GraphQLScalarTypes.registerCustomScalar(
                        scalar.getName(), type, byName.computeIfAbsent(scalar.getName(), name -> described(scalar)));
            }
        });
    }

    /** Always on. */
    @Override
    public @Nullable String getConfigKey() {
        return null;
    }

    /**
     * The extension makes its own type of {@link Decimal} after this class, and calls this before the first field that a method answers. A
     * schema in which an earlier field has the type would have two of one name, and not start.
     */
    @Override
    public Operation createOperation(Operation operation) {
        @Nullable GraphQLScalarType decimal = GraphQLScalarTypes.getScalarMap().get(Decimal.class.getName());
        if (decimal != null && decimal.getSpecifiedByUrl() == null) {
            GraphQLScalarTypes.registerCustomScalar(
                    decimal.getName(), Decimal.class.getName(), specified(decimal, RFC_8259));
        }
        return operation;
    }

    /** The scalar itself if it is described already: in development the table outlives the application. */
    private static GraphQLScalarType described(GraphQLScalarType scalar) {
        Described described = DESCRIBED.get(scalar.getName());
        return described == null || described.specification().equals(scalar.getSpecifiedByUrl())
                ? scalar
                : specified(
                        scalar.transform(builder -> builder.description(described.text())), described.specification());
    }

    private static GraphQLScalarType specified(GraphQLScalarType scalar, String address) {
        return scalar.transform(builder -> builder.specifiedByUrl(address).withAppliedDirective(specifiedBy(address)));
    }

    /** The directive that says so in the text of a schema: the address alone is not printed. */
    public static GraphQLAppliedDirective specifiedBy(String address) {
        return GraphQLAppliedDirective.newDirective()
                .name("specifiedBy")
                .argument(GraphQLAppliedDirectiveArgument.newArgument()
                        .name("url")
                        .type(GraphQLNonNull.nonNull(Scalars.GraphQLString))
                        .valueProgrammatic(address))
                .build();
    }
}
