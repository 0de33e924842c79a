package io.lancang.kit.error;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An argument whose value is not of its type, in words for whoever sent it. The GraphQL extension tells of it with names of
 * classes.
 *
 * @param message names the argument and its value
 * @param hint how the value is written
 */
record UnreadArgument(String message, String hint) {
    private static final Pattern MESSAGE = Pattern.compile(
            "argument '(?<argument>.*?)' with value '(?<value>.*)' is not a valid '(?<type>.*)'", Pattern.DOTALL);
    private static final Pattern LITERAL = Pattern.compile("\\w+Value\\{value='?(?<text>.*?)'?}", Pattern.DOTALL);
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** What the message of the extension tells; empty if it tells of something else. */
    static Optional<UnreadArgument> of(String message) {
        Matcher parts = MESSAGE.matcher(message);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Matcher literal = LITERAL.matcher(parts.group("value"));
        String value = literal.matches() ? literal.group("text") : parts.group("value");
        String start = "`" + parts.group("argument") + "` is '" + sent(value) + "', which ";
        return Optional.of(
                switch (parts.group("type")) {
                    case "Date" -> new UnreadArgument(start + "is no day.", "Write YYYY-MM-DD.");
                    case "DateTime" ->
                        new UnreadArgument(
                                start + "is no moment.", "Write a day, a time and its offset: 2026-01-31T00:00:00Z.");
                    default ->
                        new UnreadArgument(
                                start + "is not as its type demands.",
                                "Days are written YYYY-MM-DD, moments 2026-01-31T00:00:00Z, numbers without quotes.");
                });
    }

    /** The value as it was sent: the extension writes input objects as JSON, with null for every field that was left out. */
    private static String sent(String value) {
        try (JsonReader reader = Json.createReader(new StringReader(value))) {
            return withoutNulls(reader.readObject()).toString();
        } catch (JsonException _) {
            return BLANKS.matcher(value).replaceAll(" ").strip();
        }
    }

    private static JsonValue withoutNulls(JsonValue value) {
        return switch (value) {
            case JsonObject object -> {
                JsonObjectBuilder given = Json.createObjectBuilder();
                object.forEach((name, member) -> {
                    if (member.getValueType() != JsonValue.ValueType.NULL) {
                        given.add(name, withoutNulls(member));
                    }
                });
                yield given.build();
            }
            case JsonArray array ->
                Json.createArrayBuilder(
                                array.stream().map(UnreadArgument::withoutNulls).toList())
                        .build();
            default -> value;
        };
    }
}
