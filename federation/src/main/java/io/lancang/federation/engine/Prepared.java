package io.lancang.federation.engine;

import io.lancang.federation.AnswerPart;
import io.lancang.federation.GraphQLResponse;
import io.lancang.federation.SubgraphException;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What became of a request: it may run, in one of three ways, and nothing has been sent to a subgraph yet; or it may not. */
public sealed interface Prepared {
    /**
     * It may not run.
     *
     * @param answer says why
     */
    record Refused(GraphQLResponse answer) implements Prepared {}

    /** It has one answer, whole. */
    final class Single implements Prepared {
        private final Function<Supplier<Map<String, @Nullable Object>>, CompletionStage<GraphQLResponse>> running;

        Single(Function<Supplier<Map<String, @Nullable Object>>, CompletionStage<GraphQLResponse>> running) {
            this.running = running;
        }

        /**
         * Runs it, each time anew. The stage completes on the thread that takes in the last subgraph's answer, which may be the caller's;
         * exceptionally only for a defect of the engine.
         */
        public CompletionStage<GraphQLResponse> execute() {
            return execute(() -> Map.of());
        }

        /**
         * As {@link #execute()}, with more to say in the answer's {@code extensions}.
         *
         * @param extensions asked for once, when all subgraphs have answered and everything before {@code extensions} is written: JSON
         *     values by name, which come after those of the engine. An answer that is too large says none
         */
        public CompletionStage<GraphQLResponse> execute(Supplier<Map<String, @Nullable Object>> extensions) {
            return running.apply(extensions);
        }
    }

    /**
     * It has one answer, which comes in parts.
     *
     * @param parts the first is an {@link AnswerPart.Primary}. It can be subscribed to once; nothing is sent to subgraphs
     *     before. Deferred fragments that become known while no part is wanted come together in the next one. Who cancels
     *     gets no more parts, and subgraphs get no more requests. It fails only because of a defect of the engine
     */
    record InParts(Flow.Publisher<AnswerPart> parts) implements Prepared {}

    /**
     * It is a subscription.
     *
     * @param subgraph whose events these are
     * @param answers one answer an event. Every subscriber opens a stream of its own at the subgraph, which is cancelled with
     *     it. The stream completes when the subgraph completes it, and fails with a {@link SubgraphException} if the subgraph
     *     breaks it off; whatever is wrong with a single event is an error of its answer
     */
    record Events(String subgraph, Flow.Publisher<GraphQLResponse> answers) implements Prepared {}
}
