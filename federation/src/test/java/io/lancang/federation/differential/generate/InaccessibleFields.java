package io.lancang.federation.differential.generate;

import io.lancang.federation.differential.schema.Directive;
import io.lancang.federation.differential.schema.Schema;
import io.lancang.federation.differential.schema.Whole;
import java.util.List;

/** {@code @inaccessible}: what clients do not see, and keys and requirements still use. */
final class InaccessibleFields implements Feature {
    @Override
    public void apply(Draft draft) {
        Dice dice = draft.dice();
        for (int number = dice.between(0, 2); number > 0; number--) {
            Schema whole = Whole.of(draft.subgraphs());
            List<Coordinate> candidates = Coordinate.all(draft).stream()
                    .filter(coordinate -> !coordinate.field().has("external"))
                    .filter(coordinate -> whole.type(coordinate.type()).interfaces().stream()
                            .noneMatch(
                                    face -> whole.field(face, coordinate.field().name()) != null))
                    .filter(coordinate -> whole.type(coordinate.type()).fields().values().stream()
                                    .filter(field -> !field.has("inaccessible"))
                                    .count()
                            > 1)
                    .toList();
            if (!candidates.isEmpty()) {
                Coordinate hidden = dice.pick(candidates);
                draft.add(hidden.subgraph(), hidden.type(), hidden.field().with(Directive.INACCESSIBLE));
            }
        }
    }
}
