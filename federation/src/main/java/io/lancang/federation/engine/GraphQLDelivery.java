package io.lancang.federation.engine;

import io.lancang.federation.execute.answer.AnswerPart;
import io.lancang.federation.execute.answer.GraphQLResponse;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** How an operation is answered. */
public sealed interface GraphQLDelivery {
    /** At once, because the client takes it so, nothing is deferred, or the request is refused. */
    record Whole(CompletionStage<GraphQLResponse> answer) implements GraphQLDelivery {}

    /**
     * In parts.
     *
     * @param parts the first is an {@link AnswerPart.Primary}. It can be subscribed to once; nothing is sent to subgraphs
     *     before. Deferred fragments that become known while no part is wanted come together in the next one. Who cancels
     *     gets no more parts, and subgraphs get no more requests. It fails only because of a defect of the engine
     */
    record InParts(Flow.Publisher<AnswerPart> parts) implements GraphQLDelivery {}
}
