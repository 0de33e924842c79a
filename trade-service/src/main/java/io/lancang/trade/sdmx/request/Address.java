package io.lancang.trade.sdmx.request;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The address of a request, taken apart as the SDMX REST API means it: a plus is a plus and no blank.
 *
 * @param path the segments behind the entry point
 * @param parameters by name, in the order in which they came
 */
public record Address(List<String> path, Map<String, String> parameters) {
    /** In the path, whatever there is. */
    public static final String ANY = "*";

    private static final Pattern FILTER = Pattern.compile("c\\[(.*)]");
    private static final int MOST_LETTERS = 4_000;

    /**
     * Reads an address.
     *
     * @param path what is behind the entry point, still encoded
     * @param query still encoded; null if there is none
     */
    public static Address of(String path, @Nullable String query) {
        if (path.length() + (query == null ? 0 : query.length()) > MOST_LETTERS) {
            throw new SdmxException(
                    Problem.TOO_LARGE,
                    "The address has more than " + MOST_LETTERS
                            + " letters. Ask for less at a time, or for everything by *.");
        }
        List<String> segments = Arrays.stream(path.split("/"))
                .filter(segment -> !segment.isEmpty())
                .map(Address::decoded)
                .toList();
        Map<String, String> parameters = new LinkedHashMap<>();
        if (query != null) {
            Arrays.stream(query.split("&"))
                    .filter(parameter -> !parameter.isEmpty())
                    .forEach(parameter -> add(parameter, parameters));
        }
        return new Address(segments, parameters);
    }

    private static void add(String parameter, Map<String, String> parameters) {
        int equals = parameter.indexOf('=');
        String name = decoded(equals < 0 ? parameter : parameter.substring(0, equals));
        String value = equals < 0 ? "" : decoded(parameter.substring(equals + 1));
        if (parameters.put(name, value) != null) {
            throw new SdmxException(
                    Problem.SYNTAX,
                    "The parameter " + name + " is given twice. Send it once, with commas between its values.");
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw new SdmxException(
                    Problem.SYNTAX,
                    "'" + text + "' is no text of an address: a % is followed by two hexadecimal digits.");
        }
    }

    /** A segment; {@link #ANY} if the path ends before it. */
    public String segment(int place) {
        return place < path.size() ? path.get(place) : ANY;
    }

    /** Refuses a path that is longer than this many segments. */
    public void checkLength(int most, String form) {
        if (path.size() > most) {
            throw new SdmxException(
                    Problem.SYNTAX,
                    "'" + path.get(most) + "' is one part of the path too much. The form is " + form + ".");
        }
    }

    /** A parameter, or what stands in its place. */
    public String parameter(String name, String otherwise) {
        return parameters.getOrDefault(name, otherwise);
    }

    /** The component that a parameter filters by; empty if it is no filter. */
    public static Optional<String> filteredComponent(String parameter) {
        Matcher filter = FILTER.matcher(parameter);
        return filter.matches() ? Optional.of(filter.group(1)) : Optional.empty();
    }

    /** Refuses parameters that the standard does not have, and those that are not answered here. */
    public void checkParameters(Set<String> known, Set<String> notImplemented) {
        for (String name : parameters.keySet()) {
            if (notImplemented.contains(name)) {
                throw new SdmxException(
                        Problem.NOT_IMPLEMENTED, "The parameter " + name + " is not answered here. Leave it out.");
            }
            if (!known.contains(name) && filteredComponent(name).isEmpty()) {
                throw new SdmxException(
                        Problem.SYNTAX,
                        "There is no parameter '" + name + "'. There are c[COMPONENT], "
                                + known.stream().sorted().collect(Collectors.joining(", ")) + ".");
            }
        }
    }

    /**
     * Refuses other values of a parameter than these.
     *
     * @param wayOut what to do instead
     */
    public void refuseUnless(String name, Set<String> answered, String wayOut) {
        String value = parameters.get(name);
        if (value != null && !answered.contains(value)) {
            throw new SdmxException(
                    Problem.NOT_IMPLEMENTED,
                    name + "=" + value + " is not answered here; "
                            + answered.stream().sorted().collect(Collectors.joining(", ")) + " is. " + wayOut);
        }
    }
}
