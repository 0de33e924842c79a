package io.lancang.gateway.http.format;

import io.lancang.gateway.request.Problem;
import io.vertx.core.buffer.Buffer;

/** How a stream of answers becomes the body of one HTTP response. Immutable. */
public interface StreamEncoding {
    /** What the body begins with, so that the client sees at once that it is connected. */
    Buffer begin();

    /**
     * One answer.
     *
     * @param answer holds a GraphQL response in its first {@code length} bytes
     */
    Buffer next(byte[] answer, int length);

    /** That there will be no further answer because of a problem; {@link #end()} follows. */
    Buffer failed(Problem problem);

    /** What shows that a quiet stream is alive. */
    Buffer keepAlive();

    /** The end of the body. */
    Buffer end();
}
