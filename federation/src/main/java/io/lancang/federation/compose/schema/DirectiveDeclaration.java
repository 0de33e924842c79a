package io.lancang.federation.compose.schema;

import graphql.language.BooleanValue;
import graphql.language.SourceLocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A directive's definition. */
public record DirectiveDeclaration(
        String name,
        @Nullable String description,
        Map<String, InputElement> arguments,
        Set<String> locations,
        Repetition repetition,
        @Nullable SourceLocation location)
        implements WithArguments {

    /** The places in operations, where clients write directives. */
    public static final Set<String> EXECUTABLE = Set.of(
            "QUERY",
            "MUTATION",
            "SUBSCRIPTION",
            "FIELD",
            "FRAGMENT_DEFINITION",
            "FRAGMENT_SPREAD",
            "INLINE_FRAGMENT",
            "VARIABLE_DEFINITION");

    public DirectiveDeclaration {
        arguments = Ordered.copy(arguments);
        locations = Ordered.copy(locations);
    }

    /** Whether clients can write the directive in operations. */
    public boolean isExecutable() {
        return locations.stream().anyMatch(EXECUTABLE::contains);
    }

    /** None: GraphQL knows no directives on the definition of a directive, only on its arguments. */
    @Override
    public Directives directives() {
        return Directives.NONE;
    }

    /**
     * A definition from its parts as SDL writes them.
     *
     * @param applicability such as {@code repeatable on OBJECT | INTERFACE}
     * @param parameters such as {@code resolvable: Boolean = true}; only booleans can be defaults here
     */
    public static DirectiveDeclaration of(String name, String applicability, List<String> parameters) {
        Map<String, InputElement> arguments = new LinkedHashMap<>();
        for (String parameter : parameters) {
            String[] nameAndRest = parameter.split(": ", 2);
            String[] typeAndDefault = nameAndRest[1].split(" = ", 2);
            arguments.put(
                    nameAndRest[0],
                    new InputElement(
                            nameAndRest[0],
                            null,
                            TypeReferences.parse(typeAndDefault[0]),
                            typeAndDefault.length == 1
                                    ? null
                                    : BooleanValue.of(Boolean.parseBoolean(typeAndDefault[1])),
                            Directives.NONE,
                            null));
        }
        boolean repeatable = applicability.startsWith("repeatable ");
        String locations = applicability.substring(applicability.indexOf("on ") + "on ".length());
        return new DirectiveDeclaration(
                name,
                null,
                arguments,
                Ordered.copy(List.of(locations.split(" \\| "))),
                repeatable ? Repetition.REPEATABLE : Repetition.ONCE,
                null);
    }

    /** Whether a directive may stand on one element more than once. */
    public enum Repetition {
        ONCE,
        REPEATABLE
    }
}
