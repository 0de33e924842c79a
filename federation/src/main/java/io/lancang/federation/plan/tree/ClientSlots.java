package io.lancang.federation.plan.tree;

import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.operation.FieldSelection;
import io.lancang.federation.plan.graph.PlanGraph;
import io.lancang.federation.plan.graph.TypenameField;
import io.lancang.federation.plan.query.GraphQLText;
import io.lancang.federation.plan.query.PlanningException;
import io.lancang.federation.supergraph.TypeNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The slots of one operation, each once however often it is selected, and no more of them than an operation may have. Owned by one
 * planning run.
 */
final class ClientSlots {
    private final PlanGraph graph;
    private final int maxSlots;
    private final Map<SlotKey, Slot> slots = new HashMap<>();
    private final List<Slot> inOrder = new ArrayList<>();
    private final Set<Slot> proofs = new HashSet<>();

    private record SlotKey(Position position, String parentType, String responseKey, String name, String arguments) {}

    ClientSlots(PlanGraph graph, int maxSlots) {
        this.graph = graph;
        this.maxSlots = maxSlots;
    }

    /** All, in the order in which they were added. */
    List<Slot> inOrder() {
        return inOrder;
    }

    /** Those that only show that objects are there, whose type the client does not see. */
    Set<Slot> proofs() {
        return proofs;
    }

    /** The slot of a field that the client selects of objects of a type. */
    Slot of(FieldSelection field, Position position, String parentType) {
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
     * The slot of the {@code __typename} of a position's objects.
     *
     * @param mergeKey whether it is their type or only their presence
     */
    Slot typename(Position position, String mergeKey) {
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
}
