package io.lancang.federation.differential.run;

import io.lancang.federation.differential.data.FieldSets;
import io.lancang.federation.differential.data.Json;
import io.lancang.federation.differential.data.Thing;
import io.lancang.federation.differential.data.Values;
import io.lancang.federation.differential.schema.Directive;
import io.lancang.federation.differential.schema.Field;
import io.lancang.federation.differential.schema.Kind;
import io.lancang.federation.differential.schema.Schema;
import io.lancang.federation.differential.schema.Type;
import io.lancang.federation.fieldset.FieldSet;
import io.lancang.federation.fieldset.FieldSetSelection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One subgraph's {@code _entities} for one type. Refuses what no gateway should send. */
final class EntityResolver {
    private final Schema subgraph;
    private final Schema whole;
    private final Set<String> objects;
    private final Type type;
    private final Values values;
    private final List<FieldSet> keys = new ArrayList<>();
    private final Set<String> useful = new HashSet<>(Set.of("__typename"));

    EntityResolver(Schema subgraph, Type type, Schema whole, Values values) {
        this.subgraph = subgraph;
        this.type = type;
        this.whole = whole;
        this.objects = whole.objects(type.name());
        this.values = values;
        for (Directive key : type.keys()) {
            FieldSet fields = FieldSets.parse(key.fields());
            noteUseful(fields);
            if (key.isResolvableKey()) {
                keys.add(fields);
            }
        }
        for (Field field : type.fields().values()) {
            Directive requires = field.directive("requires");
            if (requires != null) {
                noteUseful(FieldSets.parse(requires.fields()));
            }
        }
    }

    private void noteUseful(FieldSet fields) {
        for (FieldSetSelection selection : fields.selections()) {
            switch (selection) {
                case FieldSetSelection.Field field -> useful.add(field.name());
                case FieldSetSelection.Fragment fragment -> noteUseful(fragment.selections());
            }
        }
    }

    Object resolve(Map<String, @Nullable Object> representation) {
        for (String field : representation.keySet()) {
            if (!useful.contains(field)) {
                throw new IllegalArgumentException(
                        subgraph.name() + " needs no " + field + " in representations of " + type.name());
            }
        }
        for (FieldSet key : keys) {
            if (Representation.holds(representation, key)) {
                Thing thing = find(representation, key);
                String known = type.kind() == Kind.INTERFACE ? thing.type() : type.name();
                return new Node(thing, known, FieldSet.EMPTY, representation).toMap();
            }
        }
        throw new IllegalArgumentException(
                subgraph.name() + " has no key for " + type.name() + " in " + representation.keySet());
    }

    private Thing find(Map<String, @Nullable Object> representation, FieldSet key) {
        String wanted = Json.canonical(Representation.select(representation, key, whole));
        return values.data().things().values().stream()
                .filter(thing -> objects.contains(thing.type()))
                .filter(thing -> Json.canonical(values.select(thing, key)).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no " + type.name() + " " + wanted));
    }
}
