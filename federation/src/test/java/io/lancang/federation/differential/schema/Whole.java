package io.lancang.federation.differential.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What subgraphs are parts of: a second opinion on what composition should make of them, for schemas that compose. A field
 * keeps the {@code @requires} of the subgraph that resolves it, since that is how its value comes about.
 */
public final class Whole {
    private static final String NAMELESS = "Nameless";

    private final List<Schema> subgraphs;

    private Whole(List<Schema> subgraphs) {
        this.subgraphs = subgraphs;
    }

    /** Everything that the subgraphs define, inaccessible elements included. */
    public static Schema of(List<Schema> subgraphs) {
        return new Whole(subgraphs).merge();
    }

    /** What clients see. */
    public static Schema visible(Schema whole) {
        Schema visible = withoutInaccessible(whole);
        for (String type : whole.types().keySet()) {
            visible = isNameless(type) ? visible.without(type) : visible;
        }
        return visible;
    }

    /** Whether it is the type of objects of which nobody knows the type. */
    public static boolean isNameless(String type) {
        return type.endsWith(NAMELESS);
    }

    /** What clients see, and the types of objects of which they see no type. */
    public static Schema withoutInaccessible(Schema whole) {
        Schema visible = Schema.empty(whole.name());
        for (Type type : whole.types().values()) {
            Map<String, Field> fields = new LinkedHashMap<>();
            type.fields().forEach((name, field) -> {
                if (!field.has("inaccessible")) {
                    fields.put(name, field.bare().withArguments(field.givenArguments()));
                }
            });
            visible = visible.with(type.withFields(fields).withDirectives(List.of()));
        }
        return visible;
    }

    /** Whether some subgraph promises that a field of an object is never null, even if another one does not. */
    public static boolean isPromised(List<Schema> subgraphs, String type, String field) {
        return subgraphs.stream().anyMatch(subgraph -> {
            Field here = subgraph.field(type, field);
            return here != null && !TypeText.isNullable(here.type());
        });
    }

    private Schema merge() {
        Set<String> names = new LinkedHashSet<>();
        subgraphs.forEach(subgraph -> names.addAll(subgraph.types().keySet()));
        Schema whole = Schema.empty("whole");
        for (String name : names) {
            List<Type> views = subgraphs.stream()
                    .filter(subgraph -> subgraph.knows(name))
                    .map(subgraph -> subgraph.type(name))
                    .toList();
            whole = whole.with(merge(views));
        }
        return withInterfaceObjects(withNameless(whole));
    }

    /** Objects of interfaces of which nobody knows an object type are of a type that nobody sees. */
    private static Schema withNameless(Schema whole) {
        Schema result = whole;
        for (Type type : whole.types().values()) {
            if (type.kind() == Kind.INTERFACE && whole.objects(type.name()).isEmpty()) {
                result = result.with(Type.of(Kind.OBJECT, type.name() + NAMELESS)
                        .implementing(type.name())
                        .withFields(type.fields()));
            }
        }
        return result;
    }

    private Type merge(List<Type> views) {
        Kind kind = views.stream().anyMatch(view -> view.kind() == Kind.INTERFACE)
                ? Kind.INTERFACE
                : views.getFirst().kind();
        Type merged = Type.of(kind, views.getFirst().name());
        Set<String> interfaces = new LinkedHashSet<>();
        views.forEach(view -> interfaces.addAll(view.interfaces()));
        for (Type view : views) {
            for (Directive directive : view.directives()) {
                // Where a context is set is known everywhere.
                merged = directive.name().equals("context") ? merged.with(directive) : merged;
            }
        }
        return merged.withInterfaces(interfaces)
                .withMembers(kind == Kind.ENUM ? values(views) : members(views))
                .withFields(fields(views))
                .withInputs(inputs(views.stream().map(Type::inputs).toList()));
    }

    private static Set<String> members(List<Type> views) {
        Set<String> members = new LinkedHashSet<>();
        views.forEach(view -> members.addAll(view.members()));
        return members;
    }

    /** A value that one subgraph would not understand is none, if the enum is an input anywhere. */
    private Set<String> values(List<Type> views) {
        Set<String> values = members(views);
        if (EnumUse.isInput(subgraphs, views.getFirst().name())) {
            views.forEach(view -> values.retainAll(view.members()));
        }
        return values;
    }

    private Map<String, Field> fields(List<Type> views) {
        Map<String, Field> merged = new LinkedHashMap<>();
        for (Type view : views) {
            for (Field field : view.fields().values()) {
                merged.merge(field.name(), field, Whole::merge);
            }
        }
        return merged;
    }

    private static Field merge(Field one, Field other) {
        List<Directive> directives = new ArrayList<>();
        @Nullable Directive required = firstOf("requires", one, other);
        if (required != null) {
            directives.add(required);
        }
        if (one.has("inaccessible") || other.has("inaccessible")) {
            directives.add(Directive.INACCESSIBLE);
        }
        return new Field(
                one.name(),
                TypeText.weaker(one.type(), other.type()),
                inputs(List.of(one.arguments(), other.arguments())),
                directives);
    }

    private static @Nullable Directive firstOf(String name, Field one, Field other) {
        Directive first = one.directive(name);
        return first == null ? other.directive(name) : first;
    }

    /** Inputs that every subgraph takes. */
    private static List<Argument> inputs(List<List<Argument>> views) {
        List<Argument> merged = new ArrayList<>();
        for (Argument first : views.getFirst()) {
            String type = first.type();
            boolean everywhere = true;
            for (List<Argument> view : views) {
                Argument same = view.stream()
                        .filter(other -> other.name().equals(first.name()))
                        .findFirst()
                        .orElse(null);
                everywhere &= same != null;
                type = same == null ? type : TypeText.stronger(type, same.type());
            }
            if (everywhere) {
                merged.add(new Argument(first.name(), type, first.defaultValue(), first.fromContext()));
            }
        }
        return merged;
    }

    /** Fields of an interface object are fields of every object that implements the interface. */
    private Schema withInterfaceObjects(Schema whole) {
        Schema result = whole;
        for (Schema subgraph : subgraphs) {
            for (Type view : subgraph.types().values()) {
                if (view.isInterfaceObject()) {
                    for (String object : whole.objects(view.name())) {
                        result = result.with(withFields(result.type(object), whole.type(view.name()), view));
                    }
                }
            }
        }
        return result;
    }

    /** What an object may declare too, as external; then it is as visible as the object says. */
    private static Type withFields(Type object, Type face, Type view) {
        Type completed = object;
        for (Field field : view.fields().values()) {
            Field present = completed.field(field.name());
            Field added = Objects.requireNonNull(face.field(field.name()));
            if (present == null) {
                completed = completed.with(added);
            } else if (!field.has("external")) {
                completed = completed.with(merge(added.without(Directive.INACCESSIBLE), present));
            }
        }
        return completed;
    }
}
