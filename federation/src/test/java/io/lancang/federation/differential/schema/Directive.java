package io.lancang.federation.differential.schema;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A directive where it is applied.
 *
 * @param arguments by name; those that are no Boolean are printed as strings
 */
public record Directive(String name, Map<String, String> arguments) {
    public static final Directive SHAREABLE = new Directive("shareable", Map.of());
    public static final Directive EXTERNAL = new Directive("external", Map.of());
    public static final Directive INACCESSIBLE = new Directive("inaccessible", Map.of());
    public static final Directive INTERFACE_OBJECT = new Directive("interfaceObject", Map.of());

    public Directive {
        arguments = Map.copyOf(arguments);
    }

    public static Directive key(String fields) {
        return new Directive("key", Map.of("fields", fields));
    }

    /** A key by which nobody enters. */
    public static Directive unresolvableKey(String fields) {
        return new Directive("key", Map.of("fields", fields, "resolvable", "false"));
    }

    public static Directive requires(String fields) {
        return new Directive("requires", Map.of("fields", fields));
    }

    public static Directive provides(String fields) {
        return new Directive("provides", Map.of("fields", fields));
    }

    public static Directive override(String from) {
        return new Directive("override", Map.of("from", from));
    }

    /** The field set of a key, a requirement or a provision. */
    public String fields() {
        return arguments.getOrDefault("fields", "");
    }

    /** Whether it is a key by which others may enter. */
    public boolean isResolvableKey() {
        return name.equals("key") && !arguments.containsKey("resolvable");
    }

    @Override
    public String toString() {
        return "@" + name
                + (arguments.isEmpty()
                        ? ""
                        : new TreeMap<>(arguments)
                                .entrySet().stream()
                                        .map(argument -> argument.getKey() + ": " + literal(argument.getValue()))
                                        .collect(Collectors.joining(", ", "(", ")")));
    }

    private static String literal(String value) {
        return value.equals("true") || value.equals("false") ? value : "\"" + value.replace("\"", "\\\"") + "\"";
    }
}
