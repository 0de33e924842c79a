package io.lancang.federation.operation.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import graphql.Directives;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nothing that graphql-java allows or refuses of its own accord. */
class SpecifiedRulesTest {
    private static final GraphQLSchema SCHEMA = new SchemaGenerator()
            .makeExecutableSchema(new SchemaParser().parse("""
                            type Query { line: Line }
                            type Line { next: Line name: String }
                            """), RuntimeWiring.MOCKED_WIRING)
            .transform(schema -> schema.additionalDirective(Directives.DeferDirective));

    @Test
    void limitNeitherDepthNorIntrospection() {
        assertEquals(List.of(), errors("{ line " + "{ next ".repeat(150) + "{ name }" + " }".repeat(150) + " }"));
        assertEquals(
                List.of(),
                errors(
                        "{ a: __type(name: \"Line\") { fields { name } } b: __type(name: \"Line\") { fields { name } } }"));
    }

    @Test
    void nameEachErrorOfADocument() {
        assertEquals(300, errors("{" + " nothing".repeat(300) + " }").size());
    }

    @Test
    void holdForDeferredParts() {
        assertEquals(
                List.of(ValidationErrorType.DuplicateIncrementalLabel),
                errors("{ line { ... @defer(label: \"a\") { name } ... @defer(label: \"a\") { next { name } } } }")
                        .stream()
                        .map(ValidationError::getValidationErrorType)
                        .toList());
    }

    private static List<ValidationError> errors(String document) {
        return SpecifiedRules.errors(SCHEMA, Parser.parse(document));
    }
}
