package io.lancang.federation.differential.generate;

import io.lancang.federation.differential.generate.EntityPlan.KeyPlan;
import io.lancang.federation.differential.schema.Directive;
import io.lancang.federation.differential.schema.Field;
import io.lancang.federation.differential.schema.Kind;
import io.lancang.federation.differential.schema.Schema;
import io.lancang.federation.differential.schema.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Entities of which a subgraph has no key but provides one below a field: that is the only way from there to the rest, but
 * for asking for the same objects once more where they are at home.
 */
final class ProvidedKeys implements Feature {
    @Override
    public void apply(Draft draft) {
        Dice dice = draft.dice().apart();
        for (EntityPlan entity : draft.entities().values()) {
            List<String> strangers = strangers(draft, entity);
            List<String> homes = entity.homes().keySet().stream()
                    .filter(home -> !draft.subgraph(home).federationOne())
                    .toList();
            Optional<Field> key = plainKey(entity);
            if (key.isPresent() && !strangers.isEmpty() && !homes.isEmpty() && dice.chance(0.2)) {
                provide(draft, dice, entity, dice.pick(strangers), dice.pick(homes), key.get());
            }
        }
    }

    /** The one field of a key that every home is entered with. */
    private static Optional<Field> plainKey(EntityPlan entity) {
        List<KeyPlan> everywhere = new ArrayList<>(entity.keys());
        entity.homes().values().forEach(everywhere::retainAll);
        return everywhere.stream()
                .map(KeyPlan::parts)
                .filter(parts -> parts.size() == 1
                        && List.of("id", "code").contains(parts.getFirst().name()))
                .map(List::getFirst)
                .findFirst();
    }

    private static List<String> strangers(Draft draft, EntityPlan entity) {
        return draft.names().stream()
                .filter(name -> !draft.subgraph(name).knows(entity.name()))
                .filter(name -> draft.canKnow(name, entity.name()))
                .filter(name -> !draft.subgraph(name).federationOne())
                .filter(name -> draft.abstracts().values().stream()
                        .noneMatch(several -> several.members().contains(entity.name()) && knows(draft, name, several)))
                .toList();
    }

    private static boolean knows(Draft draft, String subgraph, AbstractPlan several) {
        Schema schema = draft.subgraph(subgraph);
        return schema.knows(several.name());
    }

    private static void provide(Draft draft, Dice dice, EntityPlan entity, String stranger, String home, Field key) {
        String type = dice.of("[%s]", "[%s!]!", "%s").formatted(entity.name());
        draft.put(stranger, Type.of(Kind.OBJECT, entity.name()).with(key.with(Directive.EXTERNAL)));
        String name = "seen" + entity.name();
        boolean twice = dice.chance(0.6);
        Field root = Field.of(name, type, Directive.provides(key.name()));
        draft.add(stranger, "Query", twice ? root.with(Directive.SHAREABLE) : root);
        if (twice) {
            draft.add(home, "Query", Field.of(name, type, Directive.SHAREABLE));
        }
    }
}
