package io.lancang.federation.differential.generate;

import io.lancang.federation.differential.schema.Directive;
import io.lancang.federation.differential.schema.Field;
import io.lancang.federation.differential.schema.Kind;
import io.lancang.federation.differential.schema.Type;
import java.util.List;

/**
 * Value types of which each subgraph knows a part: what another one knows of the value is reached only by entering the entity
 * anew that has it.
 */
final class PartialValues implements Feature {
    private static final List<String> FIELDS = List.of("left", "right", "upper", "lower");

    @Override
    public void apply(Draft draft) {
        Dice dice = draft.dice();
        List<EntityPlan> entities = draft.entities().values().stream()
                .filter(entity -> entity.homes().size() > 1)
                .toList();
        for (int number = entities.isEmpty() ? 0 : dice.between(0, 2); number > 0; number--) {
            EntityPlan entity = dice.pick(entities);
            List<String> places = dice.some(entity.homes().keySet(), 2);
            String name = "P" + number;
            Type whole = split(draft, name, places);
            if (dice.chance(0.3)) {
                Type inner = split(draft, name + "Inner", places);
                whole = inside(draft, whole, inner, places);
            }
            draft.shared().put(name, whole);
            Field field = Field.of("part" + number, dice.of(name, name, "[" + name + "!]"), Directive.SHAREABLE);
            places.forEach(place -> draft.add(place, entity.name(), field));
        }
    }

    /** Gives each place some of the fields, and each field to some place. */
    private static Type split(Draft draft, String name, List<String> places) {
        Dice dice = draft.dice();
        FieldMaker fields = new FieldMaker(draft);
        Type whole = Type.of(Kind.OBJECT, name);
        for (String part : FIELDS) {
            Field field = fields.leaf(part).with(Directive.SHAREABLE);
            whole = whole.with(field);
            for (String place : dice.some(places, 1)) {
                draft.add(place, name, field);
            }
        }
        for (String place : places) {
            if (!draft.subgraph(place).knows(name)) {
                draft.add(place, name, whole.fields().values().iterator().next());
            }
        }
        draft.shared().put(name, whole);
        return whole;
    }

    private static Type inside(Draft draft, Type whole, Type inner, List<String> places) {
        Field field = Field.of("inner", inner.name(), Directive.SHAREABLE);
        places.forEach(place -> draft.add(place, whole.name(), field));
        return whole.with(field);
    }
}
