package io.lancang.kit.representation;

import io.vertx.core.MultiMap;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a client has already, as its headers say (RFC 9110, 13).
 *
 * @param ifNoneMatch {@code If-None-Match}, all of them with commas between; null for none
 * @param ifModifiedSince {@code If-Modified-Since}
 * @param ifRange {@code If-Range}
 */
public record Conditions(
        @Nullable String ifNoneMatch,
        @Nullable String ifModifiedSince,
        @Nullable String ifRange) {
    private static final Pattern TAG = Pattern.compile("(?:W/)?(\"[^\"]*\")");

    /** The conditions of a request. */
    public static Conditions of(MultiMap headers) {
        List<String> tags = headers.getAll("if-none-match");
        return new Conditions(
                tags.isEmpty() ? null : String.join(",", tags),
                headers.get("if-modified-since"),
                headers.get("if-range"));
    }

    /** Whether an answer might be one that the client has. */
    public boolean areAny() {
        return ifNoneMatch != null || ifModifiedSince != null;
    }

    /** Whether the client has this answer. A moment counts only where no tag is named. */
    public boolean know(Validator validator, ContentCoding coding) {
        return ifNoneMatch == null ? isOlder(validator) : isNamed(ifNoneMatch, validator.etag(coding));
    }

    private static boolean isNamed(String tags, String etag) {
        if (tags.strip().equals("*")) {
            return true;
        }
        Matcher tag = TAG.matcher(tags);
        while (tag.find()) {
            if (tag.group(1).equals(etag)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOlder(Validator validator) {
        return moment(ifModifiedSince)
                .filter(since -> !validator.modified().isAfter(since))
                .isPresent();
    }

    private static Optional<Instant> moment(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.from(Validator.HTTP_DATE.parse(text.strip())));
        } catch (DateTimeParseException unreadable) {
            // RFC 9110, 13.1.3: such a condition is ignored.
            return Optional.empty();
        }
    }

    /**
     * Whether a part of this answer belongs to what the client has. A moment is no proof of that, since a title may have changed without
     * a release: then the whole is sent.
     */
    public boolean continueWith(Validator validator) {
        return ifRange == null || ifRange.strip().equals(validator.etag(ContentCoding.IDENTITY));
    }
}
