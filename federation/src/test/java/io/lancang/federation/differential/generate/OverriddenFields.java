package io.lancang.federation.differential.generate;

import io.lancang.federation.differential.schema.Directive;
import java.util.List;
import java.util.Map;

/** {@code @override}: a subgraph takes a field over from another, at once or by and by. */
final class OverriddenFields implements Feature {
    @Override
    public void apply(Draft draft) {
        Dice dice = draft.dice();
        for (int number = dice.between(0, 3); number > 0; number--) {
            List<Coordinate> candidates = Coordinate.all(draft).stream()
                    .filter(Coordinate::isPlain)
                    .filter(coordinate -> draft.subgraphs().stream()
                            .map(subgraph -> subgraph.field(
                                    coordinate.type(), coordinate.field().name()))
                            .noneMatch(field -> field != null && field.has("override")))
                    .filter(coordinate -> !Places.others(draft, coordinate).isEmpty())
                    .toList();
            if (!candidates.isEmpty()) {
                Coordinate taken = dice.pick(candidates);
                draft.add(
                        dice.pick(Places.others(draft, taken)),
                        taken.type(),
                        taken.field().bare().with(override(taken.subgraph(), dice)));
            }
        }
    }

    private static Directive override(String from, Dice dice) {
        return dice.chance(0.6)
                ? Directive.override(from)
                : new Directive(
                        "override", Map.of("from", from, "label", dice.of("percent(0)", "percent(100)", "moved")));
    }
}
