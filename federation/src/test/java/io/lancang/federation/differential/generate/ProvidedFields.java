package io.lancang.federation.differential.generate;

import io.lancang.federation.differential.schema.Directive;
import io.lancang.federation.differential.schema.Field;
import io.lancang.federation.differential.schema.Schema;
import io.lancang.federation.differential.schema.Type;
import java.util.ArrayList;
import java.util.List;

/** {@code @provides}: below one field a subgraph resolves what it does not resolve elsewhere. */
final class ProvidedFields implements Feature {
    @Override
    public void apply(Draft draft) {
        Dice dice = draft.dice();
        for (int number = dice.between(0, 4); number > 0; number--) {
            List<Coordinate> candidates = Coordinate.all(draft).stream()
                    .filter(coordinate -> !coordinate.field().has("external")
                            && !coordinate.field().has("requires")
                            && !coordinate.field().has("provides"))
                    .filter(coordinate -> isObject(draft, coordinate))
                    .toList();
            if (!candidates.isEmpty()) {
                provide(draft, dice.pick(candidates));
            }
        }
    }

    private static boolean isObject(Draft draft, Coordinate coordinate) {
        Schema subgraph = draft.subgraph(coordinate.subgraph());
        String type = coordinate.field().named();
        return subgraph.knows(type) && !subgraph.objects(type).isEmpty();
    }

    private static void provide(Draft draft, Coordinate coordinate) {
        Field field = coordinate.field();
        String provided = provided(draft, coordinate.subgraph(), field.named(), 2);
        if (!provided.isEmpty()) {
            // Read again: the subgraph may have learned of types on the way.
            Field now = draft.field(coordinate.subgraph(), coordinate.type(), field.name());
            draft.add(coordinate.subgraph(), coordinate.type(), now.with(Directive.provides(provided)));
        }
    }

    private static String provided(Draft draft, String subgraph, String type, int depth) {
        List<String> fragments = new ArrayList<>();
        for (String object : draft.dice().some(draft.subgraph(subgraph).objects(type), 1)) {
            String below = providedOf(draft, subgraph, object, depth);
            if (!below.isEmpty()) {
                fragments.add(object.equals(type) ? below : "... on " + object + " { " + below + " }");
            }
        }
        return String.join(" ", fragments);
    }

    private static String providedOf(Draft draft, String subgraph, String object, int depth) {
        Dice dice = draft.dice();
        Type known = draft.subgraph(subgraph).type(object);
        return known.keys().isEmpty() || dice.chance(0.3)
                ? nested(draft, subgraph, known, depth)
                : FieldSetMaker.provided(draft, subgraph).external(object, depth);
    }

    private static String nested(Draft draft, String subgraph, Type type, int depth) {
        List<Field> fields = type.fields().values().stream()
                .filter(field -> field.arguments().isEmpty() && !field.has("external") && !field.has("requires"))
                .filter(field -> draft.subgraph(subgraph).knows(field.named()))
                .filter(field ->
                        !draft.subgraph(subgraph).objects(field.named()).isEmpty())
                .toList();
        if (fields.isEmpty() || depth == 0) {
            return "";
        }
        Field field = draft.dice().pick(fields);
        String below = provided(draft, subgraph, field.named(), depth - 1);
        return below.isEmpty() ? "" : field.name() + " { " + below + " }";
    }
}
