package io.lancang.federation.differential.generate;

import io.lancang.federation.differential.schema.Directive;
import io.lancang.federation.differential.schema.Field;
import io.lancang.federation.differential.schema.Schema;
import io.lancang.federation.differential.schema.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A field of an interface object that another subgraph has as well, of one of the interface's object types alone. */
final class SharedWithInterfaceObjects implements Feature {
    @Override
    public void apply(Draft draft) {
        for (InterfaceObjects.Place place : InterfaceObjects.in(draft)) {
            List<Field> candidates = draft.subgraph(place.subgraph()).type(place.type()).fields().values().stream()
                    .filter(field -> field.name().startsWith("more")
                            && field.directives().isEmpty()
                            && field.arguments().isEmpty()
                            && !draft.entities().containsKey(field.named())
                            && !draft.abstracts().containsKey(field.named()))
                    .toList();
            if (!candidates.isEmpty() && draft.dice().chance(0.4)) {
                share(draft, place, draft.dice().pick(candidates));
            }
        }
    }

    private static void share(Draft draft, InterfaceObjects.Place place, Field field) {
        String member = draft.dice()
                .pick(Objects.requireNonNull(draft.abstracts().get(place.type()))
                        .members());
        EntityPlan entity = Objects.requireNonNull(draft.entities().get(member));
        List<String> homes = new ArrayList<>(entity.homes().keySet());
        homes.removeIf(home ->
                !knows(draft.subgraph(home), field) || draft.subgraph(home).federationOne());
        if (!homes.isEmpty() && draft.declaring(member, field.name()).isEmpty()) {
            Type owner = draft.subgraph(place.subgraph()).type(place.type());
            draft.put(place.subgraph(), owner.with(field.with(Directive.SHAREABLE)));
            draft.add(draft.dice().pick(homes), member, field.with(Directive.SHAREABLE));
        }
    }

    private static boolean knows(Schema subgraph, Field field) {
        return subgraph.knows(field.named())
                || List.of("Int", "Float", "String", "Boolean", "ID").contains(field.named());
    }
}
