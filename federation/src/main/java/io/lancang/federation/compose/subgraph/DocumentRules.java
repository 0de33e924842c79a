package io.lancang.federation.compose.subgraph;

import graphql.language.Definition;
import graphql.language.DirectiveDefinition;
import graphql.language.Document;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.FragmentDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.NonNullType;
import graphql.language.OperationDefinition;
import graphql.language.SourceLocation;
import graphql.language.TypeDefinition;
import graphql.language.UnionTypeDefinition;
import io.lancang.federation.compose.problem.ErrorCode;
import io.lancang.federation.compose.problem.Place;
import io.lancang.federation.compose.problem.Problems;
import io.lancang.federation.compose.schema.TypeReferences;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What GraphQL asks of a schema document and what the model cannot show any more: it keeps one of what is said twice.
 *
 * @param subgraph the subgraph's name
 * @param problems where to complain
 */
record DocumentRules(String subgraph, Problems problems) {

    private static final String RESERVED = "__";

    void check(Document document) {
        for (Definition<?> definition : document.getDefinitions()) {
            if (definition instanceof OperationDefinition || definition instanceof FragmentDefinition) {
                error("", definition.getSourceLocation(), "a schema holds no operations and fragments; remove them");
            }
        }
        checkDirectives(document.getDefinitionsOfType(DirectiveDefinition.class));
        for (TypeDefinition<?> type : document.getDefinitionsOfType(TypeDefinition.class)) {
            checkType(type);
        }
    }

    private void checkDirectives(List<DirectiveDefinition> directives) {
        Set<String> names = new HashSet<>();
        for (DirectiveDefinition directive : directives) {
            String coordinate = "@" + directive.getName();
            checkName(directive.getName(), coordinate, directive.getSourceLocation());
            if (!names.add(directive.getName())) {
                error(
                        coordinate,
                        directive.getSourceLocation(),
                        "\"" + coordinate + "\" is defined more than once; remove one of the definitions");
            }
            directive.getInputValueDefinitions().forEach(argument -> checkArgument(coordinate, argument));
        }
    }

    private void checkType(TypeDefinition<?> type) {
        checkName(type.getName(), type.getName(), type.getSourceLocation());
        if (type instanceof ImplementingTypeDefinition<?> implementing) {
            checkOnce(
                    type,
                    implementing.getImplements().stream()
                            .map(each -> TypeReferences.namedType(each))
                            .toList(),
                    "implements");
            implementing.getFieldDefinitions().forEach(field -> checkField(type.getName(), field));
        }
        switch (type) {
            case UnionTypeDefinition union ->
                checkOnce(
                        type,
                        union.getMemberTypes().stream()
                                .map(each -> TypeReferences.namedType(each))
                                .toList(),
                        "has the member");
            case InputObjectTypeDefinition input ->
                input.getInputValueDefinitions()
                        .forEach(field -> checkInput(type.getName() + "." + field.getName(), field));
            case EnumTypeDefinition symbols ->
                symbols.getEnumValueDefinitions()
                        .forEach(symbol -> checkName(
                                symbol.getName(), type.getName() + "." + symbol.getName(), symbol.getSourceLocation()));
            default -> {
                // A scalar has a name only, and fields are checked above.
            }
        }
    }

    private void checkField(String typeName, FieldDefinition field) {
        String coordinate = typeName + "." + field.getName();
        checkName(field.getName(), coordinate, field.getSourceLocation());
        field.getInputValueDefinitions().forEach(argument -> checkArgument(coordinate, argument));
    }

    private void checkArgument(String owner, InputValueDefinition argument) {
        checkInput(owner + "(" + argument.getName() + ":)", argument);
    }

    private void checkInput(String coordinate, InputValueDefinition input) {
        checkName(input.getName(), coordinate, input.getSourceLocation());
        boolean required = input.getType() instanceof NonNullType && input.getDefaultValue() == null;
        if (required && input.hasDirective("deprecated")) {
            error(
                    coordinate,
                    input.getSourceLocation(),
                    "\"" + coordinate + "\" is deprecated, yet nobody can leave it out; give it a default or a type"
                            + " that may be null, or remove @deprecated");
        }
    }

    private void checkName(String name, String coordinate, @Nullable SourceLocation location) {
        if (name.startsWith(RESERVED)) {
            error(
                    coordinate,
                    location,
                    "\"" + coordinate + "\" begins with \"" + RESERVED
                            + "\", as only GraphQL's own names do; take another name");
        }
    }

    private void checkOnce(TypeDefinition<?> type, List<String> references, String relation) {
        Set<String> names = new HashSet<>();
        for (String name : references) {
            if (!names.add(name)) {
                error(
                        type.getName(),
                        type.getSourceLocation(),
                        "\"" + type.getName() + "\" " + relation + " \"" + name + "\" twice; once is enough");
            }
        }
    }

    private void error(String coordinate, @Nullable SourceLocation location, String message) {
        problems.error(ErrorCode.INVALID_GRAPHQL, coordinate, Place.of(subgraph, location), message);
    }
}
