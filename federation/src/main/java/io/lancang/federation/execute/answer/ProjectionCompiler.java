package io.lancang.federation.execute.answer;

import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import io.lancang.federation.execute.tree.Shape;
import io.lancang.federation.json.JsonStrings;
import io.lancang.federation.json.KeyTable;
import io.lancang.federation.operation.Conditions;
import io.lancang.federation.operation.Deferral;
import io.lancang.federation.operation.FieldSelection;
import io.lancang.federation.operation.FragmentSelection;
import io.lancang.federation.operation.Implementations;
import io.lancang.federation.operation.Operation;
import io.lancang.federation.operation.Selection;
import io.lancang.federation.operation.SelectionSet;
import io.lancang.federation.plan.query.MergeKeys;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compiles an operation's selections into projections by the specification's algorithm CollectFields, for one set of values
 * of the variables in {@code @skip} and {@code @include}. Thread-safe.
 */
public final class ProjectionCompiler {
    private final GraphQLSchema schema;
    private final Predicate<String> allowsUnknownType;
    private final Predicate<Conditions> conditions;

    /**
     * @param types of the answer
     * @param conditions which conditions hold
     */
    public ProjectionCompiler(ApiTypes types, Predicate<Conditions> conditions) {
        schema = types.schema();
        allowsUnknownType = types.allowsUnknownType();
        this.conditions = conditions;
    }

    /**
     * The projection of the operation's root object.
     *
     * @param shape of that object in the merged tree
     */
    public ObjectProjection compile(Operation operation, Shape shape) {
        return compile(operation.rootType(), List.of(operation.selections()), shape);
    }

    private ObjectProjection compile(String typeName, List<SelectionSet> selectionSets, @Nullable Shape shape) {
        GraphQLFieldsContainer type =
                (GraphQLFieldsContainer) Objects.requireNonNull(schema.getType(typeName), typeName);
        Map<String, List<FieldSelection>> fields = new LinkedHashMap<>();
        List<FragmentSelection> deferred = new ArrayList<>();
        selectionSets.forEach(selectionSet -> collect(selectionSet, type, fields, deferred));
        List<FieldProjection> projections = new ArrayList<>();
        fields.forEach((responseKey, selections) -> projections.add(new FieldProjection(
                responseKey,
                typeName + "." + selections.getFirst().name(),
                opening(responseKey, projections.isEmpty()),
                WithheldFields.areWithheld(selections) ? KeyTable.MISSING : slot(shape, responseKey, typeName),
                completion(type, responseKey, selections, shape))));
        List<DeferredProjection> later = new ArrayList<>();
        for (FragmentSelection fragment : deferred) {
            Deferral deferral = Objects.requireNonNull(fragment.deferral());
            later.add(new DeferredProjection(
                    deferral.id(), deferral.label(), compile(typeName, List.of(fragment.selections()), shape)));
        }
        return new ObjectProjection(projections, later);
    }

    private void collect(
            SelectionSet selectionSet,
            GraphQLFieldsContainer type,
            Map<String, List<FieldSelection>> fields,
            List<FragmentSelection> deferred) {
        for (Selection selection : selectionSet.selections()) {
            if (!conditions.test(selection.conditions())) {
                continue;
            }
            switch (selection) {
                case FieldSelection field ->
                    fields.computeIfAbsent(field.responseKey(), key -> new ArrayList<>())
                            .add(field);
                case FragmentSelection fragment -> {
                    if (!applies(fragment.typeCondition(), type)) {
                        continue;
                    }
                    if (fragment.deferral() == null) {
                        collect(fragment.selections(), type, fields, deferred);
                    } else {
                        deferred.add(fragment);
                    }
                }
            }
        }
    }

    /** Whether a fragment on a type is for all objects of another. */
    private boolean applies(String typeCondition, GraphQLFieldsContainer type) {
        return type instanceof GraphQLInterfaceType face
                ? Implementations.of(schema, face).stream().allMatch(object -> isOf(object, typeCondition))
                : isOf((GraphQLObjectType) type, typeCondition);
    }

    private boolean isOf(GraphQLObjectType object, String typeName) {
        return typeName.equals(object.getName())
                || (schema.getType(typeName) instanceof GraphQLCompositeType type
                        && !(type instanceof GraphQLObjectType)
                        && schema.isPossibleType(type, object));
    }

    private Completion completion(
            GraphQLFieldsContainer parent, String responseKey, List<FieldSelection> selections, @Nullable Shape shape) {
        String name = selections.getFirst().name();
        return switch (name) {
            case "__typename" -> new Completion.Constant(JsonStrings.quote(parent.getName()));
            case "__schema" -> new Completion.Introspection(responseKey, true);
            case "__type" -> new Completion.Introspection(responseKey, false);
            default -> {
                GraphQLFieldDefinition definition = parent.getFieldDefinition(name);
                if (WithheldFields.areWithheld(selections)) {
                    yield new Completion.Withheld(
                            WithheldFields.denials(selections, conditions),
                            GraphQLTypeUtil.isNonNull(definition.getType()));
                }
                int slot = slot(shape, responseKey, parent.getName());
                Shape child = shape == null || slot == KeyTable.MISSING ? null : shape.child(slot);
                List<SelectionSet> below =
                        selections.stream().map(FieldSelection::selections).toList();
                yield completion(definition.getType(), below, child, false);
            }
        };
    }

    /** Where the merged tree has the field of a type: in a place for that type alone, if there is one. */
    private static int slot(@Nullable Shape shape, String responseKey, String typeName) {
        if (shape == null) {
            return KeyTable.MISSING;
        }
        int own = shape.slot(MergeKeys.ofType(responseKey, typeName));
        return own == KeyTable.MISSING ? shape.slot(responseKey) : own;
    }

    private Completion completion(
            GraphQLType type, List<SelectionSet> selectionSets, @Nullable Shape shape, boolean nonNull) {
        return switch (type) {
            case GraphQLNonNull wrapper -> completion(wrapper.getWrappedType(), selectionSets, shape, true);
            case GraphQLList list ->
                new Completion.ListOf(completion(list.getWrappedType(), selectionSets, shape, false), nonNull);
            case GraphQLCompositeType composite ->
                new Completion.Composite(runtimeTypes(composite, selectionSets, shape), nonNull);
            case GraphQLEnumType enumeration -> new Completion.Leaf(values(enumeration), nonNull);
            default -> new Completion.Leaf(LeafKind.Scalar.named(((GraphQLNamedType) type).getName()), nonNull);
        };
    }

    private RuntimeTypes runtimeTypes(
            GraphQLCompositeType type, List<SelectionSet> selectionSets, @Nullable Shape shape) {
        int typenameSlot = shape == null ? KeyTable.MISSING : shape.typenameSlot();
        Stream<? extends GraphQLNamedType> possible = switch (type) {
            case GraphQLInterfaceType interfaceType -> Implementations.of(schema, interfaceType).stream();
            case GraphQLUnionType union -> union.getTypes().stream().map(GraphQLNamedType.class::cast);
            default -> Stream.of();
        };
        if (type instanceof GraphQLObjectType) {
            return RuntimeTypes.concrete(type.getName(), name -> compile(name, selectionSets, shape));
        }
        KeyTable names = new KeyTable(possible.map(GraphQLNamedType::getName).toList());
        ObjectProjection alike = type instanceof GraphQLInterfaceType face
                        && allowsUnknownType.test(face.getName())
                        && selectionSets.stream()
                                .allMatch(selections -> isAlike(selections, face, objectTypes(face.getName())))
                ? compile(face.getName(), selectionSets, shape)
                : null;
        return RuntimeTypes.possible(
                type.getName(), names, typenameSlot, alike, name -> compile(name, selectionSets, shape));
    }

    /**
     * Whether the client sees the same of objects of all types.
     *
     * @param types of the objects for which the selections are
     */
    private boolean isAlike(SelectionSet selectionSet, GraphQLInterfaceType type, Set<String> types) {
        return selectionSet.selections().stream()
                .filter(selection -> conditions.test(selection.conditions()))
                .allMatch(selection -> switch (selection) {
                    case FieldSelection field ->
                        types.size() == Implementations.of(schema, type).size()
                                && type.getFieldDefinition(field.name()) != null;
                    case FragmentSelection fragment -> {
                        Set<String> narrowed = objectTypes(fragment.typeCondition());
                        narrowed.retainAll(types);
                        yield narrowed.isEmpty() || isAlike(fragment.selections(), type, narrowed);
                    }
                });
    }

    /** Names of the types of which objects of a type can be. */
    private Set<String> objectTypes(String typeName) {
        return switch (schema.getType(typeName)) {
            case GraphQLInterfaceType face ->
                Implementations.of(schema, face).stream()
                        .map(GraphQLObjectType::getName)
                        .collect(Collectors.toCollection(HashSet::new));
            case GraphQLUnionType union ->
                union.getTypes().stream().map(GraphQLNamedType::getName).collect(Collectors.toCollection(HashSet::new));
            case null, default -> new HashSet<>(Set.of(typeName));
        };
    }

    private static LeafKind values(GraphQLEnumType type) {
        return new LeafKind.Enumeration(
                type.getName(),
                type.getValues().stream()
                        .map(GraphQLEnumValueDefinition::getName)
                        .toList());
    }

    private static byte[] opening(String responseKey, boolean first) {
        return ((first ? "{\"" : ",\"") + responseKey + "\":").getBytes(StandardCharsets.UTF_8);
    }
}
