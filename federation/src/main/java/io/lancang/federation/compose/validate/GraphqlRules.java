package io.lancang.federation.compose.validate;

import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import graphql.schema.idl.errors.SchemaProblem;
import graphql.schema.validation.InvalidSchemaException;
import io.lancang.federation.compose.print.SdlWriter;
import io.lancang.federation.compose.schema.RootOperation;
import io.lancang.federation.compose.schema.SchemaWithoutDirectives;
import io.lancang.federation.compose.schema.TypeElement;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Asks graphql-java whether types make a valid schema. */
public final class GraphqlRules {

    private static final Pattern MENTIONED = Pattern.compile("(?:\\btype |['\"\\[])['\"]?([A-Za-z_]\\w*)");

    private GraphqlRules() {}

    /** What graphql-java refuses about the types, all directives left out; empty for a valid schema. */
    public static List<Violation> violations(Collection<TypeElement> types) {
        SdlWriter sdl = new SdlWriter();
        boolean hasQuery = types.stream().anyMatch(type -> type.name().equals(RootOperation.QUERY.typeName()));
        if (!hasQuery) {
            // A subgraph without a query is fine, yet graphql-java wants one.
            sdl.raw("type " + RootOperation.QUERY.typeName() + " { _ : Boolean }\n");
        }
        types.forEach(type -> sdl.type(SchemaWithoutDirectives.of(type)));
        try {
            TypeDefinitionRegistry registry = new SchemaParser().parse(sdl.toString());
            UnExecutableSchemaGenerator.makeUnExecutableSchema(registry);
            return List.of();
        } catch (SchemaProblem problem) {
            return problem.getErrors().stream()
                    .map(error -> violation(error.getMessage(), types))
                    .toList();
        } catch (InvalidSchemaException invalid) {
            return List.of(violation(String.valueOf(invalid.getMessage()), types));
        }
    }

    /** graphql-java names the type first; its own line number counts in a text that nobody has seen. */
    private static Violation violation(String text, Collection<TypeElement> types) {
        String message = text.replaceAll("\\s*\\[@\\d+:\\d+]", "")
                .replaceFirst("^invalid schema:\\s*", "")
                .strip();
        Matcher names = MENTIONED.matcher(message);
        while (names.find()) {
            String name = names.group(1);
            if (types.stream().anyMatch(type -> type.name().equals(name))) {
                return new Violation(message, name);
            }
        }
        return new Violation(message, null);
    }

    /**
     * What is not valid.
     *
     * @param message what graphql-java says
     * @param typeName the type that it speaks of; null where it names none
     */
    public record Violation(String message, @Nullable String typeName) {}
}
