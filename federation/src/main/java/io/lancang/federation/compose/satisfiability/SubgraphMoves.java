package io.lancang.federation.compose.satisfiability;

import io.lancang.federation.compose.merge.MergedSchema;
import io.lancang.federation.compose.merge.source.Overrides.Move;
import io.lancang.federation.compose.schema.AppliedDirective;
import io.lancang.federation.compose.schema.FederationDirective;
import io.lancang.federation.compose.schema.FieldElement;
import io.lancang.federation.compose.schema.FieldsType;
import io.lancang.federation.compose.schema.Ordered;
import io.lancang.federation.compose.schema.TypeReferences;
import io.lancang.federation.compose.subgraph.FieldSets;
import io.lancang.federation.compose.subgraph.SubgraphModel;
import io.lancang.federation.fieldset.FieldSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The single steps that a query can take: within a subgraph over a field, and between subgraphs by a key.
 *
 * @param schema the merged schema
 * @param labels the labels of progressive overrides that are taken to be on
 * @param subgraphs the subgraphs by name
 */
record SubgraphMoves(MergedSchema schema, Set<String> labels, Map<String, SubgraphModel> subgraphs) {

    SubgraphMoves {
        labels = Set.copyOf(labels);
        subgraphs = Ordered.copy(subgraphs);
    }

    static SubgraphMoves of(MergedSchema schema, Set<String> labels) {
        Map<String, SubgraphModel> subgraphs = new LinkedHashMap<>();
        schema.subgraphs().forEach(subgraph -> subgraphs.put(subgraph.name(), subgraph));
        return new SubgraphMoves(schema, labels, subgraphs);
    }

    /**
     * A key by which a router enters a subgraph.
     *
     * @param target where it leads
     * @param fields what has to be known before
     */
    record Entry(SubgraphPosition target, FieldSet fields) {}

    SubgraphModel subgraph(String name) {
        return Objects.requireNonNull(subgraphs.get(name), "positions name subgraphs that exist");
    }

    /** The field, if the subgraph resolves it at the position; its requirements are another question. */
    Optional<FieldElement> resolvable(SubgraphPosition position, String fieldName) {
        SubgraphModel subgraph = subgraph(position.subgraph());
        return subgraph.field(position.type(), fieldName)
                .filter(field ->
                        isOwn(position, field) || position.provided().contains(fieldName, position.type()::equals))
                .filter(field -> subgraph.fieldsType(position.type())
                                .filter(FieldsType::isInterface)
                                .isEmpty()
                        || subgraph.possibleTypes(position.type()).stream()
                                .allMatch(type ->
                                        resolvable(position.as(type), fieldName).isPresent()));
    }

    /** Where the field leads. */
    SubgraphPosition over(SubgraphPosition position, FieldElement field) {
        FieldSet provided = position.provided().below(field.name(), position.type()::equals);
        FieldSet more = field.directives()
                .first(FederationDirective.PROVIDES)
                .map(FieldSets::of)
                .orElse(FieldSet.EMPTY);
        return new SubgraphPosition(position.subgraph(), TypeReferences.namedType(field.type()), provided.and(more));
    }

    /** What has to be known before the field can be resolved. */
    static FieldSet requirements(FieldElement field) {
        return field.directives()
                .first(FederationDirective.REQUIRES)
                .map(FieldSets::of)
                .orElse(FieldSet.EMPTY);
    }

    /** Every key by which another subgraph can be entered with an object of the type. */
    List<Entry> entries(String typeName) {
        List<Entry> entries = new ArrayList<>();
        for (SubgraphModel subgraph : subgraphs.values()) {
            addEntries(entries, subgraph, typeName);
            // Where the type is unknown, an interface object can stand for it.
            schema.fieldsType(typeName)
                    .ifPresent(type -> type.interfaces().stream()
                            .filter(subgraph::isInterfaceObject)
                            .forEach(shared -> addEntries(entries, subgraph, shared)));
        }
        return entries;
    }

    /** The keys of the type in one subgraph that a router may enter by. */
    static List<FieldSet> keys(SubgraphModel subgraph, String typeName) {
        return subgraph.fieldsType(typeName).stream()
                .flatMap(type -> type.directives().all(FederationDirective.KEY))
                .filter(key -> key.flag("resolvable", true))
                .map(FieldSets::of)
                .toList();
    }

    /** The positions narrowed to one object type, for those whose subgraph knows it as a possible type. */
    List<SubgraphPosition> narrowed(Collection<SubgraphPosition> positions, String objectType) {
        return positions.stream()
                .filter(position -> subgraph(position.subgraph())
                        .possibleTypes(position.type())
                        .contains(objectType))
                .map(position -> position.type().equals(objectType) ? position : position.as(objectType))
                .toList();
    }

    private static void addEntries(List<Entry> entries, SubgraphModel subgraph, String typeName) {
        keys(subgraph, typeName)
                .forEach(key -> entries.add(new Entry(SubgraphPosition.plain(subgraph.name(), typeName), key)));
    }

    private boolean isOwn(SubgraphPosition position, FieldElement field) {
        if (field.directives().has(FederationDirective.EXTERNAL)) {
            return false;
        }
        Optional<Move> away = schema.overrides().moveOf(position.subgraph(), position.type(), field.name());
        return away.isPresent() ? isOff(away.get().label()) : isTakenOver(position, field);
    }

    private boolean isOff(@Nullable String label) {
        return label != null && !labels.contains(label);
    }

    /** A field with a progressive override is resolved here only while its label is on, or nobody else could. */
    private boolean isTakenOver(SubgraphPosition position, FieldElement field) {
        Optional<AppliedDirective> override = field.directives().first(FederationDirective.OVERRIDE);
        String label = override.map(each -> each.text("label")).orElse(null);
        if (label == null || labels.contains(label)) {
            return true;
        }
        SubgraphModel former = subgraphs.get(String.valueOf(override.get().text("from")));
        return former == null || former.field(position.type(), field.name()).isEmpty();
    }
}
