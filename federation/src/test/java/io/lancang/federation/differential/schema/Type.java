package io.lancang.federation.differential.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A type as one schema defines it.
 *
 * @param interfaces what it implements
 * @param members the members of a union, the values of an enum
 * @param fields by name, those of objects and interfaces
 * @param inputs the fields of an input object
 */
public record Type(
        Kind kind,
        String name,
        List<String> interfaces,
        List<String> members,
        Map<String, Field> fields,
        List<Argument> inputs,
        List<Directive> directives) {
    public Type {
        interfaces = List.copyOf(interfaces);
        members = List.copyOf(members);
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        inputs = List.copyOf(inputs);
        directives = List.copyOf(directives);
    }

    /** A type with nothing in it yet. */
    public static Type of(Kind kind, String name, Directive... directives) {
        return new Type(kind, name, List.of(), List.of(), Map.of(), List.of(), List.of(directives));
    }

    /** A union with members or an enum with values. */
    public static Type listing(Kind kind, String name, Collection<String> members) {
        return of(kind, name).withMembers(members);
    }

    public static Type input(String name, List<Argument> inputs) {
        return new Type(Kind.INPUT, name, List.of(), List.of(), Map.of(), inputs, List.of());
    }

    /** With a field added, or one of that name replaced. */
    public Type with(Field field) {
        Map<String, Field> more = new LinkedHashMap<>(fields);
        more.put(field.name(), field);
        return withFields(more);
    }

    public Type without(String field) {
        Map<String, Field> fewer = new LinkedHashMap<>(fields);
        fewer.remove(field);
        return withFields(fewer);
    }

    public Type withFields(Map<String, Field> changed) {
        return new Type(kind, name, interfaces, members, changed, inputs, directives);
    }

    public Type with(Directive directive) {
        List<Directive> more = new ArrayList<>(directives);
        if (!more.contains(directive)) {
            more.add(directive);
        }
        return withDirectives(more);
    }

    public Type withDirectives(List<Directive> changed) {
        return new Type(kind, name, interfaces, members, fields, inputs, changed);
    }

    public Type withMembers(Collection<String> changed) {
        return new Type(kind, name, interfaces, List.copyOf(changed), fields, inputs, directives);
    }

    public Type withInputs(List<Argument> changed) {
        return new Type(kind, name, interfaces, members, fields, changed, directives);
    }

    public Type withInterfaces(Collection<String> changed) {
        return new Type(kind, name, List.copyOf(changed), members, fields, inputs, directives);
    }

    public Type implementing(String face) {
        List<String> more = new ArrayList<>(interfaces);
        if (!more.contains(face)) {
            more.add(face);
        }
        return withInterfaces(more);
    }

    public @Nullable Field field(String wanted) {
        return fields.get(wanted);
    }

    public boolean has(String directive) {
        return directives.stream().anyMatch(applied -> applied.name().equals(directive));
    }

    public List<Directive> keys() {
        return directives.stream()
                .filter(directive -> directive.name().equals("key"))
                .toList();
    }

    public boolean isInterfaceObject() {
        return directives.contains(Directive.INTERFACE_OBJECT);
    }

    @Override
    public String toString() {
        String head = (has("extends") ? "extend " : "") + kind.keyword() + " " + name
                + (interfaces.isEmpty() ? "" : " implements " + String.join(" & ", interfaces))
                + directives.stream()
                        .filter(directive -> !directive.name().equals("extends"))
                        .map(directive -> " " + directive)
                        .collect(Collectors.joining());
        return switch (kind) {
            case OBJECT, INTERFACE -> head + block(fields.values());
            case UNION -> head + " = " + String.join(" | ", members);
            case ENUM -> head + " { " + String.join(" ", members) + " }";
            case INPUT -> head + block(inputs);
            case SCALAR -> head;
        };
    }

    private static String block(Collection<?> parts) {
        return parts.stream().map(part -> "\n  " + part).collect(Collectors.joining("", " {", "\n}"));
    }
}
