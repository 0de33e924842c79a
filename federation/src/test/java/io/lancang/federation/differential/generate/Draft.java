package io.lancang.federation.differential.generate;

import io.lancang.federation.differential.generate.EntityPlan.KeyPlan;
import io.lancang.federation.differential.schema.Argument;
import io.lancang.federation.differential.schema.Directive;
import io.lancang.federation.differential.schema.Field;
import io.lancang.federation.differential.schema.Kind;
import io.lancang.federation.differential.schema.Schema;
import io.lancang.federation.differential.schema.Type;
import io.lancang.federation.differential.schema.TypeText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Subgraphs while they are made. A subgraph learns of a type when a field of it needs the type: entities as stubs, other
 * types whole. Not thread-safe.
 */
final class Draft {
    private final Dice dice;
    private final Map<String, Schema> subgraphs = new LinkedHashMap<>();
    private final Map<String, EntityPlan> entities = new LinkedHashMap<>();
    private final Map<String, AbstractPlan> abstracts = new LinkedHashMap<>();
    private final Map<String, Type> shared = new LinkedHashMap<>();
    private final Set<Knowledge> forbidden = new HashSet<>();

    private record Knowledge(String subgraph, String type) {}

    Draft(Dice dice, List<String> names) {
        this.dice = dice;
        names.forEach(name -> subgraphs.put(name, Schema.empty(name)));
    }

    Dice dice() {
        return dice;
    }

    List<String> names() {
        return List.copyOf(subgraphs.keySet());
    }

    List<Schema> subgraphs() {
        return List.copyOf(subgraphs.values());
    }

    Schema subgraph(String name) {
        return Objects.requireNonNull(subgraphs.get(name));
    }

    Map<String, EntityPlan> entities() {
        return entities;
    }

    Map<String, AbstractPlan> abstracts() {
        return abstracts;
    }

    /** Types that are the same in every subgraph that knows them. */
    Map<String, Type> shared() {
        return shared;
    }

    void put(String subgraph, Type type) {
        subgraphs.put(subgraph, subgraph(subgraph).with(type));
    }

    void put(Schema subgraph) {
        subgraphs.put(subgraph.name(), subgraph);
    }

    void forbid(String subgraph, String type) {
        forbidden.add(new Knowledge(subgraph, type));
    }

    /** Whether a subgraph may return objects of a type, and of all types that come with it. */
    boolean canKnow(String subgraph, String type) {
        return canKnow(subgraph, type, new HashSet<>());
    }

    private boolean canKnow(String subgraph, String type, Set<String> seen) {
        if (!seen.add(type) || isInterfaceObject(subgraph, type)) {
            return true;
        }
        if (forbidden.contains(new Knowledge(subgraph, type))) {
            return false;
        }
        AbstractPlan several = abstracts.get(type);
        if (several != null) {
            return several.members().stream().allMatch(member -> canKnow(subgraph, member, seen));
        }
        Type copy = shared.get(type);
        return copy == null
                || copy.fields().values().stream().allMatch(field -> canKnow(subgraph, field.named(), seen));
    }

    /** Whether several subgraphs can have one field of a type: some object must be known to all of them. */
    boolean canShare(List<String> sharing, String type) {
        AbstractPlan several = abstracts.get(type);
        if (several == null || !several.scattered()) {
            return true;
        }
        Set<String> common = new HashSet<>(several.members());
        for (String name : sharing) {
            // What it will learn is not known yet.
            common.retainAll(subgraph(name).knows(type) ? subgraph(name).objects(type) : Set.of());
        }
        return !common.isEmpty();
    }

    private boolean isInterfaceObject(String subgraph, String type) {
        Type known = subgraph(subgraph).find(type);
        return known != null && known.isInterfaceObject();
    }

    /** Has a subgraph define a type, if it does not already. */
    void know(String subgraph, String type) {
        if (subgraph(subgraph).knows(type)) {
            return;
        }
        if (entities.containsKey(type)) {
            EntityPlan entity = Objects.requireNonNull(entities.get(type));
            KeyPlan key = dice.pick(entity.entries());
            boolean stub = dice.chance(0.7);
            define(subgraph, entity, List.of(key), stub);
        } else if (abstracts.containsKey(type)) {
            knowSome(subgraph, Objects.requireNonNull(abstracts.get(type)));
        } else if (shared.containsKey(type)) {
            Type copy = Objects.requireNonNull(shared.get(type));
            // Noted first, since types may need each other.
            put(subgraph, copy);
            copy.fields().values().forEach(field -> knowTypesOf(subgraph, field));
        }
    }

    /** Has a subgraph define an entity with some of its keys. */
    void define(String subgraph, EntityPlan entity, List<KeyPlan> keys, boolean stub) {
        Type type = Type.of(Kind.OBJECT, entity.name());
        for (KeyPlan key : keys) {
            type = type.with(stub ? Directive.unresolvableKey(key.fields()) : Directive.key(key.fields()));
        }
        put(subgraph, type);
        for (KeyPlan key : keys) {
            key.parts().forEach(part -> add(subgraph, entity.name(), part));
        }
    }

    private void knowSome(String subgraph, AbstractPlan plan) {
        List<String> members = new ArrayList<>(dice.chance(0.5) ? plan.members() : dice.some(plan.members(), 1));
        // Where all know one of them they can share a field of the type.
        if (!plan.scattered() && !members.contains(plan.members().getFirst())) {
            members.addFirst(plan.members().getFirst());
        }
        members.forEach(member -> know(subgraph, member));
        if (!plan.isInterface()) {
            put(subgraph, Type.listing(Kind.UNION, plan.name(), members));
            return;
        }
        Type face = Type.of(Kind.INTERFACE, plan.name());
        for (String name : plan.common()) {
            List<Field> fields = new ArrayList<>();
            for (String member : members) {
                Field field = subgraph(subgraph).field(member, name);
                if (field != null && !field.has("external")) {
                    fields.add(field);
                }
            }
            if (fields.size() == members.size()) {
                face = face.with(fields.getFirst().bare());
            }
        }
        put(subgraph, face);
        for (String member : members) {
            put(subgraph, subgraph(subgraph).type(member).implementing(plan.name()));
        }
    }

    /** Adds a field to a type of a subgraph, or a root type, with all types that it needs. */
    void add(String subgraph, String type, Field field) {
        Type owner = subgraph(subgraph).find(type);
        put(subgraph, (owner == null ? Type.of(Kind.OBJECT, type) : owner).with(field));
        knowTypesOf(subgraph, field);
    }

    private void knowTypesOf(String subgraph, Field field) {
        know(subgraph, field.named());
        for (Argument argument : field.arguments()) {
            knowInput(subgraph, TypeText.named(argument.type()));
        }
    }

    private void knowInput(String subgraph, String type) {
        know(subgraph, type);
        Type input = subgraph(subgraph).find(type);
        if (input != null) {
            input.inputs().forEach(part -> know(subgraph, TypeText.named(part.type())));
        }
    }

    /** The subgraphs that declare a field, whether they resolve it or not. */
    List<String> declaring(String type, String field) {
        return names().stream()
                .filter(name -> subgraph(name).field(type, field) != null)
                .toList();
    }

    /** A field where a subgraph declares it. */
    Field field(String subgraph, String type, String field) {
        return Objects.requireNonNull(subgraph(subgraph).field(type, field));
    }
}
