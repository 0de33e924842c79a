package io.lancang.federation.differential.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A field of an object or an interface. */
public record Field(String name, String type, List<Argument> arguments, List<Directive> directives) {
    public Field {
        arguments = List.copyOf(arguments);
        directives = List.copyOf(directives);
    }

    public static Field of(String name, String type, Directive... directives) {
        return new Field(name, type, List.of(), List.of(directives));
    }

    public Field with(Directive directive) {
        List<Directive> more = new ArrayList<>(directives);
        if (!more.contains(directive)) {
            more.add(directive);
        }
        return new Field(name, type, arguments, more);
    }

    public Field without(Directive directive) {
        return new Field(
                name,
                type,
                arguments,
                directives.stream().filter(other -> !other.equals(directive)).toList());
    }

    public Field withType(String changed) {
        return new Field(name, changed, arguments, directives);
    }

    public Field withArguments(List<Argument> changed) {
        return new Field(name, type, changed, directives);
    }

    /** As another subgraph would declare it. */
    public Field bare() {
        return new Field(name, type, arguments, List.of());
    }

    /** The arguments that clients give. */
    public List<Argument> givenArguments() {
        return arguments.stream()
                .filter(argument -> argument.fromContext() == null)
                .toList();
    }

    public boolean has(String directive) {
        return directive(directive) != null;
    }

    public @Nullable Directive directive(String wanted) {
        return directives.stream()
                .filter(directive -> directive.name().equals(wanted))
                .findFirst()
                .orElse(null);
    }

    public @Nullable Argument argument(String wanted) {
        return arguments.stream()
                .filter(argument -> argument.name().equals(wanted))
                .findFirst()
                .orElse(null);
    }

    /** The name of its type. */
    public String named() {
        return TypeText.named(type);
    }

    @Override
    public String toString() {
        String inputs = arguments.isEmpty()
                ? ""
                : arguments.stream().map(Argument::toString).collect(Collectors.joining(", ", "(", ")"));
        return name + inputs + ": " + type
                + directives.stream().map(directive -> " " + directive).collect(Collectors.joining());
    }
}
