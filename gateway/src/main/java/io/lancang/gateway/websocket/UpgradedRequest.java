package io.lancang.gateway.websocket;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.vertx.http.runtime.filters.QuarkusRequestWrapper;
import io.vertx.core.http.HttpServerRequest;
import java.lang.reflect.Method;

/**
 * The end of a request that became a WebSocket. Quarkus counts requests until their response ends, to wait for them when it
 * shuts down; that of a WebSocket never ends, so that each one ever opened would hold every shutdown up until its time is
 * over. There is no public way to say that such a request is done, hence the reflection.
 */
@RegisterForReflection(targets = QuarkusRequestWrapper.class, fields = false)
final class UpgradedRequest {
    private final Method done;

    UpgradedRequest() {
        try {
            done = QuarkusRequestWrapper.class.getDeclaredMethod("done");
            done.setAccessible(true);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("This version of Quarkus counts requests in another way", e);
        }
    }

    /** Has Quarkus count the request no more. To be called when its WebSocket is closed. */
    void ended(HttpServerRequest request) {
        try {
            done.invoke(QuarkusRequestWrapper.get(request));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Quarkus failed to take note of the end of a request", e);
        }
    }
}
