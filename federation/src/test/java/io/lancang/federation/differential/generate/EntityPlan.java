package io.lancang.federation.differential.generate;

import io.lancang.federation.differential.schema.Directive;
import io.lancang.federation.differential.schema.Field;
import io.lancang.federation.differential.schema.Kind;
import io.lancang.federation.differential.schema.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An entity: its keys, and by which of them it is entered in which subgraphs.
 *
 * @param homes the subgraphs that may resolve fields of it, each with its keys; from each all others can be reached
 */
record EntityPlan(String name, List<KeyPlan> keys, Map<String, List<KeyPlan>> homes) {

    /** A key with the fields that it is made of. */
    record KeyPlan(String fields, List<Field> parts) {}

    /** Draws an entity and the types of its keys' fields. */
    static EntityPlan draw(String name, List<String> subgraphs, Dice dice, Map<String, Type> shared) {
        List<KeyPlan> keys = dice.some(candidates(name, shared, dice), 1);
        if (dice.chance(0.6)) {
            keys.removeIf(key -> key.fields().equals("id"));
            keys.addFirst(new KeyPlan("id", List.of(Field.of("id", "ID!"))));
        }
        List<KeyPlan> few = keys.subList(0, Math.min(keys.size(), 3));
        List<String> places = dice.some(subgraphs, 1);
        return new EntityPlan(name, List.copyOf(few), dice.chance(0.3) ? chain(places, few) : star(places, few, dice));
    }

    private static List<KeyPlan> candidates(String name, Map<String, Type> shared, Dice dice) {
        Type ref = Type.of(Kind.OBJECT, name + "Ref")
                .with(Field.of("group", "String!", Directive.SHAREABLE))
                .with(Field.of("num", "Int!", Directive.SHAREABLE));
        Type part = Type.of(Kind.OBJECT, name + "Part").with(Field.of("sku", "ID!", Directive.SHAREABLE));
        List<KeyPlan> all = new ArrayList<>(List.of(
                new KeyPlan("id", List.of(Field.of("id", "ID!"))),
                new KeyPlan("code", List.of(Field.of("code", "String!"))),
                new KeyPlan("org num", List.of(Field.of("org", "String!"), Field.of("num", "Long!")))));
        if (dice.chance(0.3)) {
            shared.put(ref.name(), ref);
            all.add(new KeyPlan("ref { group num }", List.of(Field.of("ref", ref.name() + "!"))));
        }
        if (dice.chance(0.3)) {
            shared.put(part.name(), part);
            all.add(new KeyPlan("parts { sku }", List.of(Field.of("parts", "[" + part.name() + "!]!"))));
        }
        return all;
    }

    /** Every subgraph has the first key, and perhaps others. */
    private static Map<String, List<KeyPlan>> star(List<String> places, List<KeyPlan> keys, Dice dice) {
        Map<String, List<KeyPlan>> homes = new LinkedHashMap<>();
        for (String place : places) {
            Set<KeyPlan> here = new LinkedHashSet<>(Set.of(keys.getFirst()));
            here.addAll(dice.some(keys, 0));
            homes.put(place, List.copyOf(here));
        }
        return homes;
    }

    /** Each subgraph shares a key with the next one. */
    private static Map<String, List<KeyPlan>> chain(List<String> places, List<KeyPlan> keys) {
        Map<String, List<KeyPlan>> homes = new LinkedHashMap<>();
        for (int place = 0; place < places.size(); place++) {
            Set<KeyPlan> here = new LinkedHashSet<>();
            here.add(keys.get(Math.max(place - 1, 0) % keys.size()));
            here.add(keys.get(place % keys.size()));
            homes.put(places.get(place), List.copyOf(here));
        }
        return homes;
    }

    /** Whether every subgraph that knows the entity knows its id. */
    boolean hasIdEverywhere() {
        return keys.getFirst().fields().equals("id")
                && homes.values().stream().allMatch(here -> here.contains(keys.getFirst()));
    }

    /** Keys by which some subgraph lets objects in. */
    List<KeyPlan> entries() {
        return hasIdEverywhere()
                ? List.of(keys.getFirst())
                : homes.values().stream().flatMap(List::stream).distinct().toList();
    }
}
