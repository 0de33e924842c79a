package io.lancang.standalone.soak;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a client got in place of an answer.
 *
 * @param status of HTTP; 0 if there was none, because the connection broke twice
 * @param code as the error says; {@code WRONG} for an answer that is none of these and not right, {@code STALE} for one that is too old
 * @param subgraph whose error it is; empty if that is not said
 * @param text what came
 */
record Failure(int status, String code, String subgraph, String text) {
    private static final Pattern CODE = Pattern.compile("\"code\"\\s*:\\s*\"([A-Z_]+)\"");
    private static final Pattern SERVICE = Pattern.compile("\"service\"\\s*:\\s*\"([^\"]+)\"");
    private static final int LONGEST = 400;

    static final String WRONG = "WRONG";
    static final String STALE = "STALE";
    static final String BROKEN = "BROKEN";

    Failure {
        text = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    /** Reads an answer that has errors, or a status that says so. */
    static Failure of(int status, String body) {
        // The error, not the data before it.
        int errors = body.indexOf("\"errors\"");
        String told = errors < 0 ? body : body.substring(errors);
        return new Failure(status, first(CODE, told, WRONG), first(SERVICE, told, ""), told);
    }

    /** The connection broke, and that of the second attempt as well. */
    static Failure broken(Throwable failure) {
        return new Failure(0, BROKEN, "", failure.toString());
    }

    private static String first(Pattern pattern, String text, String otherwise) {
        Matcher found = pattern.matcher(text);
        return found.find() ? found.group(1) : otherwise;
    }
}
