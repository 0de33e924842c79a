package io.lancang.federation.differential.generate;

import io.lancang.federation.differential.schema.Directive;
import io.lancang.federation.differential.schema.Field;
import io.lancang.federation.differential.schema.Kind;
import io.lancang.federation.differential.schema.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Interfaces and unions. Members of an interface have an id, and perhaps more in common. */
final class AbstractTypes {
    private final Draft draft;
    private final Dice dice;

    AbstractTypes(Draft draft) {
        this.draft = draft;
        this.dice = draft.dice();
    }

    void apply() {
        List<String> values = draft.shared().values().stream()
                .filter(type -> type.kind() == Kind.OBJECT && type.name().startsWith("V"))
                .map(Type::name)
                .toList();
        for (int number = dice.between(0, 2); number > 0; number--) {
            List<String> candidates = new ArrayList<>(values);
            draft.entities().values().stream()
                    .filter(EntityPlan::hasIdEverywhere)
                    .map(EntityPlan::name)
                    .forEach(candidates::add);
            List<String> members = dice.some(candidates, 1);
            String tag = "tag" + number;
            AbstractPlan plan = new AbstractPlan("I" + number, members, List.of("id", tag), false);
            if (!new InterfaceObjects(draft).apply(plan)) {
                plan = new AbstractPlan(plan.name(), members, plan.common(), dice.chance(0.4));
                members.forEach(member -> complete(member, tag));
            }
            draft.abstracts().put(plan.name(), plan);
        }
        if (dice.chance(0.5)) {
            List<String> candidates = new ArrayList<>(values);
            candidates.addAll(draft.entities().keySet());
            draft.abstracts().put("U", new AbstractPlan("U", dice.some(candidates, 1), List.of(), dice.chance(0.5)));
        }
    }

    private void complete(String member, String tag) {
        EntityPlan entity = draft.entities().get(member);
        if (entity != null) {
            String home = dice.pick(new ArrayList<>(entity.homes().keySet()));
            draft.add(home, member, Field.of(tag, "String"));
            return;
        }
        Type value = Objects.requireNonNull(draft.shared().get(member));
        draft.shared()
                .put(
                        member,
                        value.with(Field.of("id", "ID!", Directive.SHAREABLE))
                                .with(Field.of(tag, "String", Directive.SHAREABLE)));
    }
}
