package io.lancang.federation.execute.request;

import static io.lancang.federation.json.JsonScanner.skipSpace;
import static io.lancang.federation.json.JsonScanner.skipToken;
import static io.lancang.federation.json.JsonScanner.skipValue;
import static io.lancang.federation.json.JsonStrings.skipString;

import io.lancang.federation.Piece;
import io.lancang.federation.json.KeyTable;
import io.lancang.federation.json.MalformedJsonException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the parts of a subgraph's answer without reading into them. */
final class AnswerScanner {
    private static final KeyTable ENVELOPE = new KeyTable(List.of("data", "errors"));
    private static final int DATA = 0;
    private static final int ERRORS = 1;

    private AnswerScanner() {}

    /**
     * The two members of an answer that count.
     *
     * @param data null if there is none
     * @param errors null if there are none
     */
    record Envelope(@Nullable Piece data, @Nullable Piece errors) {
        /** Whether there are data to look into. */
        boolean hasData() {
            return data != null && data.isObject();
        }
    }

    /** The members of an answer. */
    static Envelope envelope(byte[] answer) throws MalformedJsonException {
        @Nullable Piece[] found = new Piece[ENVELOPE.size()];
        int end = members(answer, skipSpace(answer, 0), ENVELOPE, found);
        if (skipSpace(answer, end) < answer.length) {
            throw new MalformedJsonException("more than one value", end);
        }
        return new Envelope(found[DATA], found[ERRORS]);
    }

    /**
     * Notes the values of those members of an object whose keys are in the table, and gives the position behind the object.
     *
     * @param at the position of the object
     */
    static int members(byte[] json, int at, KeyTable keys, @Nullable Piece[] found) throws MalformedJsonException {
        int position = skipSpace(json, skipToken(json, at, '{'));
        if (position < json.length && json[position] == '}') {
            return position + 1;
        }
        int expected = 0;
        while (true) {
            int from = position + 1;
            position = skipString(json, position);
            int key = keys.find(json, from, position - 1, expected);
            int value = skipSpace(json, skipToken(json, position, ':'));
            position = skipValue(json, value);
            if (key != KeyTable.MISSING) {
                found[key] = new Piece(json, value, position);
                expected = key + 1;
            }
            position = skipSpace(json, position);
            if (position < json.length && json[position] == '}') {
                return position + 1;
            }
            position = skipSpace(json, skipToken(json, position, ','));
        }
    }

    /** The elements of a list. */
    static List<Piece> elements(Piece list) throws MalformedJsonException {
        byte[] json = list.json();
        List<Piece> elements = new ArrayList<>();
        int position = skipSpace(json, skipToken(json, list.from(), '['));
        if (json[position] == ']') {
            return elements;
        }
        while (true) {
            int end = skipValue(json, position);
            elements.add(new Piece(json, position, end));
            position = skipSpace(json, end);
            if (json[position] == ']') {
                return elements;
            }
            position = skipSpace(json, skipToken(json, position, ','));
        }
    }
}
