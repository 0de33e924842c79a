package io.lancang.federation.plan.graph;

import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.Type;
import io.lancang.federation.fieldset.FieldSet;
import io.lancang.federation.supergraph.Key;
import io.lancang.federation.supergraph.Subgraph;
import io.lancang.federation.supergraph.SubgraphField;
import io.lancang.federation.supergraph.SubgraphType;
import io.lancang.federation.supergraph.Supergraph;
import io.lancang.federation.supergraph.SupergraphType;
import io.lancang.federation.supergraph.TypeKind;
import io.lancang.federation.supergraph.TypeNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The supergraph as the planner walks it: a node is a type in a subgraph; its edges are the fields that the subgraph has on
 * the type, and the keys by which objects enter other subgraphs. What is asked once is remembered. Safe for concurrent use.
 */
public final class PlanGraph {
    private final Supergraph supergraph;
    private final Set<String> activeLabels;
    private final Map<Coordinate, List<@Nullable FieldAccess>> accesses = new ConcurrentHashMap<>();
    private final Map<String, List<EntryPoint>> entries = new ConcurrentHashMap<>();
    private final InterfaceFields interfaceFields = new InterfaceFields(this);

    /**
     * Sees the supergraph under one choice of progressive overrides.
     *
     * @param activeLabels labels of the overrides that are in force
     */
    public PlanGraph(Supergraph supergraph, Set<String> activeLabels) {
        this.supergraph = supergraph;
        this.activeLabels = Set.copyOf(activeLabels);
    }

    public Supergraph supergraph() {
        return supergraph;
    }

    /** How fields of interfaces are asked. */
    public InterfaceFields interfaceFields() {
        return interfaceFields;
    }

    public int subgraphs() {
        return supergraph.subgraphs().size();
    }

    public String subgraphName(int subgraph) {
        return supergraph.subgraphs().get(subgraph).name();
    }

    public SupergraphType type(String name) {
        return Objects.requireNonNull(supergraph.type(name), name);
    }

    @Nullable
    public SubgraphType type(int subgraph, String name) {
        return supergraph.type(supergraph.subgraphs().get(subgraph), name);
    }

    public boolean isAbstract(String typeName) {
        return type(typeName).kind().isAbstract();
    }

    public boolean isNonNull(Coordinate field) {
        return field.field().equals(TypenameField.NAME)
                || type(field.type()).fields().get(field.field()) instanceof NonNullType;
    }

    /** Whether the field has a list, for the client at least. */
    public boolean isList(Coordinate field) {
        Type<?> type = type(field.type()).fields().get(field.field());
        return type instanceof ListType || (type instanceof NonNullType never && never.getType() instanceof ListType);
    }

    public boolean isQueryRoot(String typeName) {
        return typeName.equals(supergraph.roots().query());
    }

    public boolean isComposite(String typeName) {
        SupergraphType type = supergraph.type(typeName);
        return type != null && type.kind().isComposite();
    }

    /** The object types of which objects of the subgraph's type can be; the type itself for an interface object. */
    public Set<String> possibleTypes(int subgraph, String typeName) {
        return Objects.requireNonNull(type(subgraph, typeName), typeName).possibleTypes();
    }

    /** Whether an object of the subgraph's type can be of the other type at runtime. */
    public boolean canBe(int subgraph, String staticType, String wanted) {
        if (staticType.equals(wanted)) {
            return true;
        }
        SubgraphType type = type(subgraph, staticType);
        if (type == null) {
            return false;
        }
        return type.possibleTypes().contains(wanted)
                || (type.kind() == TypeKind.INTERFACE_OBJECT
                        && type(staticType).possibleTypes().contains(wanted));
    }

    public boolean isInterfaceObject(int subgraph, String typeName) {
        SubgraphType type = type(subgraph, typeName);
        return type != null && type.kind() == TypeKind.INTERFACE_OBJECT;
    }

    /** Whether a field set's fragment on one type applies to objects of another. */
    public boolean applies(String typeCondition, String typeName) {
        SupergraphType condition = supergraph.type(typeCondition);
        return typeCondition.equals(typeName)
                || (condition != null && condition.possibleTypes().contains(typeName));
    }

    /** What is provided below a field: what was provided above it, and what the field itself provides. */
    public FieldSet provided(FieldSet above, Coordinate field, FieldAccess access) {
        return above.below(field.field(), condition -> applies(condition, field.type()))
                .and(access.field().provides());
    }

    /** Whether the objects have the field, either at hand or provided. */
    public boolean isAtHand(FieldAccess access, FieldSet provided, Coordinate field) {
        return access.atHand() || provided.contains(field.field(), condition -> applies(condition, field.type()));
    }

    /**
     * Whether what a field requires is provided where its objects are, so that the subgraph has it by itself.
     *
     * @param typeName type of the objects that have the field
     */
    public boolean isProvided(FieldSet requires, FieldSet provided, String typeName) {
        return provided.containsAll(requires, condition -> applies(condition, typeName));
    }

    /** What each subgraph, by ordinal, offers of a field; null where it does not have the field. */
    public List<@Nullable FieldAccess> accesses(String type, String field) {
        return accesses.computeIfAbsent(new Coordinate(type, field), this::findAccesses);
    }

    @Nullable
    public FieldAccess access(String type, String field, int subgraph) {
        return accesses(type, field).get(subgraph);
    }

    /** The ways into subgraphs for objects of a type, in the order of subgraphs and of keys. */
    public List<EntryPoint> entries(String typeName) {
        return entries.computeIfAbsent(typeName, this::findEntries);
    }

    private List<@Nullable FieldAccess> findAccesses(Coordinate coordinate) {
        List<@Nullable FieldAccess> found = new ArrayList<>();
        for (Subgraph subgraph : supergraph.subgraphs()) {
            FieldAccess access = accessOn(coordinate.type(), coordinate.field(), subgraph);
            for (String face : type(coordinate.type()).interfaces()) {
                if (access == null && isInterfaceObject(subgraph.ordinal(), face)) {
                    access = accessOn(face, coordinate.field(), subgraph);
                }
            }
            found.add(access);
        }
        return Collections.unmodifiableList(found);
    }

    /** What a subgraph offers of a field on that very type; null if nothing. */
    @Nullable
    FieldAccess accessOn(String typeName, String fieldName, Subgraph subgraph) {
        SubgraphType type = supergraph.type(subgraph, typeName);
        SubgraphField field = type == null ? null : type.field(fieldName);
        if (type == null || field == null) {
            return null;
        }
        return new FieldAccess(typeName, field, field.resolvable(activeLabels), TypeNames.named(field.type()));
    }

    private List<EntryPoint> findEntries(String typeName) {
        List<EntryPoint> found = new ArrayList<>();
        for (int subgraph = 0; subgraph < subgraphs(); subgraph++) {
            addEntries(found, subgraph, typeName, false);
            for (String face : type(typeName).interfaces()) {
                if (isInterfaceObject(subgraph, face)) {
                    addEntries(found, subgraph, face, false);
                } else if (hasInterfaceObject(face)) {
                    // An object that came from an interface object: its runtime type is not known yet.
                    addEntries(found, subgraph, face, true);
                }
            }
        }
        return List.copyOf(found);
    }

    private void addEntries(List<EntryPoint> found, int subgraph, String typeName, boolean forWholePosition) {
        SubgraphType type = type(subgraph, typeName);
        if (type == null || (type.kind() == TypeKind.INTERFACE && !isEntered(type, typeName))) {
            return;
        }
        for (Key key : type.keys()) {
            if (key.resolvable()) {
                found.add(new EntryPoint(
                        subgraph, typeName, key.fields(), forWholePosition || type.kind() == TypeKind.INTERFACE));
            }
        }
    }

    /** Objects enter an interface for their types, where a subgraph knows types of which they could be. */
    private boolean isEntered(SubgraphType type, String typeName) {
        return hasInterfaceObject(typeName) && !type.possibleTypes().isEmpty();
    }

    /** Whether some subgraph has the interface as an interface object, which cannot tell types. */
    public boolean hasInterfaceObject(String typeName) {
        for (int subgraph = 0; subgraph < subgraphs(); subgraph++) {
            if (isInterfaceObject(subgraph, typeName)) {
                return true;
            }
        }
        return false;
    }
}
