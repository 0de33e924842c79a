package io.lancang.federation.differential.run;

import graphql.schema.DataFetchingEnvironment;
import io.lancang.federation.differential.data.Ref;
import io.lancang.federation.differential.data.Thing;
import io.lancang.federation.differential.data.Values;
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
import org.jspecify.annotations.Nullable;

/** The graph in one piece. */
final class WholeGraph {
    private final Values values;
    private final Journal journal;

    private WholeGraph(Values values, Journal journal) {
        this.values = values;
        this.journal = journal;
    }

    static TestSubgraph of(Schema visible, Values values, Journal journal) {
        WholeGraph whole = new WholeGraph(values, journal);
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
        return wrap(values.value(thing, field.name(), arguments));
    }

    private @Nullable Object wrap(@Nullable Object value) {
        return switch (value) {
            case Ref ref -> {
                Thing thing = values.data().thing(ref);
                yield new Node(thing, thing.type(), FieldSet.EMPTY, Map.of()).toMap();
            }
            case List<?> items -> {
                List<@Nullable Object> wrapped = new ArrayList<>();
                items.forEach(item -> wrapped.add(wrap(item)));
                yield wrapped;
            }
            case null -> null;
            default -> value;
        };
    }
}
