package io.lancang.federation.compose.subgraph;

import io.lancang.federation.compose.problem.CompositionErrorCode;
import io.lancang.federation.compose.problem.Problems;
import io.lancang.federation.compose.schema.AppliedDirective;
import io.lancang.federation.compose.schema.Directives;
import io.lancang.federation.compose.schema.EnumType;
import io.lancang.federation.compose.schema.FederationDirective;
import io.lancang.federation.compose.schema.FieldElement;
import io.lancang.federation.compose.schema.FieldsType;
import io.lancang.federation.compose.schema.InputType;
import io.lancang.federation.compose.schema.RootOperation;
import io.lancang.federation.compose.schema.ScalarType;
import io.lancang.federation.compose.schema.TypeElement;
import io.lancang.federation.compose.schema.TypeOrigin;
import io.lancang.federation.compose.schema.TypeReferences;
import io.lancang.federation.compose.schema.UnionType;
import io.lancang.federation.fieldset.FieldSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rewrites subgraphs in the style of Federation 1 to mean the same in Federation 2: directives that had no effect go,
 * and what several subgraphs could always define becomes shareable.
 */
final class FederationOneUpgrade {

    private final SubgraphModel subgraph;
    private final List<SubgraphModel> others;
    private final FieldUses uses;
    private final Problems problems;

    private FederationOneUpgrade(SubgraphModel subgraph, List<SubgraphModel> others, Problems problems) {
        this.subgraph = subgraph;
        this.others = others;
        this.uses = FieldUses.of(subgraph);
        this.problems = problems;
    }

    static List<SubgraphModel> upgrade(List<SubgraphModel> subgraphs, Problems problems) {
        return subgraphs.stream()
                .map(subgraph -> subgraph.links().version().isOne()
                        ? new FederationOneUpgrade(subgraph, without(subgraphs, subgraph), problems).upgrade()
                        : subgraph)
                .toList();
    }

    private static List<SubgraphModel> without(List<SubgraphModel> subgraphs, SubgraphModel one) {
        return subgraphs.stream()
                .filter(each -> !each.name().equals(one.name()))
                .toList();
    }

    private SubgraphModel upgrade() {
        Map<String, TypeElement> types = new LinkedHashMap<>();
        for (TypeElement type : subgraph.types().values()) {
            upgrade(type).ifPresentOrElse(upgraded -> types.put(type.name(), upgraded), () -> checkIsUnknown(type));
        }
        return subgraph.withTypes(types);
    }

    /** A type whose fields were all external and of no use goes, which only works where nothing refers to it. */
    private void checkIsUnknown(TypeElement gone) {
        if (subgraph.types().values().stream().anyMatch(type -> refersTo(gone.name(), type))) {
            problems.error(
                    CompositionErrorCode.TYPE_WITH_ONLY_UNUSED_EXTERNAL,
                    gone.name(),
                    subgraph.place(gone),
                    "all fields of \"" + gone.name() + "\" are @external, and nothing uses them; remove @external from"
                            + " those that the subgraph resolves");
        }
    }

    private static boolean refersTo(String output, TypeElement type) {
        return switch (type) {
            case UnionType union -> union.members().contains(output);
            case FieldsType fields ->
                fields.fields().values().stream()
                        .anyMatch(
                                field -> TypeReferences.namedType(field.type()).equals(output));
            case EnumType ignored -> false;
            case InputType ignored -> false;
            case ScalarType ignored -> false;
        };
    }

    private Optional<TypeElement> upgrade(TypeElement type) {
        return switch (type) {
            case FieldsType shared when shared.isInterface() -> Optional.of(withoutEffectless(shared));
            case FieldsType object -> {
                FieldsType used = withoutOwnFields(withoutUnusedExternals(object));
                yield used.fields().isEmpty() ? Optional.empty() : Optional.of(defined(shareable(used)));
            }
            default -> Optional.of(type);
        };
    }

    /** Federation 1 ignored all of this on interfaces; Federation 2 would refuse it or, for a key, act on it. */
    private static FieldsType withoutEffectless(FieldsType shared) {
        Map<String, FieldElement> fields = new LinkedHashMap<>(shared.fields());
        fields.replaceAll((name, field) -> field.withDirectives(field.directives()
                .without(FederationDirective.EXTERNAL)
                .without(FederationDirective.PROVIDES)
                .without(FederationDirective.REQUIRES)));
        return shared.withFields(fields).withDirectives(shared.directives().without(FederationDirective.KEY));
    }

    /** In Federation 1 {@code extend} only said who owns a type; who uses {@code @extends} asks for an extension. */
    private static FieldsType defined(FieldsType type) {
        return type.directives().has(FederationDirective.EXTENDS) ? type : type.withOrigin(TypeOrigin.DEFINITION);
    }

    private FieldsType withoutUnusedExternals(FieldsType object) {
        Map<String, FieldElement> fields = new LinkedHashMap<>(object.fields());
        fields.values()
                .removeIf(field -> field.directives().has(FederationDirective.EXTERNAL)
                        && !uses.contains(object.name(), field.name())
                        && !isDemanded(object, field.name()));
        return object.withFields(fields);
    }

    /** Federation 1 let field sets name what the subgraph resolves itself, which neither provides nor requires anything. */
    private FieldsType withoutOwnFields(FieldsType object) {
        Map<String, FieldElement> fields = new LinkedHashMap<>(object.fields());
        fields.replaceAll((name, field) -> field.withDirectives(externalOnly(
                externalOnly(field.directives(), FederationDirective.REQUIRES, object.name()),
                FederationDirective.PROVIDES,
                TypeReferences.namedType(field.type()))));
        return object.withFields(fields);
    }

    private Directives externalOnly(Directives directives, FederationDirective directive, String typeName) {
        if (!(subgraph.type(typeName) instanceof FieldsType || subgraph.type(typeName) instanceof UnionType)) {
            return directives.without(directive);
        }
        return directives
                .first(directive)
                .map(applied -> {
                    FieldSet before = FieldSets.readable(applied);
                    FieldSet after = new ExternalFieldSets(subgraph).external(typeName, before);
                    if (after.equals(before)) {
                        return directives;
                    }
                    Directives others = directives.without(directive);
                    return after.isEmpty() ? others : others.with(applied.withText("fields", after.toString()));
                })
                .orElse(directives);
    }

    private boolean isDemanded(FieldsType object, String fieldName) {
        return object.interfaces().stream()
                .anyMatch(name -> subgraph.field(name, fieldName).isPresent());
    }

    private FieldsType shareable(FieldsType type) {
        if (type.name().equals(RootOperation.SUBSCRIPTION.typeName())) {
            return type;
        }
        boolean entity = type.directives().has(FederationDirective.KEY)
                || RootOperation.byTypeName(type.name()).isPresent();
        Map<String, FieldElement> fields = new LinkedHashMap<>(type.fields());
        fields.replaceAll((name, field) -> isResolvedElsewhere(type.name(), name, entity)
                ? field.withDirectives(field.directives()
                        .with(AppliedDirective.named(FederationDirective.SHAREABLE.modelName())
                                .build()))
                : field);
        return type.withFields(fields);
    }

    /** A value type is shared as a whole, an entity field by field. */
    private boolean isResolvedElsewhere(String typeName, String fieldName, boolean entity) {
        return others.stream()
                .anyMatch(other -> entity
                        ? other.field(typeName, fieldName)
                                .filter(field -> !field.directives().has(FederationDirective.EXTERNAL)
                                        || FieldUses.ofProvisions(other).contains(typeName, fieldName))
                                .isPresent()
                        : other.type(typeName) != null);
    }
}
