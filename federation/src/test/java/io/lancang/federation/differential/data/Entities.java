package io.lancang.federation.differential.data;

import io.lancang.federation.differential.schema.Argument;
import io.lancang.federation.differential.schema.Field;
import io.lancang.federation.differential.schema.Schema;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds things by the fields that a root field takes as arguments. */
final class Entities {
    private final Schema whole;
    private final Data data;

    Entities(Schema whole, Data data) {
        this.whole = whole;
        this.data = data;
    }

    /** Whether a root field's arguments are fields of what it answers. */
    boolean isKey(Field root) {
        Set<String> objects = whole.objects(root.named());
        return !root.arguments().isEmpty()
                && !objects.isEmpty()
                && objects.stream()
                        .allMatch(object -> root.arguments().stream()
                                .map(Argument::name)
                                .allMatch(whole.type(object).fields()::containsKey));
    }

    @Nullable
    Ref byKey(Field root, Map<String, @Nullable Object> arguments) {
        Set<String> objects = whole.objects(root.named());
        return data.things().values().stream()
                .filter(thing -> objects.contains(thing.type()))
                .filter(thing -> arguments.entrySet().stream()
                        .allMatch(argument -> Json.canonical(argument.getValue())
                                .equals(Json.canonical(thing.fields().get(argument.getKey())))))
                .map(thing -> new Ref(thing.id()))
                .findFirst()
                .orElse(null);
    }
}
