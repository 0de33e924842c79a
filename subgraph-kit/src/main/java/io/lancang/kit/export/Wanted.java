package io.lancang.kit.export;

import io.lancang.kit.representation.ByteRange;
import io.lancang.kit.representation.Conditions;
import io.lancang.kit.representation.ContentCoding;
import io.lancang.kit.representation.Validator;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * In which form a client wants a file.
 *
 * @param coding how it is packed; a file of which a part is asked for is not
 * @param part what is asked for of it; null for all
 * @param conditions what the client has of it
 */
record Wanted(ContentCoding coding, @Nullable ByteRange part, Conditions conditions) {
    static Wanted of(HttpServerRequest request) {
        String accepted = request.getHeader("accept-encoding");
        Optional<ByteRange> part =
                ByteRange.asked(request.getHeader("range")).filter(asked -> ContentCoding.takesIdentity(accepted));
        return new Wanted(
                part.isPresent() ? ContentCoding.IDENTITY : ContentCoding.of(accepted),
                part.orElse(null),
                Conditions.of(request.headers()));
    }

    /** The part that is to be sent of this version of the file; empty for all. */
    Optional<ByteRange> partOf(Validator validator) {
        return Optional.ofNullable(part).filter(asked -> conditions.continueWith(validator));
    }

    /** Whether the client has this version. */
    boolean isKnown(Validator validator) {
        return conditions.know(validator, coding);
    }
}
