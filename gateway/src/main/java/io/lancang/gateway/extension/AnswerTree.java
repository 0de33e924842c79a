package io.lancang.gateway.extension;

import io.lancang.federation.GraphQLResponse;
import io.lancang.federation.GraphQLResponse.Outcome;
import io.lancang.federation.json.ByteSink;
import io.lancang.federation.json.JsonValues;
import io.lancang.federation.json.JsonWriter;
import io.lancang.federation.json.MalformedJsonException;
import io.lancang.gateway.api.AnswerError;
import io.lancang.gateway.api.ClientAnswer;
import io.lancang.gateway.api.SelectedField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Between the bytes of an answer and what extensions see of it. */
final class AnswerTree {
    private static final String DATA = "data";
    private static final String ERRORS = "errors";
    private static final String EXTENSIONS = "extensions";
    private static final String MESSAGE = "message";
    private static final String PATH = "path";

    private AnswerTree() {}

    /** @throws IllegalStateException if the answer is none of the engine's */
    static ClientAnswer read(GraphQLResponse answer, List<SelectedField> fields) {
        try {
            Map<String, @Nullable Object> members = object(JsonValues.parse(answer.body(), 0, answer.length()));
            List<AnswerError> errors = new ArrayList<>();
            if (members.get(ERRORS) instanceof List<?> list) {
                list.forEach(each -> errors.add(error(object(each))));
            }
            return new ClientAnswer(
                    members.get(DATA) == null ? null : object(members.get(DATA)),
                    errors,
                    object(members.get(EXTENSIONS)),
                    fields);
        } catch (MalformedJsonException e) {
            throw new IllegalStateException("The engine's own answer is no JSON", e);
        }
    }

    private static AnswerError error(Map<String, @Nullable Object> members) {
        Map<String, @Nullable Object> rest = new LinkedHashMap<>(members);
        rest.keySet().removeAll(List.of(MESSAGE, PATH, EXTENSIONS));
        List<Object> path = members.get(PATH) instanceof List<?> list ? new ArrayList<Object>(list) : List.of();
        return new AnswerError(String.valueOf(members.get(MESSAGE)), path, object(members.get(EXTENSIONS)), rest);
    }

    private static Map<String, @Nullable Object> object(@Nullable Object value) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, member) -> members.put(String.valueOf(name), member));
        }
        return members;
    }

    /**
     * The answer as bytes, with the members in the engine's order.
     *
     * @param before how it ended before extensions saw it: one that was refused stays refused and has no data
     */
    static GraphQLResponse write(ClientAnswer answer, Outcome before) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        if (before != Outcome.REQUEST_ERROR) {
            members.put(DATA, answer.data());
        }
        if (!answer.errors().isEmpty()) {
            members.put(
                    ERRORS, answer.errors().stream().map(AnswerTree::members).toList());
        }
        if (!answer.extensions().isEmpty()) {
            members.put(EXTENSIONS, answer.extensions());
        }
        ByteSink sink = new ByteSink(1024);
        JsonWriter.write(members, sink);
        Outcome outcome = before == Outcome.REQUEST_ERROR
                ? before
                : answer.errors().isEmpty() ? Outcome.DATA : Outcome.DATA_WITH_ERRORS;
        List<String> codes = answer.errors().stream()
                .map(error -> String.valueOf(error.extensions().get("code")))
                .toList();
        return new GraphQLResponse(outcome, sink.bytes(), sink.length(), GraphQLResponse.counted(codes));
    }

    private static Map<String, @Nullable Object> members(AnswerError error) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put(MESSAGE, error.message());
        members.putAll(error.rest());
        if (!error.path().isEmpty()) {
            members.put(PATH, error.path());
        }
        if (!error.extensions().isEmpty()) {
            members.put(EXTENSIONS, error.extensions());
        }
        return members;
    }
}
