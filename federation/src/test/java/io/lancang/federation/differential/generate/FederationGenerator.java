package io.lancang.federation.differential.generate;

import io.lancang.federation.differential.data.Data;
import io.lancang.federation.differential.run.Federation;
import io.lancang.federation.differential.schema.Argument;
import io.lancang.federation.differential.schema.Directive;
import io.lancang.federation.differential.schema.Field;
import io.lancang.federation.differential.schema.Kind;
import io.lancang.federation.differential.schema.Type;
import java.util.ArrayList;
import java.util.List;

/** Makes a federation from a seed. */
public final class FederationGenerator {
    private static final List<String> NAMES = List.of("alpha", "beta", "gamma", "delta", "epsilon");
    private static final List<String> FIELDS = List.of("name", "size", "owner", "items", "note", "rank", "near");

    private final Draft draft;
    private final Dice dice;
    private final FieldMaker fields;

    private FederationGenerator(long seed) {
        dice = new Dice(seed);
        draft = new Draft(dice, NAMES.subList(0, dice.between(2, 5)));
        fields = new FieldMaker(draft);
    }

    /** The federation of a seed: subgraphs that fit together, and data. */
    public static Federation generate(long seed) {
        return new FederationGenerator(seed).generate();
    }

    private Federation generate() {
        addLeaves();
        addEntities();
        addValues();
        new AbstractTypes(draft).apply();
        addEntityFields();
        addInterfaceObjectFields();
        addRootFields();
        for (Feature feature : Feature.ALL) {
            feature.apply(draft);
        }
        Data data = new DataGenerator(draft.subgraphs(), dice).generate();
        return new Federation(draft.subgraphs(), data);
    }

    private void addLeaves() {
        for (String scalar : List.of("Long", "Decimal")) {
            draft.shared().put(scalar, Type.of(Kind.SCALAR, scalar));
        }
        draft.shared().put("Colour", Type.listing(Kind.ENUM, "Colour", List.of("RED", "GREEN", "BLUE")));
        draft.shared().put("Style", Type.listing(Kind.ENUM, "Style", List.of("PLAIN", "FANCY")));
        // Of inputs alone, so that subgraphs may differ in what they take.
        draft.shared().put("Tone", Type.listing(Kind.ENUM, "Tone", List.of("LOUD", "QUIET", "MUTE")));
        draft.shared()
                .put(
                        "Options",
                        Type.input(
                                "Options",
                                List.of(
                                        new Argument("size", "Int", null),
                                        new Argument("style", "Style", "FANCY"),
                                        new Argument("tone", "Tone", null),
                                        new Argument("tags", "[String!]", null))));
    }

    private void addEntities() {
        for (int number = dice.between(2, 4); number > 0; number--) {
            EntityPlan entity = EntityPlan.draw("E" + number, draft.names(), dice, draft.shared());
            draft.entities().put(entity.name(), entity);
            entity.homes().forEach((home, keys) -> draft.define(home, entity, keys, false));
        }
    }

    /** A value type holds leaves, entities, and values with a higher number, so that none holds itself. */
    private void addValues() {
        for (int number = dice.between(1, 3); number > 0; number--) {
            Type value = Type.of(Kind.OBJECT, "V" + number);
            for (String field : dice.some(FIELDS, 2)) {
                Field drawn = dice.chance(0.6)
                        ? fields.leaf(field)
                        : fields.composite(field, draft.names().getFirst());
                value = value.with(drawn.with(Directive.SHAREABLE));
            }
            draft.shared().put(value.name(), value);
        }
    }

    private void addEntityFields() {
        for (EntityPlan entity : draft.entities().values()) {
            for (String name : dice.some(FIELDS, 2)) {
                String home = dice.pick(new ArrayList<>(entity.homes().keySet()));
                draft.add(home, entity.name(), fields.any(name, home));
            }
        }
    }

    /** Fields of all members of an interface, from a subgraph that knows none of them, and the way from there. */
    private void addInterfaceObjectFields() {
        int number = 0;
        for (InterfaceObjects.Place place : InterfaceObjects.in(draft)) {
            for (int more = dice.between(1, 3); more > 0; more--) {
                draft.add(place.subgraph(), place.type(), fields.any("more" + number++, place.subgraph()));
            }
            if (dice.chance(0.7)) {
                Field root =
                        Field.of("any" + number, dice.of("%s", "[%s]", "[%s!]!").formatted(place.type()));
                draft.add(place.subgraph(), "Query", root);
            }
        }
    }

    private void addRootFields() {
        int number = 0;
        for (EntityPlan entity : draft.entities().values()) {
            String place = dice.pick(draft.names());
            if (!draft.canKnow(place, entity.name())) {
                continue;
            }
            draft.add(
                    place,
                    "Query",
                    Field.of("q" + number++, dice.of("[%s]", "[%s!]!").formatted(entity.name())));
            if (entity.hasIdEverywhere()) {
                Field byId =
                        Field.of("q" + number++, entity.name()).withArguments(List.of(new Argument("id", "ID!", null)));
                draft.add(place, "Query", byId);
            }
        }
        for (int more = dice.between(1, 4); more > 0; more--) {
            String place = dice.pick(draft.names());
            draft.add(place, "Query", fields.any("q" + number++, place));
        }
        for (int more = dice.chance(0.3) ? 3 : 0; more > 0; more--) {
            String place = dice.pick(draft.names());
            draft.add(place, "Mutation", fields.any("m" + more, place));
        }
    }
}
