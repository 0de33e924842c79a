package io.lancang.kit.export;

import io.lancang.kit.error.ServiceException;
import io.lancang.kit.error.Suggestions;
import io.lancang.kit.error.Suggestions.Candidate;
import io.vertx.core.MultiMap;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of an address. What cannot be read is BAD_USER_INPUT with the name, the value and the rule. */
public final class Parameters {
    private final MultiMap given;
    private final Set<String> known = new TreeSet<>();

    /** @param given those of a request */
    public Parameters(MultiMap given) {
        this.given = given;
    }

    /** Refuses parameters that nothing has asked for: a misspelt condition would be one that is not applied. */
    public void refuseOthers() {
        for (String name : given.names()) {
            if (!known.contains(name)) {
                throw unknown(name);
            }
        }
    }

    private ServiceException unknown(String name) {
        String hint = Suggestions.hint(
                name, known.stream().map(each -> new Candidate(each, each)).toList());
        String all = "There are " + String.join(", ", known) + ".";
        return ServiceException.badInput(
                "There is no parameter '" + name + "'.", hint == null ? all : hint + " " + all);
    }

    /** Texts that were given one a parameter or several with commas between them; null if none. */
    public @Nullable List<String> texts(String name) {
        known.add(name);
        List<String> texts = given.getAll(name).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
        return texts.isEmpty() ? null : texts;
    }

    /** A whole number; null if none is given. */
    public @Nullable Integer integer(String name) {
        return read(name, Integer::valueOf, "a whole number, such as 2024");
    }

    /** A number; null if none is given. */
    public @Nullable Double number(String name) {
        return read(name, Double::valueOf, "a number, such as 1000000");
    }

    /** A moment with its offset from UTC; null if none is given. */
    public @Nullable OffsetDateTime moment(String name) {
        return read(name, OffsetDateTime::parse, "a moment, such as 2026-01-31T12:00:00Z");
    }

    /** True or false; null if none is given. */
    public @Nullable Boolean decision(String name) {
        return read(name, Parameters::decisionOf, "true or false");
    }

    private static Boolean decisionOf(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    /** One of the constants of a type, by its name; null if none is given. */
    public <E extends Enum<E>> @Nullable E one(String name, Class<E> type) {
        String text = single(name);
        return text == null ? null : constant(name, text, type);
    }

    /** Constants of a type; null if none is given. */
    public <E extends Enum<E>> @Nullable List<E> several(String name, Class<E> type) {
        List<String> texts = texts(name);
        return texts == null
                ? null
                : texts.stream().map(text -> constant(name, text, type)).toList();
    }

    private static <E extends Enum<E>> E constant(String name, String text, Class<E> type) {
        Optional<E> found = Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst();
        return found.orElseThrow(() -> ServiceException.badInput(
                "`" + name + "` is '" + text + "'.",
                "It is one of "
                        + Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "))
                        + "."));
    }

    private <T> @Nullable T read(String name, Function<String, T> reader, String rule) {
        String text = single(name);
        if (text == null) {
            return null;
        }
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | DateTimeParseException unreadable) {
            throw ServiceException.badInput("`" + name + "` is '" + text + "'.", "It has to be " + rule + ".");
        }
    }

    private @Nullable String single(String name) {
        known.add(name);
        List<String> values = given.getAll(name);
        if (values.size() > 1) {
            throw ServiceException.badInput(
                    "`" + name + "` is given " + values.size() + " times.", "Send it once, or not at all.");
        }
        return values.isEmpty() || values.getFirst().isBlank()
                ? null
                : values.getFirst().strip();
    }
}
