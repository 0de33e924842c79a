package io.lancang.federation.differential.generate;

import io.lancang.federation.differential.schema.Schema;
import io.lancang.federation.differential.schema.Type;
import java.util.List;

/** Enums and input objects of which one subgraph knows less: answers unite what it lacks, inputs go without. */
final class DifferentValues implements Feature {
    @Override
    public void apply(Draft draft) {
        Dice dice = draft.dice();
        if (dice.chance(0.5)) {
            without(draft, "Colour", dice.of("RED", "GREEN", "BLUE"));
        }
        for (int number = dice.between(0, 2); number > 0; number--) {
            // The value that is a default stays.
            without(draft, "Tone", dice.of("QUIET", "MUTE"));
        }
        if (dice.chance(0.3)) {
            List<Schema> knowing = knowing(draft, "Options");
            if (!knowing.isEmpty()) {
                Schema one = dice.pick(knowing);
                Type input = one.type("Options");
                draft.put(
                        one.name(),
                        input.withInputs(input.inputs().stream()
                                .filter(field -> !field.name().equals("tags"))
                                .toList()));
            }
        }
    }

    private static void without(Draft draft, String constants, String value) {
        List<Schema> knowing = knowing(draft, constants);
        if (!knowing.isEmpty()) {
            Schema one = draft.dice().pick(knowing);
            Type type = one.type(constants);
            draft.put(
                    one.name(),
                    type.withMembers(type.members().stream()
                            .filter(member -> !member.equals(value))
                            .toList()));
        }
    }

    private static List<Schema> knowing(Draft draft, String type) {
        return draft.subgraphs().stream()
                .filter(subgraph -> subgraph.knows(type))
                .toList();
    }
}
