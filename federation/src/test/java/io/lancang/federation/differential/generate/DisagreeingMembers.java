package io.lancang.federation.differential.generate;

import io.lancang.federation.differential.schema.Directive;
import io.lancang.federation.differential.schema.Disagreement;
import io.lancang.federation.differential.schema.Field;
import io.lancang.federation.differential.schema.Kind;
import io.lancang.federation.differential.schema.Schema;
import io.lancang.federation.differential.schema.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * Unions behind a type without a key that several subgraphs give, each with the members that it knows: their
 * lists have not the same objects.
 */
final class DisagreeingMembers implements Feature {
    private static final String YARD = "Yard";
    private static final String STOCK = "Stock";

    @Override
    public void apply(Draft draft) {
        Dice dice = draft.dice().apart();
        List<EntityPlan> entities = draft.entities().values().stream()
                .filter(entity -> homes(draft, entity).size() > 1)
                .toList();
        if (entities.isEmpty() || dice.chance(0.75)) {
            return;
        }
        EntityPlan entity = dice.pick(entities);
        List<String> homes = dice.some(homes(draft, entity), 2);
        boolean parts = dice.chance(0.6);
        boolean direct = dice.chance(0.4);
        List<Field> shared = List.of(
                Field.of(Disagreement.PREFIX, dice.of("[Stock]", "[Stock!]!"), Directive.SHAREABLE),
                Field.of(Disagreement.PREFIX + "First", STOCK, Directive.SHAREABLE));
        for (String home : homes) {
            define(draft, dice, home);
            Type yard = Type.of(Kind.OBJECT, YARD);
            for (Field field : shared) {
                yard = yard.with(field);
            }
            // Known to this one alone, so that the same yard has to be asked for in several subgraphs.
            draft.put(home, parts ? yard.with(Field.of("tracks" + home, "Int")) : yard);
            draft.add(home, entity.name(), Field.of("yard", YARD, Directive.SHAREABLE));
            if (direct) {
                draft.add(home, entity.name(), Field.of(Disagreement.PREFIX + "Here", "[Stock]", Directive.SHAREABLE));
            }
            if (!parts) {
                draft.add(home, entity.name(), Field.of("yardOf" + home, YARD));
            }
        }
    }

    /** One member that all know, and one that others do not. */
    private static void define(Draft draft, Dice dice, String home) {
        List<String> members = new ArrayList<>(List.of("Wagon"));
        if (dice.chance(0.8)) {
            members.add("Engine" + home);
        }
        for (String member : members) {
            draft.put(
                    home,
                    Type.of(Kind.OBJECT, member)
                            .with(Field.of("mark", "String", Directive.SHAREABLE))
                            .with(Field.of("axles", "Int", Directive.SHAREABLE)));
        }
        draft.put(home, Type.listing(Kind.UNION, STOCK, members));
    }

    private static List<String> homes(Draft draft, EntityPlan entity) {
        return entity.homes().keySet().stream()
                .filter(home -> isPlain(draft.subgraph(home), entity.name()))
                .toList();
    }

    private static boolean isPlain(Schema subgraph, String entity) {
        return !subgraph.federationOne() && !subgraph.type(entity).isInterfaceObject();
    }
}
