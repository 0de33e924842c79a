package io.lancang.federation.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A place in the merged tree where objects stand. It knows what is needed there, and, while a plan is searched, from which
 * subgraphs its objects are at hand. Owned by one planning run.
 */
final class Position {
    private final @Nullable Slot slot;
    private final String typeName;
    private final int depth;
    private final List<Slot> slots = new ArrayList<>();
    private final Map<String, List<Slot>> byField = new HashMap<>();
    private final List<Node> nodes = new ArrayList<>();
    private final Set<Way> closed = new HashSet<>(0);
    private Set<String> leftOut = Set.of();
    private final Map<String, OptionsAtVersion> options = new HashMap<>();
    private final Map<String, OptionsAtVersion> deferredOptions = new HashMap<>();

    /** What was found out about the position while the plan was at some version. */
    private record OptionsAtVersion(long version, Options options) {}

    /**
     * A position below a slot.
     *
     * @param slot null for the root
     * @param typeName core of the type in the supergraph
     */
    Position(@Nullable Slot slot, String typeName) {
        this.slot = slot;
        this.typeName = typeName;
        this.depth = slot == null ? 0 : slot.position().depth() + 1;
    }

    @Nullable
    Slot slot() {
        return slot;
    }

    String typeName() {
        return typeName;
    }

    int depth() {
        return depth;
    }

    List<Slot> slots() {
        return slots;
    }

    /** The slots of fields of that name. */
    List<Slot> slots(String field) {
        return byField.getOrDefault(field, List.of());
    }

    void add(Slot added) {
        slots.add(added);
        byField.computeIfAbsent(added.name(), name -> new ArrayList<>(1)).add(added);
    }

    /** From where its objects are at hand in the plan so far. */
    List<Node> nodes() {
        return nodes;
    }

    /** Whether some step has brought the objects by the field above them, in a list if there are several. */
    boolean isBrought() {
        return nodes.stream().anyMatch(node -> node.parent() != null);
    }

    /** Leaves a way out of the search; what was noted before does not know of it. */
    void close(Way way) {
        closed.add(way);
    }

    /** Takes a way into the search again. */
    void open(Way way) {
        closed.remove(way);
    }

    boolean isOpen(Way way) {
        return !closed.contains(way);
    }

    /** Has nothing asked for that only objects of these types have. */
    void leaveOut(Set<String> types) {
        leftOut = Set.copyOf(types);
    }

    boolean leavesOut(String type) {
        return leftOut.contains(type);
    }

    /** What was noted for objects of a type while the plan was at that version; null if nothing was. */
    @Nullable
    Options options(String wantedType, Use use, long version) {
        OptionsAtVersion known = options(use).get(wantedType);
        return known != null && known.version() == version ? known.options() : null;
    }

    void note(String wantedType, Use use, long version, Options found) {
        options(use).put(wantedType, new OptionsAtVersion(version, found));
    }

    private Map<String, OptionsAtVersion> options(Use use) {
        return switch (use) {
            case ANY -> options;
            case DEFERRED -> deferredOptions;
        };
    }

    @Override
    public String toString() {
        return slot == null ? "" : slot.position() + "/" + slot.mergeKey();
    }
}
