package io.lancang.federation.differential.generate;

import io.lancang.federation.differential.data.Data;
import io.lancang.federation.differential.data.Ref;
import io.lancang.federation.differential.data.Thing;
import io.lancang.federation.differential.schema.Disagreement;
import io.lancang.federation.differential.schema.Field;
import io.lancang.federation.differential.schema.Kind;
import io.lancang.federation.differential.schema.Schema;
import io.lancang.federation.differential.schema.Type;
import io.lancang.federation.differential.schema.TypeText;
import io.lancang.federation.differential.schema.Whole;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes data that every subgraph can tell of: where a subgraph knows few members of a union, only those are there. */
final class DataGenerator {
    private static final int DEEP = 4;

    private final Schema whole;
    private final List<Schema> subgraphs;
    private final Dice dice;
    private final LeafValues leaves;
    private final Map<String, Thing> things = new LinkedHashMap<>();
    private final Map<String, List<String>> entities = new LinkedHashMap<>();
    private int values;

    DataGenerator(List<Schema> subgraphs, Dice dice) {
        this.whole = Whole.of(subgraphs);
        this.subgraphs = subgraphs;
        this.dice = dice;
        this.leaves = new LeafValues(dice);
    }

    Data generate() {
        for (Type type : whole.types().values()) {
            if (type.kind() == Kind.OBJECT && isEntity(type.name())) {
                List<String> ids = new ArrayList<>();
                for (int number = dice.between(2, 4); number > 0; number--) {
                    ids.add(type.name() + "-" + number);
                }
                entities.put(type.name(), ids);
            }
        }
        entities.forEach((type, ids) -> ids.forEach(id -> fill(id, type, 0)));
        for (String root : List.of("Query", "Mutation")) {
            if (whole.knows(root)) {
                fill(root, root, 0);
            }
        }
        return new Data(things);
    }

    private boolean isEntity(String type) {
        return subgraphs.stream()
                .anyMatch(subgraph ->
                        subgraph.knows(type) && !subgraph.type(type).keys().isEmpty());
    }

    private void fill(String id, String type, int depth) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        // Noted first, so that things may refer to each other.
        things.put(id, new Thing(id, type, fields));
        for (Field field : whole.type(type).fields().values()) {
            if (!field.has("requires")) {
                boolean promised = Whole.isPromised(subgraphs, type, field.name());
                String promise = promised && TypeText.isNullable(field.type()) ? field.type() + "!" : field.type();
                fields.put(field.name(), value(id, type, field, promise, depth));
            }
        }
        things.put(id, new Thing(id, type, fields));
    }

    private @Nullable Object value(String id, String owner, Field field, String type, int depth) {
        if (TypeText.isNullable(type) && (depth >= DEEP || dice.chance(0.12))) {
            return null;
        }
        if (TypeText.isList(type)) {
            List<@Nullable Object> items = new ArrayList<>();
            boolean objects =
                    whole.knows(field.named()) && whole.type(field.named()).kind() != Kind.SCALAR;
            boolean none = depth >= DEEP || (objects && allowed(owner, field).isEmpty());
            for (int count = none ? 0 : dice.between(field.name().equals("parts") ? 1 : 0, 3); count > 0; count--) {
                items.add(value(id, owner, field, TypeText.item(type), depth));
            }
            return items;
        }
        Type named = whole.find(field.named());
        if (named == null || named.kind() == Kind.SCALAR) {
            return leaves.scalar(id, field.name(), field.named(), isKeyPart(field.name()));
        }
        List<String> allowed = allowed(owner, field);
        if (allowed.isEmpty()) {
            return null;
        }
        String chosen = dice.pick(allowed);
        return named.kind() == Kind.ENUM ? chosen : reference(id, field, chosen, depth);
    }

    private static boolean isKeyPart(String field) {
        return List.of("id", "code", "org", "num", "sku", "group").contains(field);
    }

    private Ref reference(String id, Field field, String type, int depth) {
        List<String> known = entities.get(type);
        if (known != null) {
            return new Ref(dice.pick(known));
        }
        String value = id + "/" + field.name() + values++;
        fill(value, type, depth + 1);
        return new Ref(value);
    }

    /** The types of objects, or the values of an enum, that every subgraph with the field knows, unless each has its own. */
    private List<String> allowed(String owner, Field field) {
        Type named = whole.type(field.named());
        TreeSet<String> allowed =
                named.kind() == Kind.ENUM ? new TreeSet<>(named.members()) : new TreeSet<>(whole.objects(named.name()));
        for (Schema subgraph : subgraphs) {
            if (!Disagreement.isOn(field.name())
                    && declares(subgraph, owner, field.name())
                    && !subgraph.type(field.named()).isInterfaceObject()) {
                Type here = subgraph.type(field.named());
                allowed.retainAll(here.kind() == Kind.ENUM ? here.members() : subgraph.objects(here.name()));
            }
        }
        return List.copyOf(allowed);
    }

    private boolean declares(Schema subgraph, String owner, String field) {
        return subgraph.field(owner, field) != null
                || whole.type(owner).interfaces().stream()
                        .anyMatch(face -> subgraph.knows(face)
                                && subgraph.type(face).isInterfaceObject()
                                && subgraph.field(face, field) != null);
    }
}
