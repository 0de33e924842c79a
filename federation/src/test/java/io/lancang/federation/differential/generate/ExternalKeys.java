package io.lancang.federation.differential.generate;

import io.lancang.federation.differential.schema.Directive;
import io.lancang.federation.differential.schema.Field;
import io.lancang.federation.differential.schema.Kind;
import io.lancang.federation.differential.schema.Schema;
import io.lancang.federation.differential.schema.Type;

/**
 * Keys that are {@code @external} in a subgraph that is entered with them and hands out no object of the type: nobody may ask
 * it for them.
 */
final class ExternalKeys implements Feature {
    @Override
    public void apply(Draft draft) {
        for (EntityPlan entity : draft.entities().values()) {
            for (String home : entity.homes().keySet()) {
                if (isOnlyEntered(draft, home, entity) && draft.dice().chance(0.5)) {
                    withhold(draft, home, entity);
                }
            }
        }
    }

    /** Whether every object of the type comes in by a key, and the key's fields are plain here and elsewhere. */
    private static boolean isOnlyEntered(Draft draft, String home, EntityPlan entity) {
        Schema subgraph = draft.subgraph(home);
        Type type = subgraph.type(entity.name());
        return !subgraph.federationOne()
                && type.interfaces().isEmpty()
                && entity.hasIdEverywhere()
                && type.keys().size() == 1
                // Composition looks for what is required from where it is required.
                && type.fields().values().stream().noneMatch(field -> field.has("requires"))
                && type.fields().containsKey("id")
                && draft.declaring(entity.name(), "id").size() > 1
                && draft.declaring(entity.name(), "id").stream()
                        .map(other -> draft.field(other, entity.name(), "id"))
                        .allMatch(field -> field.directives().isEmpty())
                && subgraph.types().values().stream().noneMatch(other -> leadsTo(subgraph, other, entity.name()));
    }

    private static boolean leadsTo(Schema subgraph, Type type, String entity) {
        return (type.kind() == Kind.UNION && type.members().contains(entity))
                || type.fields().values().stream()
                        .anyMatch(field -> subgraph.knows(field.named())
                                && subgraph.objects(field.named()).contains(entity));
    }

    private static void withhold(Draft draft, String home, EntityPlan entity) {
        Field id = draft.field(home, entity.name(), "id");
        draft.put(home, draft.subgraph(home).type(entity.name()).with(id.with(Directive.EXTERNAL)));
    }
}
