package io.lancang.federation.differential.generate;

import java.util.ArrayList;
import java.util.List;

/** Where a field could be, too. */
final class Places {
    private Places() {}

    /** The subgraphs that could resolve a field and do not declare it yet. */
    static List<String> others(Draft draft, Coordinate coordinate) {
        EntityPlan entity = draft.entities().get(coordinate.type());
        List<String> places = new ArrayList<>(
                entity != null ? entity.homes().keySet() : coordinate.isRoot() ? draft.names() : List.<String>of());
        places.removeAll(draft.declaring(coordinate.type(), coordinate.field().name()));
        places.removeIf(place -> !draft.canKnow(place, coordinate.field().named()));
        return places;
    }
}
