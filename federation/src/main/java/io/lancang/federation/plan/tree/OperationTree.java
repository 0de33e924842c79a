package io.lancang.federation.plan.tree;

import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.operation.Conditions;
import io.lancang.federation.operation.Deferral;
import io.lancang.federation.operation.FieldSelection;
import io.lancang.federation.operation.FragmentSelection;
import io.lancang.federation.operation.Selection;
import io.lancang.federation.operation.SelectionSet;
import io.lancang.federation.plan.graph.PlanGraph;
import io.lancang.federation.plan.graph.TypenameField;
import io.lancang.federation.plan.query.PlanningException;
import io.lancang.federation.supergraph.SupergraphType;
import io.lancang.federation.supergraph.TypeKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A client's selections as positions and slots. Fields of an interface are spread over its object types unless every
 * subgraph answers them alike; so the search meets object types only, or interfaces whose types need not be known.
 */
public final class OperationTree {
    private static final Set<String> INTROSPECTION = Set.of("__schema", "__type", TypenameField.NAME);

    private final PlanGraph graph;
    private final Position root;
    private final List<Block> blocks = new ArrayList<>();
    private final Map<Integer, Block> deferred = new HashMap<>();
    private final ClientSlots slots;
    private final Map<Block, List<Slot>> leaves = new HashMap<>();

    /**
     * The tree of some of an operation's selections.
     *
     * @throws PlanningException if it has more than {@code maxSlots} slots
     */
    public OperationTree(PlanGraph graph, String rootType, SelectionSet selections, int maxSlots) {
        this.graph = graph;
        this.slots = new ClientSlots(graph, maxSlots);
        this.root = new Position(null, rootType);
        Block primary = Block.primary();
        blocks.add(primary);
        visit(root, visibleTypes(rootType), selections, new Context(primary, Conditions.NONE));
        TreeRule.ALL.forEach(rule -> rule.apply(graph, slots.inOrder()));
        new ProveExistence(graph, slots).apply();
        for (Slot slot : slots.inOrder()) {
            if (slot.child() == null) {
                leaves.computeIfAbsent(slot.block(), added -> new ArrayList<>()).add(slot);
            }
        }
    }

    Position root() {
        return root;
    }

    public int size() {
        return slots.inOrder().size();
    }

    /** Slots that only show that objects are there, whose type the client does not see. */
    public Set<Slot> proofs() {
        return slots.proofs();
    }

    /** What is answered together, the primary block first, and each after the one in which it stands. */
    public List<Block> blocks() {
        return blocks;
    }

    /** What the client gets in the end and what is asked for with a block, in the order of its operation. */
    public List<Slot> leaves(Block block) {
        return leaves.getOrDefault(block, List.of());
    }

    /** Under what a selection stands. */
    private record Context(Block block, Conditions conditions) {
        Context and(Conditions more) {
            return new Context(block, conditions.and(more));
        }
    }

    private void visit(Position position, Set<String> types, SelectionSet selections, Context above) {
        for (Selection selection : selections.selections()) {
            Context context = above.and(selection.conditions());
            if (context.conditions().contradictory()) {
                continue;
            }
            switch (selection) {
                case FieldSelection field -> visitField(position, types, field, context);
                case FragmentSelection fragment -> {
                    Set<String> narrowed = narrow(types, fragment.typeCondition());
                    if (!narrowed.isEmpty()) {
                        visit(position, narrowed, fragment.selections(), inside(fragment, position, context));
                    }
                }
            }
        }
    }

    private Context inside(FragmentSelection fragment, Position position, Context context) {
        Deferral deferral = fragment.deferral();
        if (deferral == null) {
            return context;
        }
        Block block = deferred.computeIfAbsent(deferral.id(), id -> {
            Block added = context.block().deferred(deferral);
            blocks.add(added);
            return added;
        });
        block.places().add(position);
        return new Context(block, context.conditions());
    }

    private void visitField(Position position, Set<String> types, FieldSelection field, Context context) {
        if (INTROSPECTION.contains(field.name())) {
            if (position == root) {
                return;
            }
            if (!field.name().equals(TypenameField.NAME)) {
                throw new PlanningException(
                        ErrorCode.BAD_USER_INPUT,
                        "The field " + field.name() + " can be asked at the root of a query only. Move it there.");
            }
        }
        Set<String> asked = narrow(types, field.parentType());
        Set<String> parents = parentTypes(position, asked, field.name());
        String lacking = parents.size() > 1
                ? graph.interfaceFields().lacking(position.typeName(), position.above(), field.name())
                : null;
        for (String type : parents) {
            Slot slot = slots.of(field, position, type);
            if (type.equals(lacking)) {
                throw UnreachableField.refused(graph, slot);
            }
            slot.demand(context.block(), context.conditions());
            Position child = slot.child();
            if (child != null) {
                visit(child, visibleTypes(child.typeName()), field.selections(), context);
            }
        }
    }

    private Set<String> parentTypes(Position position, Set<String> types, String field) {
        boolean whole = types.equals(visibleTypes(position.typeName()));
        if (field.equals(TypenameField.NAME) || (whole && isOneForAll(position, field))) {
            return Set.of(position.typeName());
        }
        return types;
    }

    private boolean isOneForAll(Position position, String field) {
        SupergraphType type = graph.type(position.typeName());
        return type.kind() == TypeKind.INTERFACE
                && type.fields().containsKey(field)
                && isAlikeEverywhere(position)
                && graph.interfaceFields().isUniform(position.typeName(), position.above(), field);
    }

    /** Whether every subgraph that has the field above gives it the same type. */
    private boolean isAlikeEverywhere(Position position) {
        Slot slot = position.slot();
        return slot == null
                || graph.accesses(slot.parentType(), slot.name()).stream()
                        .allMatch(access -> access == null || access.typeName().equals(position.typeName()));
    }

    private Set<String> narrow(Set<String> types, String typeCondition) {
        Set<String> narrowed = new LinkedHashSet<>(types);
        narrowed.retainAll(graph.type(typeCondition).possibleTypes());
        return narrowed;
    }

    private Set<String> visibleTypes(String typeName) {
        Set<String> visible = new LinkedHashSet<>(graph.type(typeName).possibleTypes());
        visible.removeIf(object -> !graph.supergraph().apiSchema().containsType(object));
        return visible;
    }
}
