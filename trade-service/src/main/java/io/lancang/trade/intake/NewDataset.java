package io.lancang.trade.intake;

import io.lancang.kit.error.ServiceException;
import io.lancang.trade.catalogue.DatasetText;
import io.lancang.trade.catalogue.DatasetTitle;
import io.lancang.trade.edit.DatasetDescription;
import io.lancang.trade.edit.DatasetEdits;
import io.lancang.trade.edit.NewSource;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody tells about a dataset before loading it. Its texts and its source have the rules that the mutations have.
 *
 * @param code stable id
 * @param missing what is known to be missing; null if nothing is
 * @param precedence its place among datasets; null leaves it where it is, and a new one without any
 * @param source where its figures are from, unless a figure says otherwise
 */
record NewDataset(
        String code,
        @DatasetTitle String title,

        @NotBlank(message = "must not be blank") @DatasetText
        String definition,

        @Nullable @DatasetText String missing,
        @Nullable Integer precedence,
        @Valid NewSource source) {
    private static final String PRECEDENCE = "precedence";
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]{1,62}");

    NewDataset {
        if (!CODE.matcher(code).matches()) {
            throw ServiceException.badInput(
                    "'" + code + "' is no code of a dataset.",
                    "Use 2 to 63 small letters, digits and underscores, a letter first.");
        }
    }

    /** Reads {@code {"title", "definition", "missing", "precedence", "source": {"id", "title", "locator", "licence", "date"}}}. */
    static NewDataset of(String code, JsonObject given) {
        if (!(given.get("source") instanceof JsonObject source)) {
            throw missing("source");
        }
        return new NewDataset(
                code,
                text(given, "title"),
                text(given, "definition"),
                optional(given, "missing"),
                precedence(given),
                new NewSource(
                        text(source, "id"),
                        text(source, "title"),
                        optional(source, "locator"),
                        optional(source, "licence"),
                        optional(source, "date")));
    }

    /** What is said about it, as the mutation {@code describeDataset} takes it. */
    DatasetDescription description() {
        return new DatasetDescription(code, title, definition, missing, source.id());
    }

    private static String text(JsonObject given, String name) {
        String value = optional(given, name);
        if (value == null) {
            throw missing(name);
        }
        return value;
    }

    private static @Nullable String optional(JsonObject given, String name) {
        return switch (given.get(name)) {
            case null -> null;
            case JsonString text when text.getString().indexOf(0) < 0 -> text.getString();
            case JsonString _ ->
                throw ServiceException.badInput("'" + name + "' has the character NUL.", "Leave it out.");
            case JsonValue value when value.equals(JsonValue.NULL) -> null;
            default -> throw ServiceException.badInput("'" + name + "' is no text.", "Send a string.");
        };
    }

    private static @Nullable Integer precedence(JsonObject given) {
        return switch (given.get(PRECEDENCE)) {
            case null -> null;
            case JsonNumber number
            when number.isIntegral() && Math.abs(number.doubleValue()) <= Integer.MAX_VALUE -> {
                DatasetEdits.checkPrecedence(number.intValue());
                yield number.intValue();
            }
            case JsonValue value when value.equals(JsonValue.NULL) -> null;
            default ->
                throw ServiceException.badInput(
                        "'" + PRECEDENCE + "' is " + given.get(PRECEDENCE) + ", which is no whole number.",
                        "Send a number from 1, which comes first.");
        };
    }

    private static ServiceException missing(String name) {
        return ServiceException.badInput(
                "'" + name + "' is missing.",
                "Send title, definition and source with id and title; missing, and the source's locator, licence and"
                        + " date if known.");
    }
}
