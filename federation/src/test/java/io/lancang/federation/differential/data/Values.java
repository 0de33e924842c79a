package io.lancang.federation.differential.data;

import graphql.language.Value;
import graphql.parser.Parser;
import io.lancang.federation.differential.schema.Argument;
import io.lancang.federation.differential.schema.Directive;
import io.lancang.federation.differential.schema.Field;
import io.lancang.federation.differential.schema.Schema;
import io.lancang.federation.fieldset.FieldSet;
import io.lancang.federation.fieldset.FieldSetSelection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a field of a thing is. A field with {@code @requires} is the text of what it requires; other fields are what the data
 * say, changed by the arguments so that every argument shows.
 */
public final class Values {
    private final Schema whole;
    private final Data data;
    private final Entities entities;

    /**
     * @param whole everything that any subgraph defines
     */
    public Values(Schema whole, Data data) {
        this.whole = whole;
        this.data = data;
        this.entities = new Entities(whole, data);
    }

    public Data data() {
        return data;
    }

    /** A field's value: JSON, a {@link Ref}, or a list of either. */
    public @Nullable Object value(Thing thing, String fieldName, Map<String, @Nullable Object> arguments) {
        Field field = Objects.requireNonNull(
                whole.field(thing.type(), fieldName), () -> "no field " + thing.type() + "." + fieldName);
        Directive requires = field.directive("requires");
        if (requires != null) {
            return computed(Json.canonical(select(thing, FieldSets.parse(requires.fields()))), arguments);
        }
        if (isRoot(thing) && entities.isKey(field)) {
            return entities.byKey(field, arguments);
        }
        return Arguments.apply(thing.fields().get(fieldName), arguments);
    }

    /** What a field becomes of what it requires. */
    public static @Nullable Object computed(String required, Map<String, @Nullable Object> arguments) {
        return Arguments.apply(required, arguments);
    }

    /** The selected fields as JSON. */
    public Map<String, @Nullable Object> select(Thing thing, FieldSet fields) {
        Map<String, @Nullable Object> selected = new LinkedHashMap<>();
        collect(thing, fields, selected);
        return selected;
    }

    private void collect(Thing thing, FieldSet fields, Map<String, @Nullable Object> selected) {
        for (FieldSetSelection selection : fields.selections()) {
            switch (selection) {
                case FieldSetSelection.Fragment fragment -> {
                    if (isA(thing, fragment.typeCondition())) {
                        collect(thing, fragment.selections(), selected);
                    }
                }
                case FieldSetSelection.Field field
                when field.name().equals("__typename") -> selected.put("__typename", thing.type());
                case FieldSetSelection.Field field -> {
                    Object value = value(thing, field.name(), arguments(thing, field));
                    selected.put(field.name(), below(value, field.selections()));
                }
            }
        }
    }

    private @Nullable Object below(@Nullable Object value, FieldSet fields) {
        return switch (value) {
            case Ref ref -> select(data.thing(ref), fields);
            case List<?> items -> {
                List<@Nullable Object> all = new ArrayList<>();
                items.forEach(item -> all.add(below(item, fields)));
                yield all;
            }
            case null -> null;
            default -> value;
        };
    }

    private boolean isA(Thing thing, String type) {
        return thing.type().equals(type) || whole.objects(type).contains(thing.type());
    }

    private static boolean isRoot(Thing thing) {
        return thing.id().equals(thing.type());
    }

    private Map<String, @Nullable Object> arguments(Thing thing, FieldSetSelection.Field selection) {
        Field field = Objects.requireNonNull(whole.field(thing.type(), selection.name()));
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
        for (Argument argument : field.arguments()) {
            String text = selection.arguments().getOrDefault(argument.name(), argument.defaultValue());
            if (text != null) {
                Value<?> literal = Parser.parseValue(text);
                arguments.put(argument.name(), Literals.json(literal));
            }
        }
        return arguments;
    }
}
