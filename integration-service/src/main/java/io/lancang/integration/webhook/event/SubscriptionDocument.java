package io.lancang.integration.webhook.event;

import graphql.language.Argument;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.VariableReference;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A subscription that can go on behind any of its events: its field takes the place by a variable, and its events tell theirs. Whether it
 * fits the graph, and what it costs, the gateway says.
 *
 * @param field the field of the subscription
 * @param afterVariable the name of the variable that takes the place
 * @param place behind which the first event is, by the variables; null if they have none
 * @param variables all of them, as JSON
 */
public record SubscriptionDocument(
        String text,
        String field,
        String afterVariable,
        @Nullable String place,
        String variables) {
    private static final String AFTER = "after";
    private static final String CURSOR = "cursor";
    private static final int LONGEST_PLACE = 256;
    private static final int DEEPEST = 20;

    /**
     * Reads a document.
     *
     * @param variables JSON
     * @param longest how many characters both may have together
     * @throws ServiceException if it is none that can be kept
     */
    public static SubscriptionDocument of(String text, String variables, int longest) {
        if (text.length() + variables.length() > longest) {
            throw new ServiceException(
                    ErrorCode.LIMIT_EXCEEDED,
                    "`document` and `variables` have " + (text.length() + variables.length())
                            + " characters, and may have " + longest + " together.",
                    "Ask for fewer fields, or register several webhooks.");
        }
        Document document = parsed(text);
        List<OperationDefinition> operations = document.getDefinitionsOfType(OperationDefinition.class);
        if (operations.size() != 1
                || operations.getFirst().getOperation() != OperationDefinition.Operation.SUBSCRIPTION) {
            throw ServiceException.badInput(
                    "`document` has " + operations.size()
                            + " operations, of which one must be there, and be a subscription.",
                    "Send one such as subscription($after: ID) { releasePublished(after: $after) { cursor release } }.");
        }
        Field field = onlyField(operations.getFirst().getSelectionSet());
        String variable = variableOf(field);
        requireCursor(document, field);
        JsonObject given = variables(variables);
        return new SubscriptionDocument(text, field.getName(), variable, place(given, variable), given.encode());
    }

    private static Document parsed(String text) {
        try {
            return Parser.parse(ParserEnvironment.newParserEnvironment()
                    .document(text)
                    .parserOptions(ParserOptions.getDefaultParserOptions())
                    .build());
        } catch (InvalidSyntaxException malformed) {
            throw new ServiceException(
                    ErrorCode.GRAPHQL_PARSE_FAILED,
                    "`document` is no GraphQL: " + malformed.getMessage(),
                    "Try it at the gateway's /explorer/ first.");
        }
    }

    private static Field onlyField(SelectionSet selections) {
        if (selections.getSelections().size() == 1
                && selections.getSelections().getFirst() instanceof Field field
                && !field.getName().startsWith("__")) {
            return field;
        }
        throw ServiceException.badInput(
                "`document` selects something else than one field of the subscription.",
                "Select one, outside of fragments.");
    }

    private static String variableOf(Field field) {
        return field.getArguments().stream()
                .filter(argument -> argument.getName().equals(AFTER))
                .map(Argument::getValue)
                .filter(VariableReference.class::isInstance)
                .map(value -> ((VariableReference) value).getName())
                .findFirst()
                .orElseThrow(() -> ServiceException.badInput(
                        "`document` gives `" + field.getName() + "` no `" + AFTER
                                + "` by a variable, so that it could not go on where it stood.",
                        "Write it as subscription($after: ID) { " + field.getName() + "(" + AFTER + ": $after) { "
                                + CURSOR + " … } }."));
    }

    /** Each event must tell its place, by whatever name. */
    private static void requireCursor(Document document, Field field) {
        if (field.getSelectionSet() == null || !selectsCursor(document, field.getSelectionSet(), 0)) {
            throw ServiceException.badInput(
                    "`document` does not select `" + CURSOR + "` of `" + field.getName()
                            + "`, so that nobody would know the place of an event.",
                    "Select it beside the fields that you want.");
        }
    }

    private static boolean selectsCursor(Document document, SelectionSet selections, int depth) {
        return depth < DEEPEST
                && selections.getSelections().stream().anyMatch(selection -> isCursor(document, selection, depth));
    }

    private static boolean isCursor(Document document, Selection<?> selection, int depth) {
        return switch (selection) {
            case Field field -> field.getName().equals(CURSOR);
            case InlineFragment fragment -> selectsCursor(document, fragment.getSelectionSet(), depth + 1);
            case FragmentSpread spread ->
                document.getDefinitionsOfType(FragmentDefinition.class).stream()
                        .filter(fragment -> fragment.getName().equals(spread.getName()))
                        .anyMatch(fragment -> selectsCursor(document, fragment.getSelectionSet(), depth + 1));
            default -> false;
        };
    }

    private static JsonObject variables(String json) {
        try {
            return new JsonObject(json);
        } catch (DecodeException malformed) {
            throw ServiceException.badInput(
                    "`variables` is no object of JSON.", "Send one such as {\"after\": \"12\"}.");
        }
    }

    private static @Nullable String place(JsonObject variables, String variable) {
        Object place = variables.getValue(variable);
        if (place == null) {
            return null;
        }
        String text = place.toString();
        if (!(place instanceof String || place instanceof Number) || text.isBlank() || text.length() > LONGEST_PLACE) {
            throw ServiceException.badInput(
                    "`variables` has something at '" + variable + "' that is no place of an event.",
                    "Give the `cursor` of an event, or the number of a release.");
        }
        return text;
    }

    /** The variables with the place behind which events begin. */
    static JsonObject behind(String variables, String afterVariable, String place) {
        return new JsonObject(variables).put(afterVariable, place);
    }

    /** The place; where there is none, refuses. */
    public String requiredPlace() {
        return Objects.requireNonNullElseGet(place, () -> {
            throw ServiceException.badInput(
                    "`variables` has no '" + afterVariable + "', so that nobody would know which event is the first.",
                    "Give the number of the last release that you have, or \"0\" for all of them.");
        });
    }
}
