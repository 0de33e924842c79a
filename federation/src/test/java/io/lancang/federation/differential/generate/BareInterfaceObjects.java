package io.lancang.federation.differential.generate;

import io.lancang.federation.differential.schema.Directive;
import io.lancang.federation.differential.schema.Field;
import io.lancang.federation.differential.schema.Kind;
import io.lancang.federation.differential.schema.Schema;
import io.lancang.federation.differential.schema.Type;
import java.util.ArrayList;
import java.util.List;

/** An interface of which no subgraph knows an object type, and which others have as interface objects all the same. */
final class BareInterfaceObjects implements Feature {
    private static final String NAME = "Bare";

    @Override
    public void apply(Draft draft) {
        Dice dice = draft.dice().apart();
        List<String> names = new ArrayList<>(draft.subgraphs().stream()
                .filter(subgraph -> !subgraph.federationOne())
                .map(Schema::name)
                .toList());
        if (names.size() < 2 || dice.chance(0.8)) {
            return;
        }
        String owner = names.remove(dice.between(0, names.size() - 1));
        Field id = Field.of("id", "ID!");
        draft.put(owner, Type.of(Kind.INTERFACE, NAME, Directive.key("id")).with(id));
        for (String name : dice.some(names, 1)) {
            Type bare = Type.of(Kind.OBJECT, NAME, Directive.INTERFACE_OBJECT, Directive.key("id"))
                    .with(id)
                    .with(Field.of("worth" + name, dice.of("Int", "String", "[Boolean]")));
            draft.put(name, dice.chance(0.4) ? bare.with(Field.of("next" + name, dice.of(NAME, "[Bare!]"))) : bare);
            draft.add(name, "Query", Field.of("bare" + name, dice.of(NAME, "[Bare]", "[Bare!]!")));
        }
    }
}
