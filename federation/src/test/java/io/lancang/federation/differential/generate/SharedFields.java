package io.lancang.federation.differential.generate;

import io.lancang.federation.differential.schema.Directive;
import io.lancang.federation.differential.schema.Field;
import io.lancang.federation.differential.schema.TypeText;
import java.util.List;

/** {@code @shareable}: a second subgraph resolves a field of an entity or of the root, and may promise less of it. */
final class SharedFields implements Feature {
    @Override
    public void apply(Draft draft) {
        Dice dice = draft.dice();
        for (int number = dice.between(0, 4); number > 0; number--) {
            List<Coordinate> candidates = Coordinate.all(draft).stream()
                    .filter(coordinate -> !coordinate.type().equals("Mutation"))
                    .filter(coordinate -> coordinate.isPlain()
                            || coordinate.field().directives().equals(List.of(Directive.SHAREABLE)))
                    .filter(coordinate -> !Places.others(draft, coordinate).isEmpty())
                    .toList();
            if (!candidates.isEmpty()) {
                share(draft, dice.pick(candidates));
            }
        }
    }

    private static void share(Draft draft, Coordinate coordinate) {
        Dice dice = draft.dice();
        String other = dice.pick(Places.others(draft, coordinate));
        Field field = coordinate.field();
        draft.add(coordinate.subgraph(), coordinate.type(), field.with(Directive.SHAREABLE));
        boolean weaker = !TypeText.isNullable(field.type())
                && !field.name().equals("id")
                && !isExternalSomewhere(draft, coordinate)
                && dice.chance(0.3);
        String type = weaker ? field.type().substring(0, field.type().length() - 1) : field.type();
        draft.add(other, coordinate.type(), field.bare().withType(type).with(Directive.SHAREABLE));
    }

    /** Whether a subgraph names the field without resolving it, so that the field must keep the type named there. */
    private static boolean isExternalSomewhere(Draft draft, Coordinate coordinate) {
        return draft.subgraphs().stream()
                .map(subgraph ->
                        subgraph.field(coordinate.type(), coordinate.field().name()))
                .anyMatch(field -> field != null && field.has("external"));
    }
}
