package io.lancang.federation.differential.generate;

import io.lancang.federation.differential.schema.Directive;
import io.lancang.federation.differential.schema.Field;
import io.lancang.federation.differential.schema.Kind;
import io.lancang.federation.differential.schema.Schema;
import io.lancang.federation.differential.schema.Type;
import io.lancang.federation.differential.schema.TypeText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Draws field sets over what a subgraph does not resolve itself, and declares it there as external. */
final class FieldSetMaker {
    private final Draft draft;
    private final Dice dice;
    private final String subgraph;
    private final Use use;

    /** What the field set is for. */
    private enum Use {
        REQUIRES,
        PROVIDES
    }

    private FieldSetMaker(Draft draft, String subgraph, Use use) {
        this.draft = draft;
        this.dice = draft.dice();
        this.subgraph = subgraph;
        this.use = use;
    }

    /** Draws what a subgraph requires. */
    static FieldSetMaker required(Draft draft, String subgraph) {
        return new FieldSetMaker(draft, subgraph, Use.REQUIRES);
    }

    /** Draws what a subgraph provides, which others must let it resolve: nothing with arguments, which cannot be given. */
    static FieldSetMaker provided(Draft draft, String subgraph) {
        return new FieldSetMaker(draft, subgraph, Use.PROVIDES);
    }

    /** One or two external fields of an entity with what is below them; empty if there is none. */
    String external(String entity, int depth) {
        Map<String, Field> elsewhere = elsewhere(entity);
        elsewhere.values().removeIf(field -> !isAllowed(field) || !isExternal(entity, field));
        List<Field> candidates = new ArrayList<>(elsewhere.values());
        List<String> parts = new ArrayList<>();
        for (int number = dice.between(1, 2); number > 0 && !candidates.isEmpty(); number--) {
            Field field = dice.pick(candidates);
            candidates.remove(field);
            String part = part(field, depth);
            if (!part.isEmpty()) {
                draft.add(subgraph, entity, field.bare().with(Directive.EXTERNAL));
                if (use == Use.PROVIDES) {
                    letShare(entity, field.name());
                }
                parts.add(part);
            }
        }
        return String.join(" ", parts);
    }

    /** What subgraphs resolve of an entity, or of every object of an interface. */
    private Map<String, Field> elsewhere(String entity) {
        List<Type> views = new ArrayList<>();
        for (Schema other : draft.subgraphs()) {
            Type type = other.find(entity);
            if (type != null
                    && (type.kind() == Kind.OBJECT
                            || (use == Use.REQUIRES && !type.keys().isEmpty()))) {
                views.add(type);
            }
            other.types().values().stream()
                    .filter(face -> face.isInterfaceObject() && isMember(entity, face.name()))
                    .forEach(views::add);
        }
        Map<String, Field> elsewhere = new LinkedHashMap<>();
        views.stream()
                .flatMap(view -> view.fields().values().stream())
                .filter(field -> !field.has("external") && !field.has("override"))
                .forEach(field -> elsewhere.merge(
                        field.name(), field, (one, other) -> one.withType(TypeText.weaker(one.type(), other.type()))));
        return elsewhere;
    }

    private boolean isMember(String entity, String face) {
        return use == Use.REQUIRES
                && Objects.requireNonNull(draft.abstracts().get(face)).members().contains(entity);
    }

    private boolean isAllowed(Field field) {
        return use == Use.REQUIRES || field.arguments().isEmpty();
    }

    private void letShare(String entity, String name) {
        for (String other : draft.declaring(entity, name)) {
            Field field = draft.field(other, entity, name);
            if (!field.has("external")) {
                draft.add(other, entity, field.with(Directive.SHAREABLE));
            }
        }
    }

    /** Not what depends on objects above either: what a field requires is computed from its own object down. */
    private boolean isPlain(Field field) {
        return isAllowed(field)
                && !field.has("requires")
                && !field.has("external")
                && field.givenArguments().equals(field.arguments());
    }

    private boolean isExternal(String entity, Field field) {
        Field here = draft.subgraph(subgraph).field(entity, field.name());
        if (here != null) {
            return here.has("external");
        }
        List<String> sharing = new ArrayList<>(draft.declaring(entity, field.name()));
        sharing.add(subgraph);
        return draft.canKnow(subgraph, field.named())
                && (use == Use.REQUIRES || draft.canShare(sharing, field.named()));
    }

    /** The field with arguments and selections; empty if there is nothing to select below it. */
    private String part(Field field, int depth) {
        draft.know(subgraph, field.named());
        Type type = draft.subgraph(subgraph).find(field.named());
        String arguments = field.argument("suffix") != null && dice.chance(0.5) ? "(suffix: \"r\")" : "";
        if (type == null || type.kind() == Kind.ENUM || type.kind() == Kind.SCALAR) {
            return field.name() + arguments;
        }
        String below = depth == 0 ? "" : below(type, depth - 1);
        return below.isEmpty() ? "" : field.name() + arguments + " { " + below + " }";
    }

    private String below(Type type, int depth) {
        if (type.kind() == Kind.OBJECT) {
            return ofObject(type, depth);
        }
        List<String> fragments = new ArrayList<>();
        for (String member : dice.some(draft.subgraph(subgraph).objects(type.name()), 1)) {
            String below = ofObject(draft.subgraph(subgraph).type(member), depth);
            if (!below.isEmpty()) {
                fragments.add("... on " + member + " { " + below + " }");
            }
        }
        if (type.kind() == Kind.INTERFACE && dice.chance(0.3)) {
            fragments.addFirst("id");
        }
        return String.join(" ", fragments);
    }

    private String ofObject(Type type, int depth) {
        if (!type.keys().isEmpty() && dice.chance(0.7)) {
            String external = external(type.name(), depth);
            if (!external.isEmpty()) {
                return external;
            }
        }
        List<String> own = new ArrayList<>();
        for (Field field : dice.some(type.fields().values(), 1)) {
            String part = isPlain(field) ? part(field, depth) : "";
            if (!part.isEmpty()) {
                own.add(part);
            }
        }
        return String.join(" ", own);
    }
}
