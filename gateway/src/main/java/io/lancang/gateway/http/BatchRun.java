package io.lancang.gateway.http;

import io.lancang.federation.GraphQLResponse;
import io.lancang.federation.OperationType;
import io.lancang.federation.engine.Delivery;
import io.lancang.gateway.http.answer.Exchange;
import io.lancang.gateway.operation.ClientRequests;
import io.lancang.gateway.operation.OperationRunner;
import io.lancang.gateway.operation.Outcome;
import io.lancang.gateway.operation.RequestReports;
import io.lancang.gateway.operation.RequestSource;
import io.lancang.gateway.operation.TransportRules;
import io.lancang.gateway.request.BatchParser;
import io.lancang.gateway.request.ErrorJson;
import io.lancang.gateway.request.Refusal;
import io.lancang.gateway.request.RefusedException;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.lancang.gateway.telemetry.RequestOutcome;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operations of one request, which run side by side, and their answers in the same order. Belongs to one event loop. */
final class BatchRun {
    /** A batch is answered in one piece, and by POST alone. */
    private static final TransportRules RULES = type -> {
        if (type == OperationType.SUBSCRIPTION) {
            throw new RefusedException(Refusal.subscriptionInBatch());
        }
    };

    private final Exchange exchange;
    private final Rules rules;
    private final List<ClientRequest> asking = new ArrayList<>();
    private byte[] @Nullable [] answers = new byte[0][];
    private long length;
    private final Map<String, Integer> errors = new LinkedHashMap<>();
    private boolean hasErrors;
    private boolean isLeft;

    /**
     * What holds for all batches.
     *
     * @param reports counts each operation
     * @param maximumOperations of one batch
     * @param maximumNames of one batch
     * @param maximumBytes of its answers together
     */
    record Rules(
            OperationRunner operations,
            ClientRequests clients,
            RequestReports reports,
            int maximumOperations,
            int maximumNames,
            long maximumBytes) {}

    private BatchRun(Exchange exchange, Rules rules) {
        this.exchange = exchange;
        this.rules = rules;
    }

    /** Runs a batch and answers it; fails with a {@link RefusedException} if it is refused as a whole. */
    static Future<Void> run(Exchange exchange, byte[] body, Rules rules) {
        List<byte[]> operations;
        try {
            operations = BatchParser.split(body, rules.maximumOperations(), rules.maximumNames());
        } catch (RefusedException refused) {
            return Future.failedFuture(refused);
        }
        return new BatchRun(exchange, rules).run(operations);
    }

    private Future<Void> run(List<byte[]> operations) {
        answers = new byte[operations.size()][];
        exchange.request().response().closeHandler(ignored -> leave());
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < operations.size(); i++) {
            running.add(run(i, operations.get(i)));
        }
        return Future.join(running).map(ignored -> {
            answer();
            return null;
        });
    }

    private Future<?> run(int index, byte[] operation) {
        return rules.clients()
                .of(exchange.client(), exchange.request().headers())
                .compose(client -> {
                    asking.add(client.asking(exchange.contract()));
                    if (isLeft) {
                        client.abandon();
                    }
                    RequestSource source = new RequestSource.Body(operation, rules.maximumNames());
                    long begin = System.nanoTime();
                    return rules.operations()
                            .run(source, client, Delivery.WHOLE, RULES)
                            // The last of them to be answered has the latest figures.
                            .onComplete(ignored -> exchange.show(client.spending()))
                            .onComplete(end -> rules.reports()
                                    .count(client, RequestReports.Ending.of(end, System.nanoTime() - begin)));
                })
                .map(outcome -> {
                    take(index, outcome);
                    return null;
                })
                .recover(failure -> {
                    if (failure instanceof RefusedException refused) {
                        refuse(index, refused.refusal());
                        return Future.succeededFuture();
                    }
                    return Future.failedFuture(failure);
                });
    }

    private void take(int index, Outcome outcome) {
        if (!(outcome instanceof Outcome.Answered(GraphQLResponse answer))) {
            throw new IllegalStateException("Only whole answers come of a batch, not " + outcome);
        }
        if (length + answer.length() > rules.maximumBytes()) {
            refuse(index, Refusal.batchAnswersTooLarge(rules.maximumBytes()));
            return;
        }
        length += answer.length();
        hasErrors |= answer.outcome() != GraphQLResponse.Outcome.DATA;
        answer.errors().forEach(this::note);
        answers[index] = Arrays.copyOf(answer.body(), answer.length());
    }

    private void refuse(int index, Refusal refusal) {
        hasErrors = true;
        note(refusal.code(), 1);
        answers[index] = ErrorJson.response(refusal.problem());
    }

    private void note(String code, int count) {
        errors.merge(code, count, Integer::sum);
    }

    private void answer() {
        Buffer all = Buffer.buffer((int) length + 64).appendByte((byte) '[');
        for (int i = 0; i < answers.length; i++) {
            byte[] each = answers[i];
            if (each == null) {
                throw new IllegalStateException("There is no answer to operation " + i);
            }
            if (i > 0) {
                all.appendByte((byte) ',');
            }
            all.appendBytes(each);
        }
        exchange.answerBatch(
                all.appendByte((byte) ']'), hasErrors ? RequestOutcome.DATA_WITH_ERRORS : RequestOutcome.DATA, errors);
    }

    private void leave() {
        isLeft = true;
        asking.forEach(ClientRequest::abandon);
    }
}
