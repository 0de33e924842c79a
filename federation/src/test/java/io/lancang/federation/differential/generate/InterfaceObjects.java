package io.lancang.federation.differential.generate;

import io.lancang.federation.differential.generate.EntityPlan.KeyPlan;
import io.lancang.federation.differential.schema.Directive;
import io.lancang.federation.differential.schema.Field;
import io.lancang.federation.differential.schema.Kind;
import io.lancang.federation.differential.schema.Schema;
import io.lancang.federation.differential.schema.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Interfaces of entities that some subgraphs know as {@code @interfaceObject}: one subgraph has the interface as an entity
 * with all its members, others have fields of all members and know none of them.
 */
final class InterfaceObjects {
    private static final KeyPlan ID = new KeyPlan("id", List.of(Field.of("id", "ID!")));

    private final Draft draft;
    private final Dice dice;

    InterfaceObjects(Draft draft) {
        this.draft = draft;
        this.dice = draft.dice();
    }

    /** An interface object where a subgraph has it. */
    record Place(String subgraph, String type) {}

    /** Every interface object of every subgraph. */
    static List<Place> in(Draft draft) {
        List<Place> places = new ArrayList<>();
        for (Schema subgraph : draft.subgraphs()) {
            for (Type type : subgraph.types().values()) {
                if (type.isInterfaceObject()) {
                    places.add(new Place(subgraph.name(), type.name()));
                }
            }
        }
        return places;
    }

    /** Gives an interface to interface objects, if chance will have it and members and subgraphs allow it. */
    boolean apply(AbstractPlan plan) {
        List<String> strangers = new ArrayList<>(draft.names());
        strangers.removeIf(name -> plan.members().stream().anyMatch(draft.subgraph(name)::knows));
        boolean entities = draft.entities().keySet().containsAll(plan.members());
        if (!entities || strangers.isEmpty() || dice.chance(0.3)) {
            return false;
        }
        List<String> owners = new ArrayList<>(draft.names());
        if (strangers.size() > 1 && dice.chance(0.3)) {
            owners.retainAll(List.of(strangers.removeFirst()));
        } else {
            owners.removeAll(strangers);
        }
        owners.removeIf(owner -> plan.members().stream().anyMatch(member -> !draft.canKnow(owner, member)));
        if (owners.isEmpty()) {
            return false;
        }
        own(dice.pick(owners), plan);
        for (String stranger : dice.some(strangers, 1)) {
            plan.members().forEach(member -> draft.forbid(stranger, member));
            draft.put(
                    stranger,
                    Type.of(Kind.OBJECT, plan.name(), Directive.INTERFACE_OBJECT, key())
                            .with(Field.of("id", "ID!")));
        }
        return true;
    }

    private Directive key() {
        return Directive.key(ID.fields());
    }

    private void own(String owner, AbstractPlan plan) {
        Type face = Type.of(Kind.INTERFACE, plan.name(), key());
        for (String member : plan.members()) {
            EntityPlan entity = Objects.requireNonNull(draft.entities().get(member));
            if (entity.homes().putIfAbsent(owner, List.of(ID)) == null) {
                draft.define(owner, entity, List.of(ID), false);
            }
            draft.add(owner, member, Field.of(plan.common().getLast(), "String"));
            draft.put(owner, draft.subgraph(owner).type(member).implementing(plan.name()));
        }
        draft.put(
                owner,
                face.with(Field.of("id", "ID!")).with(Field.of(plan.common().getLast(), "String")));
    }
}
