package io.lancang.federation.plan.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the search knows of a position: from where its objects are at hand in the plan so far, and what was found out last about the
 * ways to have more. Owned by one planning run.
 */
final class PositionState {
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, OptionsAtVersion> options = new HashMap<>();
    private final Map<String, OptionsAtVersion> deferredOptions = new HashMap<>();

    /** What was found out while the plan was at some version. */
    private record OptionsAtVersion(long version, Options options) {}

    /** From where the objects are at hand in the plan so far. */
    List<Node> nodes() {
        return nodes;
    }

    /** Whether some step has brought the objects by the field above them, in a list if there are several. */
    boolean isBrought() {
        return nodes.stream().anyMatch(node -> node.parent() != null);
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
}
