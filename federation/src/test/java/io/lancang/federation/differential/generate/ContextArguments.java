package io.lancang.federation.differential.generate;

import io.lancang.federation.differential.schema.Argument;
import io.lancang.federation.differential.schema.Directive;
import io.lancang.federation.differential.schema.Field;
import io.lancang.federation.differential.schema.Kind;
import io.lancang.federation.differential.schema.Schema;
import io.lancang.federation.differential.schema.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code @context}: an argument of an entity's field is what an object above the entity has. The entity is reached below such
 * objects only, directly or with others between; what they have may be another subgraph's to tell.
 */
final class ContextArguments implements Feature {
    private static final List<String> SCALARS = List.of("String", "ID", "Int", "Boolean");
    private static final String CONTEXT = "above";

    @Override
    public void apply(Draft draft) {
        Dice dice = draft.dice();
        if (dice.chance(0.7)) {
            return;
        }
        String home = dice.pick(draft.names());
        for (String scalar : SCALARS) {
            Map<String, Field> values = new LinkedHashMap<>();
            draft.entities().values().stream()
                    .filter(entity -> entity.homes().containsKey(home))
                    .forEach(entity -> {
                        List<Field> candidates = candidates(draft, entity.name(), home, scalar);
                        if (!candidates.isEmpty()) {
                            values.put(entity.name(), dice.pick(candidates));
                        }
                    });
            if (!values.isEmpty()) {
                place(draft, home, scalar, values);
                return;
            }
        }
    }

    /** Fields whose values can be the argument, resolved here or to be asked for elsewhere. */
    private static List<Field> candidates(Draft draft, String entity, String home, String scalar) {
        List<Field> candidates = new ArrayList<>();
        for (Schema subgraph : draft.subgraphs()) {
            Type type = subgraph.find(entity);
            if (type != null) {
                type.fields().values().stream()
                        .filter(field -> field.directives().isEmpty()
                                && field.arguments().isEmpty())
                        .filter(field -> field.type().replace("!", "").equals(scalar))
                        .filter(field -> subgraph.name().equals(home)
                                || draft.subgraph(home).field(entity, field.name()) == null)
                        .forEach(candidates::add);
            }
        }
        return candidates;
    }

    private static void place(Draft draft, String home, String scalar, Map<String, Field> values) {
        Dice dice = draft.dice();
        draft.names().stream().filter(name -> !name.equals(home)).forEach(name -> {
            draft.forbid(name, "Target");
            draft.forbid(name, "Between");
        });
        Map<String, Field> setters = new LinkedHashMap<>();
        dice.some(values.keySet(), 1).forEach(entity -> setters.put(entity, values.get(entity)));
        boolean between = dice.chance(0.4);
        String inside = between ? "Between" : "Target";
        setters.forEach((entity, field) -> {
            if (draft.subgraph(home).field(entity, field.name()) == null) {
                draft.add(home, entity, field.bare().with(Directive.EXTERNAL));
            }
            draft.add(home, entity, Field.of("inside", dice.of(inside, "[" + inside + "]", "[" + inside + "!]!")));
            draft.put(home, draft.subgraph(home).type(entity).with(new Directive("context", Map.of("name", CONTEXT))));
        });
        if (between) {
            draft.put(home, Type.of(Kind.OBJECT, inside));
            draft.add(home, inside, new FieldMaker(draft).leaf("note"));
            draft.add(home, inside, Field.of("target", dice.of("Target", "[Target!]")));
        }
        List<Argument> arguments = new ArrayList<>();
        arguments.add(Argument.fromContext("above", scalar, "$" + CONTEXT + " " + selection(setters)));
        if (dice.chance(0.3)) {
            arguments.add(new Argument("suffix", "String", null));
        }
        draft.put(home, Type.of(Kind.OBJECT, "Target", Directive.key("id")));
        draft.add(home, "Target", Field.of("id", "ID!"));
        draft.add(home, "Target", Field.of("made", "String").withArguments(arguments));
    }

    private static String selection(Map<String, Field> setters) {
        if (setters.size() == 1) {
            return "{ " + setters.values().iterator().next().name() + " }";
        }
        List<String> fragments = new ArrayList<>();
        setters.forEach((entity, field) -> fragments.add("... on " + entity + " { " + field.name() + " }"));
        return String.join(" ", fragments);
    }
}
