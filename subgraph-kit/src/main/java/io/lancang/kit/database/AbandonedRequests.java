package io.lancang.kit.database;

import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;

/** Stops what is done for a request when its client leaves. */
final class AbandonedRequests {
    /** Before everything that could end a request. */
    private static final int FIRST = -1_000_000;

    void watch(@Observes Router router) {
        router.route("/graphql").order(FIRST).handler(request -> {
            RunningStatements statements = RunningStatements.begin();
            request.addEndHandler(ended -> {
                if (ended.failed()) {
                    statements.abandon();
                }
            });
            request.next();
        });
    }
}
