package io.lancang.gateway.request;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.regex.Pattern;

/**
 * What is wrong with a text that is no JSON, for the client that sent it. The parser's messages also advise whoever configures
 * the parser ("enable `JsonReadFeature…`", "from `StreamReadConstraints…`"), which a client cannot do.
 */
final class JsonProblem {
    private static final Pattern ADVICE = Pattern.compile(
            ": enable `[^`]*` to allow| \\(not recognized as one since Feature [^)]*\\)|, from `[^`]*`");

    /** A place, with what the parser calls its source. */
    private static final Pattern START = Pattern.compile("\\[Source: .*?; line: (\\d+), column: (\\d+)]");

    private JsonProblem() {}

    /** The problem and its place, without a full stop. */
    static String of(JsonProcessingException malformed) {
        String withoutAdvice =
                ADVICE.matcher(String.valueOf(malformed.getOriginalMessage())).replaceAll("");
        String problem = START.matcher(withoutAdvice).replaceAll("line $1, column $2");
        JsonLocation place = malformed.getLocation();
        return place == null ? problem : problem + " at line " + place.getLineNr() + ", column " + place.getColumnNr();
    }
}
