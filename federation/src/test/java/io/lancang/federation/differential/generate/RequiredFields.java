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
            List<InterfaceObjects.Place> interfaceObjects = InterfaceObjects.in(draft);
            boolean ofInterface = !interfaceObjects.isEmpty() && dice.chance(0.3);
            EntityPlan entity = dice.pick(new ArrayList<>(draft.entities().values()));
            InterfaceObjects.Place place = ofInterface
                    ? dice.pick(interfaceObjects)
                    : new InterfaceObjects.Place(
                            dice.pick(new ArrayList<>(entity.homes().keySet())), entity.name());
            String fields = FieldSetMaker.required(draft, place.subgraph()).external(place.type(), 2);
            if (!fields.isEmpty()) {
                Field field = Field.of("made" + number, "String", Directive.requires(fields));
                draft.add(
                        place.subgraph(),
                        place.type(),
                        dice.chance(0.2)
                                ? field.withArguments(List.of(new Argument("suffix", "String", null)))
                                : field);
            }
        }
    }
}
