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
import io.lancang.federation.plan.query.GraphQLText;
import io.lancang.federation.plan.query.MergeKeys;
import io.lancang.federation.plan.query.PlanningException;
import io.lancang.federation.supergraph.SupergraphType;
import io.lancang.federation.supergraph.TypeKind;
import io.lancang.federation.supergraph.TypeNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A client's selections as positions and slots. Fields of an interface are spread over its object types unless every
 * subgraph answers them alike; so the search meets object types only, or interfaces whose types need not be known.
 */
public final class OperationTree {
    private static final Set<String> INTROSPECTION = Set.of("__schema", "__type", TypenameField.NAME);

    private final PlanGraph graph;
    private final int maxSlots;
    private final Position root;
    private final List<Block> blocks = new ArrayList<>();
    private final Map<Integer, Block> deferred = new HashMap<>();
    private final Map<SlotKey, Slot> slots = new HashMap<>();
    private final List<Slot> inOrder = new ArrayList<>();
    private final Set<Slot> proofs = new HashSet<>();
    private final Map<Block, List<Slot>> leaves = new HashMap<>();

    private record SlotKey(Position position, String parentType, String responseKey, String name, String arguments) {}

    /**
     * The tree of some of an operation's selections.
     *
     * @throws PlanningException if it has more than {@code maxSlots} slots
     */
    public OperationTree(PlanGraph graph, String rootType, SelectionSet selections, int maxSlots) {
        this.graph = graph;
        this.maxSlots = maxSlots;
        this.root = new Position(null, rootType);
        Block primary = Block.primary();
        blocks.add(primary);
        visit(root, visibleTypes(rootType), selections, new Context(primary, Conditions.NONE));
        TreeRule.ALL.forEach(rule -> rule.apply(graph, inOrder));
        // Slots are added on the way, for positions that are visited already.
        for (Slot slot : List.copyOf(inOrder)) {
            ensureExistence(slot);
        }
        for (Slot slot : inOrder) {
            if (slot.child() == null) {
                leaves.computeIfAbsent(slot.block(), added -> new ArrayList<>()).add(slot);
            }
        }
    }

    Position root() {
        return root;
    }

    public int size() {
        return inOrder.size();
    }

    /** Slots that only show that objects are there, whose type the client does not see. */
    public Set<Slot> proofs() {
        return proofs;
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
            Slot slot = slot(position, type, field);
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

    private Slot slot(Position position, String parentType, FieldSelection field) {
        boolean typename = field.name().equals(TypenameField.NAME);
        // Aliases of __typename are the projection's business: the merged tree has the type once.
        String responseKey = typename ? TypenameField.NAME : field.responseKey();
        String arguments = GraphQLText.arguments(field.arguments());
        SlotKey key = new SlotKey(position, parentType, responseKey, field.name(), arguments);
        Slot known = slots.get(key);
        if (known != null) {
            return known;
        }
        Slot slot = new Slot(
                position,
                parentType,
                field.name(),
                field.arguments(),
                new Slot.Naming(responseKey, responseKey),
                nextOrder(),
                typename ? null : childType(parentType, field.name()));
        add(key, slot);
        return slot;
    }

    /**
     * An object is part of the answer even where none of its fields is: they may all be excluded, or belong to other runtime
     * types. Its {@code __typename} is then what brings it, as its type where the client sees that, otherwise as its presence.
     */
    private void ensureExistence(Slot slot) {
        Position child = slot.child();
        if (child == null) {
            return;
        }
        boolean isAsked = isToBeAsked(child);
        slot.demandByBlock().forEach((block, demand) -> {
            if (isAsked || !isProven(slot, child, block, demand)) {
                Slot typename = typename(child, isAsked ? TypenameField.NAME : presence(child));
                demand.alternatives().forEach(conditions -> typename.demand(block, conditions));
            }
        });
    }

    /** Where the {@code __typename} goes that shows that objects are there; those of an object type have one at most. */
    private String presence(Position position) {
        return graph.isAbstract(position.typeName()) ? MergeKeys.PRESENCE : TypenameField.NAME;
    }

    /** Whether what the client sees of objects depends on their types. */
    private boolean isToBeAsked(Position position) {
        String typeName = position.typeName();
        boolean alike = graph.supergraph().allowsUnknownType(typeName)
                && position.slots().stream()
                        .allMatch(
                                slot -> !slot.isTypename() && slot.parentType().equals(typeName));
        return graph.isAbstract(typeName) && !alike;
    }

    /** Whether something that a block or one around it selects shows that the objects of a slot are there. */
    private static boolean isProven(Slot slot, Position child, Block block, Demand demand) {
        Demand below = new Demand();
        child.slots().stream()
                .filter(one -> one.parentType().equals(child.typeName()))
                .map(one -> one.demandByBlock().get(block))
                .filter(Objects::nonNull)
                .forEach(below::addAll);
        if (below.coversAll(demand)) {
            return true;
        }
        for (Block around = block.parent(); around != null; around = around.parent()) {
            Demand earlier = slot.demandByBlock().get(around);
            if (earlier != null && earlier.coversAll(demand)) {
                return true;
            }
        }
        return false;
    }

    private Slot typename(Position position, String mergeKey) {
        SlotKey key = new SlotKey(position, position.typeName(), mergeKey, TypenameField.NAME, "");
        Slot known = slots.get(key);
        if (known != null) {
            return known;
        }
        Slot slot = new Slot(
                position,
                position.typeName(),
                TypenameField.NAME,
                List.of(),
                new Slot.Naming(mergeKey, TypenameField.NAME),
                nextOrder(),
                null);
        add(key, slot);
        if (slot.isPresence() || !graph.isAbstract(position.typeName())) {
            proofs.add(slot);
        }
        return slot;
    }

    private void add(SlotKey key, Slot slot) {
        slots.put(key, slot);
        inOrder.add(slot);
        slot.position().add(slot);
    }

    private int nextOrder() {
        if (inOrder.size() >= maxSlots) {
            throw new PlanningException(
                    ErrorCode.LIMIT_EXCEEDED,
                    "The operation has more than " + maxSlots
                            + " fields once its fragments are spread over all the types that they apply to."
                            + " Ask for less, or for fewer types.");
        }
        return inOrder.size();
    }

    private @Nullable String childType(String parentType, String field) {
        var type = graph.type(parentType).fields().get(field);
        if (type == null) {
            throw new PlanningException(ErrorCode.INTERNAL, "the supergraph has no field " + parentType + "." + field);
        }
        String name = TypeNames.named(type);
        return graph.isComposite(name) ? name : null;
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
