package io.lancang.federation.differential.generate;

import io.lancang.federation.differential.schema.Argument;
import io.lancang.federation.differential.schema.Directive;
import io.lancang.federation.differential.schema.Field;
import java.util.ArrayList;
import java.util.List;

/** {@code @requires}: fields that are made of what other subgraphs resolve, themselves required by others at times. */
final class RequiredFields implements Feature {
    @Override
    public void apply(Draft draft) {
        Dice dice = draft.dice();
        for (int number = dice.between(0, 4); number > 0; number--) {
            EntityPlan entity = dice.pick(new ArrayList<>(draft.entities().values()));
            String home = dice.pick(new ArrayList<>(entity.homes().keySet()));
            String fields = FieldSetMaker.required(draft, home).external(entity.name(), 2);
            if (!fields.isEmpty()) {
                Field field = Field.of("made" + number, "String", Directive.requires(fields));
                draft.add(
                        home,
                        entity.name(),
                        dice.chance(0.2)
                                ? field.withArguments(List.of(new Argument("suffix", "String", null)))
                                : field);
            }
        }
    }
}
