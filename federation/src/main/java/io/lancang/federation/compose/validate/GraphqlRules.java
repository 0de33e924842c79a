package io.lancang.federation.compose.validate;

import graphql.GraphQLError;
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

/** Asks graphql-java whether types make a valid schema. */
public final class GraphqlRules {

    private GraphqlRules() {}

    /** What graphql-java refuses about the types, all directives left out; empty for a valid schema. */
    public static List<String> violations(Collection<TypeElement> types) {
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
                    .map(GraphQLError::getMessage)
                    .map(GraphqlRules::withoutLine)
                    .toList();
        } catch (InvalidSchemaException invalid) {
            return List.of(withoutLine(String.valueOf(invalid.getMessage())));
        }
    }

    private static String withoutLine(String message) {
        return message.replaceAll("\\s*\\[@\\d+:\\d+]", "").strip();
    }
}
