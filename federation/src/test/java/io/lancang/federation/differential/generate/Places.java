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
        String type = coordinate.field().named();
        List<String> declaring =
                draft.declaring(coordinate.type(), coordinate.field().name());
        places.removeAll(declaring);
        places.removeIf(place -> !draft.canKnow(place, type) || !draft.canShare(with(declaring, place), type));
        return places;
    }

    private static List<String> with(List<String> places, String more) {
        List<String> all = new ArrayList<>(places);
        all.add(more);
        return all;
    }
}
