package io.lancang.standalone.siege.wire;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server answered.
 *
 * @param status the HTTP status
 * @param headers by name in lower case; of a repeated header the last value
 * @param body the beginning of the body, as far as it is kept
 * @param length the length of the whole body in bytes
 */
public record HttpAnswer(int status, Map<String, String> headers, String body, long length) {
    private static final Pattern CODE = Pattern.compile("\"code\"\\s*:\\s*\"([A-Z][A-Z_]+)\"");
    private static final long LARGE = 1 << 20;

    /** The answer in a few words: the status, the first error's code, and the size of a large body. */
    public String outcome() {
        StringBuilder outcome = new StringBuilder(Integer.toString(status));
        if (body.contains("\"errors\"")) {
            Matcher code = CODE.matcher(body);
            outcome.append(' ').append(code.find() ? code.group(1) : "error without a code");
        }
        if (length > LARGE) {
            outcome.append(" (").append(Math.round((double) length / LARGE)).append(" MB)");
        }
        return outcome.toString();
    }

    /** Whether it is data without any error. */
    public boolean isGood() {
        return status == 200 && body.contains("\"data\"") && !body.contains("\"errors\"");
    }

    /** Whether the server closes the connection behind it. */
    public boolean closes() {
        return "close".equalsIgnoreCase(headers.getOrDefault("connection", ""));
    }
}
