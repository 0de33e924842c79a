package io.lancang.federation.cachetag;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The template of a tag, such as {@code partner-{$key.code}}. */
public record TagFormat(List<Part> parts) {
    private static final Pattern VALUE = Pattern.compile("\\$[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*)*");

    public TagFormat {
        parts = List.copyOf(parts);
    }

    /** What a template consists of. */
    public sealed interface Part {
        /** What stands in each tag as it stands in the template. */
        record Text(String text) implements Part {}

        /**
         * What is filled in.
         *
         * @param source {@code $args} for an argument of the root field, {@code $key} for a key of the entity; others are read, and
         *     left to validation
         * @param path of names; none where the template names the source alone
         */
        record Value(String source, List<String> path) implements Part {
            /** The arguments of a root field. */
            public static final String ARGUMENTS = "$args";
            /** The keys of an entity. */
            public static final String KEY = "$key";

            public Value {
                path = List.copyOf(path);
            }
        }
    }

    /**
     * Reads a template.
     *
     * @throws InvalidTagFormatException if a brace does not close, or holds something else than a path behind {@code $}
     */
    public static TagFormat parse(String format) throws InvalidTagFormatException {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < format.length()) {
            int open = format.indexOf('{', at);
            if (open < 0) {
                parts.add(new Part.Text(format.substring(at)));
                break;
            }
            if (open > at) {
                parts.add(new Part.Text(format.substring(at, open)));
            }
            int close = format.indexOf('}', open);
            if (close < 0) {
                throw new InvalidTagFormatException("\"{\" at " + (open + 1) + " has no \"}\"");
            }
            parts.add(value(format.substring(open + 1, close).strip()));
            at = close + 1;
        }
        return new TagFormat(parts);
    }

    private static Part.Value value(String expression) throws InvalidTagFormatException {
        if (!VALUE.matcher(expression).matches()) {
            throw new InvalidTagFormatException(
                    "{" + expression + "} is no path of names behind $args or $key, such as {$args.id}");
        }
        List<String> names = Arrays.asList(expression.split("\\."));
        return new Part.Value(names.getFirst(), names.subList(1, names.size()));
    }

    /** What is filled in, in the order of the template. */
    public Stream<Part.Value> values() {
        return parts.stream().filter(Part.Value.class::isInstance).map(Part.Value.class::cast);
    }

    /**
     * The tag.
     *
     * @param roots the JSON value, as Java has it, of the first name of each path
     * @return null if a value is missing, null, an object or a list, so that nobody knows the tag
     */
    public @Nullable String fill(Function<String, ? extends @Nullable Object> roots) {
        StringBuilder tag = new StringBuilder();
        for (Part part : parts) {
            switch (part) {
                case Part.Text text -> tag.append(text.text());
                case Part.Value value -> {
                    String text = text(find(value.path(), roots));
                    if (text == null) {
                        return null;
                    }
                    tag.append(text);
                }
            }
        }
        return tag.toString();
    }

    private static @Nullable Object find(List<String> path, Function<String, ? extends @Nullable Object> roots) {
        Object found = path.isEmpty() ? null : roots.apply(path.getFirst());
        for (int place = 1; place < path.size(); place++) {
            found = found instanceof Map<?, ?> object ? object.get(path.get(place)) : null;
        }
        return found;
    }

    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case String text -> text;
            case BigDecimal number -> number.toPlainString();
            case Number number -> number.toString();
            case Boolean truth -> truth.toString();
            case null, default -> null;
        };
    }
}
