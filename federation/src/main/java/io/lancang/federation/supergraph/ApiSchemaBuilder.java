package io.lancang.federation.supergraph;

import graphql.Directives;
import graphql.GraphQLException;
import graphql.introspection.Introspection.DirectiveLocation;
import graphql.language.Definition;
import graphql.language.Directive;
import graphql.language.DirectiveDefinition;
import graphql.language.DirectivesContainer;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.OperationTypeDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.language.SchemaDefinition;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import graphql.language.UnionTypeDefinition;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.FastSchemaGenerator;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.errors.SchemaProblem;
import io.lancang.federation.Contract;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes out of a supergraph what clients must not see: federation's machinery and everything inaccessible. */
final class ApiSchemaBuilder {
    private static final Set<String> KEPT_DIRECTIVES = Set.of("deprecated", "specifiedBy", "oneOf");
    private static final Set<String> EXECUTABLE = Set.of(
            DirectiveLocation.QUERY.name(),
            DirectiveLocation.MUTATION.name(),
            DirectiveLocation.SUBSCRIPTION.name(),
            DirectiveLocation.FIELD.name(),
            DirectiveLocation.FRAGMENT_DEFINITION.name(),
            DirectiveLocation.FRAGMENT_SPREAD.name(),
            DirectiveLocation.INLINE_FRAGMENT.name(),
            DirectiveLocation.VARIABLE_DEFINITION.name());

    /** Rules are for {@link ApiSchemaRules} to look through. Nobody asks the schema where it is written. */
    private static final SchemaGenerator.Options OPTIONS =
            SchemaGenerator.Options.defaultOptions().withValidation(false).captureAstDefinitions(false);

    private final SdlDocument sdl;
    private final Map<String, TypeDefinition<?>> definitions;
    private final Supergraph.Roots roots;
    private final Contract contract;
    /** The directive that contracts go by; null if there is no contract, or no such directive. */
    private final @Nullable String tag;

    ApiSchemaBuilder(
            SdlDocument sdl, Map<String, TypeDefinition<?>> definitions, Supergraph.Roots roots, Contract contract) {
        this.contract = contract;
        this.tag = contract.isWhole() ? null : sdl.specs().linked("tag");
        this.sdl = sdl;
        this.definitions = definitions;
        this.roots = roots;
    }

    GraphQLSchema build() {
        Map<String, TypeDefinition<?>> types = new LinkedHashMap<>();
        List<DirectiveDefinition> directives = new ArrayList<>();
        for (Definition<?> definition : sdl.document().getDefinitions()) {
            switch (definition) {
                case TypeDefinition<?> type when isVisible(type.getName()) -> types.put(type.getName(), visible(type));
                case DirectiveDefinition directive when isOffered(directive) -> directives.add(visible(directive));
                default -> {
                    // Machinery and the schema definition, which is written anew below.
                }
            }
        }
        return contract.isWhole() ? schema(types.values(), directives, type -> false) : ofContract(types, directives);
    }

    private GraphQLSchema ofContract(Map<String, TypeDefinition<?>> types, List<DirectiveDefinition> directives) {
        ContractFilter filter = new ContractFilter(types, ContractElements.hidden(contract, tag, types), tag);
        if (filter.hides(roots.query())) {
            throw new SupergraphException(
                    0,
                    roots.query(),
                    "the contract leaves clients nothing to ask: it has no field of the root type of queries");
        }
        List<String> leading = new ArrayList<>();
        Stream.of(roots.query(), roots.mutation(), roots.subscription())
                .filter(Objects::nonNull)
                .forEach(leading::add);
        List<DirectiveDefinition> kept = directives.stream()
                .map(directive -> directive.transform(builder ->
                        builder.inputValueDefinitions(directive.getInputValueDefinitions().stream()
                                .filter(each -> !filter.hides(TypeNames.named(each.getType())))
                                .toList())))
                .toList();
        kept.forEach(directive ->
                directive.getInputValueDefinitions().forEach(each -> leading.add(TypeNames.named(each.getType()))));
        return schema(filter.reachable(leading), kept, filter::hides);
    }

    private GraphQLSchema schema(
            Collection<? extends TypeDefinition<?>> types,
            List<DirectiveDefinition> directives,
            Predicate<String> isHidden) {
        TypeDefinitionRegistry registry = new TypeDefinitionRegistry();
        registry.add(schemaDefinition(isHidden));
        types.forEach(registry::add);
        directives.forEach(registry::add);
        if (registry.getDirectiveDefinition(Directives.DeferDirective.getName()).isEmpty()) {
            registry.add(Directives.DEFER_DIRECTIVE_DEFINITION);
        }
        if (registry.getDirectiveDefinition(StreamDirective.DEFINITION.getName())
                .isEmpty()) {
            registry.add(StreamDirective.DEFINITION);
        }
        try {
            return new FastSchemaGenerator().makeExecutableSchema(OPTIONS, registry, ApiWiring.create());
        } catch (SchemaProblem e) {
            var first = e.getErrors().getFirst();
            int line = first.getLocations() == null || first.getLocations().isEmpty()
                    ? 0
                    : first.getLocations().getFirst().getLine();
            throw new SupergraphException(line, "", first.getMessage());
        } catch (GraphQLException e) {
            throw new SupergraphException(0, "", e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    private SchemaDefinition schemaDefinition(Predicate<String> isHidden) {
        SchemaDefinition.Builder schema = SchemaDefinition.newSchemaDefinition();
        addRoot(schema, "query", roots.query(), isHidden);
        addRoot(schema, "mutation", roots.mutation(), isHidden);
        addRoot(schema, "subscription", roots.subscription(), isHidden);
        return schema.build();
    }

    private void addRoot(
            SchemaDefinition.Builder schema, String operation, @Nullable String type, Predicate<String> isHidden) {
        if (type != null && isVisible(type) && !isHidden.test(type)) {
            schema.operationTypeDefinition(new OperationTypeDefinition(operation, new TypeName(type)));
        }
    }

    private boolean isOffered(DirectiveDefinition directive) {
        return !sdl.specs().isDirective(directive.getName())
                && directive.getDirectiveLocations().stream()
                        .anyMatch(location -> EXECUTABLE.contains(location.getName()));
    }

    private boolean isVisible(String typeName) {
        TypeDefinition<?> definition = definitions.get(typeName);
        // A built-in scalar has no definition.
        return definition == null || (!sdl.specs().isType(typeName) && isAccessible(definition));
    }

    private boolean isAccessible(DirectivesContainer<?> element) {
        return !element.hasDirective(sdl.specs().inaccessible());
    }

    private TypeDefinition<?> visible(TypeDefinition<?> type) {
        return switch (type) {
            case ObjectTypeDefinition object ->
                object.transform(builder -> builder.directives(kept(object))
                        .implementz(visibleTypes(object.getImplements()))
                        .fieldDefinitions(visibleFields(object.getFieldDefinitions())));
            case InterfaceTypeDefinition face ->
                face.transform(builder -> builder.directives(kept(face))
                        .implementz(visibleTypes(face.getImplements()))
                        .definitions(visibleFields(face.getFieldDefinitions())));
            case UnionTypeDefinition union ->
                union.transform(
                        builder -> builder.directives(kept(union)).memberTypes(visibleTypes(union.getMemberTypes())));
            case EnumTypeDefinition values ->
                values.transform(builder -> builder.directives(kept(values))
                        .enumValueDefinitions(values.getEnumValueDefinitions().stream()
                                .filter(this::isAccessible)
                                .map(value -> value.transform(constant -> constant.directives(kept(value))))
                                .toList()));
            case InputObjectTypeDefinition input ->
                input.transform(builder -> builder.directives(kept(input))
                        .inputValueDefinitions(visibleInputs(input.getInputValueDefinitions())));
            case ScalarTypeDefinition scalar -> scalar.transform(builder -> builder.directives(kept(scalar)));
            default -> type;
        };
    }

    private DirectiveDefinition visible(DirectiveDefinition directive) {
        return directive.transform(
                builder -> builder.inputValueDefinitions(visibleInputs(directive.getInputValueDefinitions())));
    }

    private List<FieldDefinition> visibleFields(List<FieldDefinition> fields) {
        return fields.stream()
                .filter(field -> isAccessible(field) && isVisible(TypeNames.named(field.getType())))
                .map(this::visible)
                .toList();
    }

    private FieldDefinition visible(FieldDefinition field) {
        if (field.getDirectives().isEmpty() && field.getInputValueDefinitions().isEmpty()) {
            return field;
        }
        return field.transform(builder ->
                builder.directives(kept(field)).inputValueDefinitions(visibleInputs(field.getInputValueDefinitions())));
    }

    private List<InputValueDefinition> visibleInputs(List<InputValueDefinition> inputs) {
        return inputs.stream()
                .filter(input -> isAccessible(input) && isVisible(TypeNames.named(input.getType())))
                .map(input -> input.transform(builder -> builder.directives(kept(input))))
                .toList();
    }

    @SuppressWarnings("rawtypes") // graphql-java declares the lists of implemented and member types raw
    private List<Type> visibleTypes(List<Type> types) {
        return types.stream().filter(type -> isVisible(TypeNames.named(type))).toList();
    }

    private List<Directive> kept(DirectivesContainer<?> element) {
        return element.getDirectives().stream()
                .filter(directive -> KEPT_DIRECTIVES.contains(directive.getName())
                        || directive.getName().equals(tag))
                .toList();
    }
}
