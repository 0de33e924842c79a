package io.lancang.gateway.http.body;

import io.lancang.gateway.limits.BytePot;

/**
 * The body of a request, which counts among the bytes that clients hold until it is released.
 *
 * @param bytes must not change
 * @param pot from which the bytes were taken
 */
public record ReceivedBody(byte[] bytes, BytePot pot) {
    /** To be called once, when the request is answered. */
    public void release() {
        pot.giveBack(bytes.length);
    }
}
