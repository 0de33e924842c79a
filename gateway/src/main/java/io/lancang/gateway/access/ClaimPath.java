package io.lancang.gateway.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where in a token a value is.
 *
 * @param text names of members with dots between them; a claim of the whole name, dots included, comes first
 */
record ClaimPath(String text) {
    /** The value; null if the token has none there. */
    @Nullable
    Object in(Map<String, ?> claims) {
        if (claims.containsKey(text)) {
            return claims.get(text);
        }
        Object value = claims;
        for (String name : text.split("\\.", -1)) {
            value = value instanceof Map<?, ?> object ? object.get(name) : null;
        }
        return value;
    }

    /** Names: the strings of a list, or what a string has between spaces. */
    Set<String> names(Map<String, ?> claims) {
        Set<String> names = new LinkedHashSet<>();
        switch (in(claims)) {
            case String text
            when !text.isBlank() -> names.addAll(Arrays.asList(text.strip().split(" +", -1)));
            case Collection<?> list ->
                list.forEach(item -> {
                    if (item instanceof String name) {
                        names.add(name);
                    }
                });
            case null, default -> {
                // Nothing that could be a name.
            }
        }
        return names;
    }

    /** The value of a header; null if the token has none there, or one that no header can have. */
    @Nullable
    String header(Map<String, ?> claims) {
        Object value = in(claims);
        String header = switch (value) {
            case String text -> text;
            case Number number -> number.toString();
            case Boolean truth -> truth.toString();
            case Collection<?> list -> joined(list);
            case null, default -> null;
        };
        return header == null || !header.chars().allMatch(character -> character >= ' ' && character <= '~')
                ? null
                : header;
    }

    private static @Nullable String joined(Collection<?> list) {
        List<String> items = list.stream()
                .filter(item -> item instanceof String || item instanceof Number || item instanceof Boolean)
                .map(String::valueOf)
                .toList();
        return items.size() == list.size() ? String.join(",", items) : null;
    }
}
