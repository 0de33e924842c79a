package io.lancang.kit.representation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Which version of an answer it is. Two answers with the same tag and the same coding have the same bytes.
 *
 * @param tag letters and digits that stand for the version, without quotes
 * @param modified when the answer became what it is, in whole seconds, as HTTP has them
 */
public record Validator(String tag, Instant modified) {
    /** The form of moments in headers (RFC 9110, 5.6.7): two digits of the day, and always GMT. */
    static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** Leaves out parts of a second. */
    public Validator {
        modified = modified.truncatedTo(ChronoUnit.SECONDS);
    }

    /** The strong tag of the answer in a coding, with quotes: other bytes have another tag. */
    public String etag(ContentCoding coding) {
        return "\"" + tag + coding.suffix() + "\"";
    }

    /** The header {@code Last-Modified}. */
    public String lastModified() {
        return HTTP_DATE.format(modified);
    }
}
