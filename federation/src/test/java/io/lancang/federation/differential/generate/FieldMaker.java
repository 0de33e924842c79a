package io.lancang.federation.differential.generate;

import io.lancang.federation.differential.schema.Argument;
import io.lancang.federation.differential.schema.Field;
import io.lancang.federation.differential.schema.Kind;
import io.lancang.federation.differential.schema.Type;
import io.lancang.federation.differential.schema.TypeText;
import java.util.ArrayList;
import java.util.List;

/** Draws fields that a subgraph may have. */
final class FieldMaker {
    private static final List<String> SCALARS =
            List.of("String", "String", "String", "Int", "Float", "Boolean", "ID", "Long", "Decimal");

    private final Draft draft;
    private final Dice dice;

    FieldMaker(Draft draft) {
        this.draft = draft;
        this.dice = draft.dice();
    }

    /** A field of any type. */
    Field any(String name, String subgraph) {
        return switch (dice.between(0, 9)) {
            case 0, 1, 2, 3, 4 -> leaf(name);
            default -> composite(name, subgraph);
        };
    }

    /** A field of a scalar or an enum. */
    Field leaf(String name) {
        List<String> enums = draft.shared().values().stream()
                .filter(type -> type.kind() == Kind.ENUM && !type.name().equals("Tone"))
                .map(Type::name)
                .toList();
        String type = dice.chance(0.15) ? dice.pick(enums) : dice.pick(SCALARS);
        return withArguments(Field.of(name, wrapped(type, false)));
    }

    /** A field with a selection set, if the subgraph may know any type for it. */
    Field composite(String name, String subgraph) {
        List<String> types = new ArrayList<>(draft.entities().keySet());
        types.addAll(draft.abstracts().keySet());
        draft.shared().values().stream()
                .filter(type -> type.kind() == Kind.OBJECT)
                .map(Type::name)
                .filter(type -> type.startsWith("V"))
                .forEach(types::add);
        types.removeIf(type -> !draft.canKnow(subgraph, type));
        if (types.isEmpty()) {
            return leaf(name);
        }
        String type = dice.pick(types);
        return withArguments(Field.of(name, wrapped(type, draft.abstracts().containsKey(type))));
    }

    private String wrapped(String type, boolean mayHaveNone) {
        return switch (dice.between(0, 9)) {
            case 0 -> mayHaveNone ? type : type + "!";
            case 1 -> "[" + type + "]";
            case 2 -> "[" + type + "!]!";
            case 3 -> "[" + type + "!]";
            case 4 -> dice.chance(0.3) ? "[[" + type + "]]" : type;
            default -> type;
        };
    }

    private Field withArguments(Field field) {
        if (TypeText.isList(field.type())) {
            return dice.chance(0.4)
                    ? field.withArguments(List.of(new Argument("first", "Int", dice.chance(0.5) ? "2" : null)))
                    : field;
        }
        if (!field.named().equals("String") || dice.chance(0.7)) {
            return field;
        }
        List<Argument> all = List.of(
                new Argument("suffix", "String", dice.chance(0.5) ? "\"é\\\"\"" : null),
                new Argument("style", "Style", dice.chance(0.5) ? "PLAIN" : null),
                new Argument("with", "Options", dice.chance(0.5) ? "{ size: 1, style: PLAIN }" : null),
                new Argument("tone", "Tone", dice.chance(0.5) ? "LOUD" : null),
                new Argument("exact", "Decimal", null));
        return field.withArguments(dice.some(all, 1));
    }
}
