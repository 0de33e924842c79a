package io.lancang.federation.differential.run;

import graphql.schema.DataFetchingEnvironment;
import io.lancang.federation.differential.data.FieldSets;
import io.lancang.federation.differential.data.Ref;
import io.lancang.federation.differential.data.Thing;
import io.lancang.federation.differential.data.Values;
import io.lancang.federation.differential.schema.Argument;
import io.lancang.federation.differential.schema.Field;
import io.lancang.federation.differential.schema.Kind;
import io.lancang.federation.differential.schema.Schema;
import io.lancang.federation.differential.schema.Type;
import io.lancang.federation.fieldset.FieldSet;
import io.lancang.federation.testing.TestSubgraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The graph in one piece. */
final class WholeGraph {
    private static final String ABOVE = "#above";

    private final Schema everything;
    private final Values values;
    private final Journal journal;

    private WholeGraph(Schema everything, Values values, Journal journal) {
        this.everything = everything;
        this.values = values;
        this.journal = journal;
    }

    static TestSubgraph of(Schema everything, Schema visible, Values values, Journal journal) {
        WholeGraph whole = new WholeGraph(everything, values, journal);
        TestSubgraph.Builder builder = TestSubgraph.of("whole", visible.definitions());
        for (Type type : visible.types().values()) {
            if (type.kind() == Kind.OBJECT) {
                for (Field field : type.fields().values()) {
                    builder.field(
                            type.name(), field.name(), environment -> whole.fetch(type.name(), field, environment));
                }
            }
        }
        return builder.build();
    }

    private @Nullable Object fetch(String type, Field field, DataFetchingEnvironment environment) {
        Map<String, Object> source = environment.getSource();
        Thing thing =
                source == null ? values.data().thing(type) : Node.of(source).thing();
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>(environment.getArguments());
        if (type.equals("Mutation")) {
            journal.add(field.name(), arguments);
        }
        for (Argument argument :
                Objects.requireNonNull(everything.field(type, field.name())).arguments()) {
            String selection = argument.fromContext();
            if (selection != null) {
                arguments.put(argument.name(), fromContext(selection, source));
            }
        }
        return wrap(values.value(thing, field.name(), arguments), source);
    }

    /** What the nearest object above that sets the context has; null if there is none. */
    private @Nullable Object fromContext(String selection, @Nullable Map<String, Object> source) {
        Map<String, Object> above = above(source);
        while (above != null && !everything.type(Node.of(above).thing().type()).has("context")) {
            above = above(above);
        }
        if (above == null) {
            return null;
        }
        String fields = selection.substring(selection.indexOf(' ') + 1);
        String bare = fields.startsWith("{") ? fields.substring(1, fields.length() - 1) : fields;
        return values.select(Node.of(above).thing(), FieldSets.parse(bare))
                .values()
                .iterator()
                .next();
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Map<String, Object> above(@Nullable Map<String, Object> source) {
        return source == null ? null : (Map<String, Object>) source.get(ABOVE);
    }

    private @Nullable Object wrap(@Nullable Object value, @Nullable Map<String, Object> source) {
        return switch (value) {
            case Ref ref -> {
                Thing thing = values.data().thing(ref);
                Map<String, Object> object = new Node(thing, thing.type(), FieldSet.EMPTY, Map.of()).toMap();
                if (source != null) {
                    object.put(ABOVE, source);
                }
                yield object;
            }
            case List<?> items -> {
                List<@Nullable Object> wrapped = new ArrayList<>();
                items.forEach(item -> wrapped.add(wrap(item, source)));
                yield wrapped;
            }
            case null -> null;
            default -> value;
        };
    }
}
