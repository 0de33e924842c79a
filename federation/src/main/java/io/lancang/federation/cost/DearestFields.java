package io.lancang.federation.cost;

import io.lancang.federation.cost.Cost.FieldCost;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the fields on which most of a cost is spent. Walks the formula of one request. */
final class DearestFields {
    private static final int SHOWN = 3;
    private static final int SHOWN_CHARACTERS = 200;

    private final Evaluation request;
    private final List<Found> found = new ArrayList<>();

    private record Place(@Nullable Place parent, String key) {
        String path() {
            return parent == null ? key : parent.path() + "." + key;
        }
    }

    private record Found(Place place, long cost) {}

    private DearestFields(Evaluation request) {
        this.request = request;
    }

    /** The fields that make up at least one percent of a cost, three at most, the dearest first. */
    static List<DearField> of(Cost cost, Evaluation request) {
        DearestFields search = new DearestFields(request);
        search.visit(cost, null, 1);
        long total = Math.max(1, cost.of(request));
        return search.found.stream()
                .map(each -> new DearField(abbreviated(each.place().path()), each.cost(), (int)
                        Math.min(100, Math.round(100.0 * each.cost() / total))))
                .filter(field -> field.percent() > 0)
                .toList();
    }

    /** Keys are the client's: they may be as long as it likes. */
    private static String abbreviated(String path) {
        return path.length() <= SHOWN_CHARACTERS
                ? path
                : path.substring(0, SHOWN_CHARACTERS / 2) + "…" + path.substring(path.length() - SHOWN_CHARACTERS / 2);
    }

    private void visit(Cost cost, @Nullable Place parent, long times) {
        switch (cost) {
            case Cost.Sum sum -> sum.parts().forEach(part -> visit(part, parent, times));
            case Cost.Conditional conditional -> {
                if (request.holdAny(conditional.alternatives())) {
                    visit(conditional.cost(), parent, times);
                }
            }
            case Cost.ByType byType -> {
                for (int index : byType.dearest(request)) {
                    visit(byType.groups().get(index), parent, times);
                }
            }
            case FieldCost field -> visit(field, parent, times);
            case Cost.Fixed fixed -> {
                // The extra cost of a mutation, or a part of an argument.
            }
            case Cost.VariableInput input -> {
                // Counted with its field.
            }
            case Cost.SlicingRule rule -> {
                // Costs nothing.
            }
        }
    }

    private void visit(FieldCost field, @Nullable Place parent, long times) {
        Place place = new Place(parent, field.key());
        long items = Amounts.multiply(times, field.size().of(request));
        long arguments = Amounts.multiply(times, field.arguments().of(request));
        note(new Found(place, Amounts.add(Amounts.multiply(items, field.weight()), arguments)));
        visit(field.below(), place, items);
    }

    private void note(Found candidate) {
        if (candidate.cost() > 0
                && (found.size() < SHOWN || candidate.cost() > found.getLast().cost())) {
            found.add(candidate);
            found.sort(Comparator.comparingLong(Found::cost).reversed());
            if (found.size() > SHOWN) {
                found.removeLast();
            }
        }
    }
}
