package org.example.lancang;

import io.lancang.gateway.api.AnswerError;
import io.lancang.gateway.api.AnswerExtension;
import io.lancang.gateway.api.ClientAnswer;
import io.lancang.gateway.api.ClientOperation;
import io.lancang.gateway.api.ErrorExtension;
import io.lancang.gateway.api.FromSubgraphExtension;
import io.lancang.gateway.api.HeaderValues;
import io.lancang.gateway.api.OutgoingHeaderValues;
import io.lancang.gateway.api.PlanExtension;
import io.lancang.gateway.api.PlannedOperation;
import io.lancang.gateway.api.RequestContext;
import io.lancang.gateway.api.RequestExtension;
import io.lancang.gateway.api.ToSubgraphExtension;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Beans for tests: they write into {@code X-Way} where a request passed, and fail where its header {@code X-Fail} says. */
final class Observers {
    private Observers() {}

    private static <T> Uni<T> passed(String point, RequestContext context, T value) {
        if (context.headers("X-Fail").contains(point)) {
            return Uni.createFrom().failure(new IllegalStateException("as the test wants"));
        }
        Object before = context.attributes().getOrDefault("way", "");
        context.attributes().put("way", before + point + " ");
        context.answerHeader("X-Way", context.attributes().get("way").toString());
        // On another thread: the gateway has to find back to the event loop.
        return Uni.createFrom().item(value).onItem().delayIt().by(Duration.ofMillis(1));
    }

    private static Uni<Void> passed(String point, RequestContext context) {
        return passed(point, context, "").replaceWithVoid();
    }

    @ApplicationScoped
    @Priority(10)
    static class Last implements RequestExtension {
        @Override
        public Uni<ClientOperation> onRequest(ClientOperation operation, RequestContext context) {
            return passed("last", context, operation);
        }
    }

    @Singleton
    @Priority(20)
    static class First implements RequestExtension {
        @Override
        public Uni<ClientOperation> onRequest(ClientOperation operation, RequestContext context) {
            return passed(
                    "first",
                    context,
                    context.headers("X-Customer").isEmpty()
                            ? operation
                            : operation.withVariable(
                                    "id", context.headers("X-Customer").getFirst()));
        }
    }

    @Singleton
    static class Everywhere
            implements PlanExtension, ToSubgraphExtension, FromSubgraphExtension, ErrorExtension, AnswerExtension {
        @Override
        public Uni<Void> onPlan(PlannedOperation operation, RequestContext context) {
            return passed(
                    "plan:" + operation.type() + ":"
                            + operation.fields().getFirst().coordinates() + ":"
                            + operation.plan().contains("shop"),
                    context);
        }

        @Override
        public Uni<Void> toSubgraph(String subgraph, OutgoingHeaderValues headers, RequestContext context) {
            return passed("to", context);
        }

        @Override
        public Uni<Void> fromSubgraph(String subgraph, HeaderValues headers, RequestContext context) {
            return passed("from:" + headers.get("x-shelf").getFirst(), context);
        }

        @Override
        public Uni<AnswerError> onError(AnswerError error, RequestContext context) {
            return passed("error", context, error.withExtension("seen", true));
        }

        @Override
        public Uni<ClientAnswer> onAnswer(ClientAnswer answer, RequestContext context) {
            return passed("answer", context, answer);
        }
    }
}
