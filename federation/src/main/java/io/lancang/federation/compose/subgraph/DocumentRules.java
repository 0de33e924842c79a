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
import graphql.language.ScalarTypeDefinition;
import graphql.language.SourceLocation;
import graphql.language.TypeDefinition;
import graphql.language.UnionTypeDefinition;
import graphql.schema.idl.ScalarInfo;
import io.lancang.federation.compose.problem.CompositionErrorCode;
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
    private static final String OF_SUPERGRAPHS = "join__";

    void check(Document document) {
        for (Definition<?> definition : document.getDefinitions()) {
            if (definition instanceof OperationDefinition || definition instanceof FragmentDefinition) {
                error("", definition.getSourceLocation(), misplaced(definition));
            }
        }
        checkDirectives(document.getDefinitionsOfType(DirectiveDefinition.class));
        for (TypeDefinition<?> type : document.getDefinitionsOfType(TypeDefinition.class)) {
            checkType(type);
        }
    }

    /** What is in braces and no list of fields ends the type before it, and begins a query without a name. */
    private static String misplaced(Definition<?> definition) {
        return definition instanceof OperationDefinition operation && operation.getName() == null
                ? "what these braces hold is neither fields nor values of the type before them, but a query, and a schema"
                        + " has none; write each field as NAME: TYPE"
                : "a schema holds no operations and fragments; remove them";
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
            checkArguments(coordinate, directive.getInputValueDefinitions());
        }
    }

    private void checkType(TypeDefinition<?> type) {
        checkName(type.getName(), type.getName(), type.getSourceLocation());
        checkIsFree(type);
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

    private void checkIsFree(TypeDefinition<?> type) {
        String name = type.getName();
        if (name.startsWith(OF_SUPERGRAPHS)) {
            error(
                    name,
                    type.getSourceLocation(),
                    "\"" + name + "\" begins with \"" + OF_SUPERGRAPHS
                            + "\", as only types do that composition adds, and clients never see; take another name");
        }
        if (ScalarInfo.isGraphqlSpecifiedScalar(name) && !(type instanceof ScalarTypeDefinition)) {
            error(name, type.getSourceLocation(), "\"" + name + "\" is a scalar of GraphQL itself; take another name");
        }
    }

    private void checkField(String typeName, FieldDefinition field) {
        String coordinate = typeName + "." + field.getName();
        checkName(field.getName(), coordinate, field.getSourceLocation());
        checkArguments(coordinate, field.getInputValueDefinitions());
    }

    private void checkArguments(String owner, List<InputValueDefinition> arguments) {
        Set<String> names = new HashSet<>();
        for (InputValueDefinition argument : arguments) {
            String coordinate = owner + "(" + argument.getName() + ":)";
            checkInput(coordinate, argument);
            if (!names.add(argument.getName())) {
                error(
                        coordinate,
                        argument.getSourceLocation(),
                        "\"" + coordinate + "\" is defined more than once; remove one of the definitions");
            }
        }
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
        problems.error(CompositionErrorCode.INVALID_GRAPHQL, coordinate, Place.of(subgraph, location), message);
    }
}
