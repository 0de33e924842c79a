package io.lancang.federation.compose.subgraph;

import graphql.language.DirectiveDefinition;
import graphql.language.Document;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.ScalarTypeDefinition;
import graphql.language.SourceLocation;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import graphql.language.Value;
import graphql.schema.idl.ScalarInfo;
import io.lancang.federation.compose.problem.CompositionErrorCode;
import io.lancang.federation.compose.problem.Place;
import io.lancang.federation.compose.problem.Problems;
import io.lancang.federation.compose.schema.AppliedDirective;
import io.lancang.federation.compose.schema.DirectiveDeclaration;
import io.lancang.federation.compose.schema.DirectiveDeclaration.Repetition;
import io.lancang.federation.compose.schema.FederationDirective;
import io.lancang.federation.compose.schema.InputElement;
import io.lancang.federation.compose.schema.TypeReferences;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A subgraph may define what its linked specifications define anyway, and many libraries do. Composition goes by the
 * specification; a definition that says something else is refused, because its author expects something else. An older
 * definition is fine: it may lack optional arguments and places, and give a field set any scalar type.
 *
 * @param subgraph the subgraph's name
 * @param links what its names mean
 * @param problems where to complain
 */
record OwnDefinitions(String subgraph, Links links, Problems problems) {

    private static final Set<String> SCALARS = Set.of("FieldSet", "Scope", "Policy", "ContextFieldValue", "Import");
    private static final String PURPOSE = "Purpose";
    private static final Set<String> PURPOSES = Set.of("SECURITY", "EXECUTION");

    void check(Document document) {
        for (DirectiveDefinition definition : document.getDefinitionsOfType(DirectiveDefinition.class)) {
            specified(definition.getName()).ifPresent(specified -> check(definition, specified));
        }
        for (TypeDefinition<?> type : document.getDefinitionsOfType(TypeDefinition.class)) {
            links.specName(type.getName()).ifPresent(name -> check(type, name));
        }
    }

    private Optional<DirectiveDeclaration> specified(String name) {
        if (name.equals(Links.linkDirective(links.specifications()))) {
            return Optional.of(DirectiveDeclaration.of(
                    name,
                    "repeatable on SCHEMA",
                    List.of("url: String", "as: String", "for: Purpose", "import: [Import]")));
        }
        return FederationDirective.byModelName(links.modelName(name))
                .map(directive -> directive.declaration(links.version().isOne() ? 0 : FederationVersion.NEWEST_MINOR));
    }

    private void check(DirectiveDefinition definition, DirectiveDeclaration specified) {
        for (InputValueDefinition argument : definition.getInputValueDefinitions()) {
            InputElement expected = specified.arguments().get(argument.getName());
            if (expected == null) {
                directiveError(definition, "the argument \"" + argument.getName() + "\" is unknown");
            } else {
                checkArgument(definition, argument, expected);
            }
        }
        specified.arguments().values().stream()
                .filter(expected -> expected.required() && !hasArgument(definition, expected.name()))
                .forEach(expected -> directiveError(definition, "the argument \"" + expected.name() + "\" is missing"));
        Set<String> locations = definition.getDirectiveLocations().stream()
                .map(location -> location.getName())
                .collect(Collectors.toCollection(TreeSet::new));
        locations.removeAll(specified.locations());
        if (!locations.isEmpty()) {
            directiveError(definition, "it does not go with " + String.join(", ", locations));
        }
        if (definition.isRepeatable() && specified.repetition() == Repetition.ONCE) {
            directiveError(definition, "it is not repeatable");
        }
    }

    private static boolean hasArgument(DirectiveDefinition definition, String name) {
        return definition.getInputValueDefinitions().stream()
                .anyMatch(argument -> argument.getName().equals(name));
    }

    private void checkArgument(DirectiveDefinition definition, InputValueDefinition argument, InputElement expected) {
        if (!fits(argument.getType(), expected.type())) {
            directiveError(
                    definition,
                    "the type of \"" + argument.getName() + "\" is \"" + TypeReferences.print(expected.type())
                            + "\", not \"" + TypeReferences.print(argument.getType()) + "\"");
        }
        boolean required = argument.getType() instanceof NonNullType && argument.getDefaultValue() == null;
        if (!required && !Objects.equals(print(argument.getDefaultValue()), print(expected.defaultValue()))) {
            directiveError(
                    definition,
                    "the default of \"" + argument.getName() + "\" is " + print(expected.defaultValue()) + ", not "
                            + print(argument.getDefaultValue()));
        }
    }

    /** The same shape, or stricter; Federation 1 knew no shape of field sets, and lists of names have been in use. */
    private boolean fits(Type<?> actual, Type<?> expected) {
        boolean fieldSet = TypeReferences.namedType(expected).equals("FieldSet");
        if (fieldSet && links.version().isOne()) {
            return true;
        }
        if (actual instanceof NonNullType nonNull) {
            return fits(nonNull.getType(), TypeReferences.nullable(expected));
        }
        return switch (expected) {
            case TypeName name -> actual instanceof TypeName actualName ? fits(actualName, name) : fieldSet;
            case ListType list -> actual instanceof ListType actualList && fits(actualList.getType(), list.getType());
            default -> false;
        };
    }

    private static boolean fits(TypeName actual, TypeName expected) {
        return !ScalarInfo.isGraphqlSpecifiedScalar(expected.getName())
                || expected.getName().equals(actual.getName());
    }

    private void check(TypeDefinition<?> type, String specName) {
        if (SCALARS.contains(specName) && !(type instanceof ScalarTypeDefinition)) {
            typeError(type, "it is a scalar");
        } else if (specName.equals(PURPOSE)) {
            Set<String> values = type instanceof EnumTypeDefinition symbols
                    ? symbols.getEnumValueDefinitions().stream()
                            .map(EnumValueDefinition::getName)
                            .collect(Collectors.toSet())
                    : Set.of();
            if (!values.equals(PURPOSES)) {
                typeError(type, "it is an enum with the values SECURITY and EXECUTION");
            }
        }
    }

    private void directiveError(DirectiveDefinition definition, String difference) {
        error(
                CompositionErrorCode.DIRECTIVE_DEFINITION_INVALID,
                "@" + definition.getName(),
                definition.getSourceLocation(),
                "the definition of @" + definition.getName() + " is not what its specification says: " + difference
                        + "; correct the definition, or leave it out");
    }

    private void typeError(TypeDefinition<?> type, String difference) {
        error(
                CompositionErrorCode.TYPE_DEFINITION_INVALID,
                type.getName(),
                type.getSourceLocation(),
                "the definition of \"" + type.getName() + "\" is not what its specification says: " + difference
                        + "; correct the definition, or leave it out");
    }

    private void error(
            CompositionErrorCode code, String coordinate, @Nullable SourceLocation location, String message) {
        problems.error(code, coordinate, Place.of(subgraph, location), message);
    }

    private static String print(@Nullable Value<?> value) {
        return value == null ? "absent" : AppliedDirective.print(value);
    }
}
