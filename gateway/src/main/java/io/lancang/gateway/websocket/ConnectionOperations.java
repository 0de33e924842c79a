package io.lancang.gateway.websocket;

import io.lancang.federation.GraphQLResponse;
import io.lancang.federation.engine.Delivery;
import io.lancang.gateway.operation.ClientRequests;
import io.lancang.gateway.operation.Outcome;
import io.lancang.gateway.operation.RequestReports;
import io.lancang.gateway.operation.RequestSource;
import io.lancang.gateway.protocol.Message;
import io.lancang.gateway.protocol.MessageType;
import io.lancang.gateway.protocol.MessageWriter;
import io.lancang.gateway.request.Endpoint;
import io.lancang.gateway.request.ErrorJson;
import io.lancang.gateway.request.Problem;
import io.lancang.gateway.request.Refusal;
import io.lancang.gateway.request.RefusedException;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.lancang.gateway.subscription.AnswerSink;
import io.lancang.gateway.subscription.ClientStream;
import io.lancang.gateway.telemetry.RequestOutcome;
import io.lancang.gateway.telemetry.SubscriptionEnd;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.logging.Logger;

/** The operations that run on one connection, by the ids that the client gave them. Belongs to its event loop. */
final class ConnectionOperations {
    private static final Logger LOG = Logger.getLogger(ConnectionOperations.class);
    /** In place of a method of HTTP, in the access log. */
    private static final String METHOD = "WEBSOCKET";

    private static final byte[] NO_PAYLOAD = {};

    private final Connection connection;
    private final ClientRequests.Origin origin;
    private final Surroundings surroundings;
    private final Map<String, RunningOperation> running = new LinkedHashMap<>();
    /**
     * How many wait for their answers, those included that the client has ended and that are not gone: what they began at subgraphs
     * may go on, and connections wait to be closed.
     */
    private int unanswered;

    ConnectionOperations(Connection connection, ClientRequests.Origin origin, Surroundings surroundings) {
        this.connection = connection;
        this.origin = origin;
        this.surroundings = surroundings;
    }

    boolean isIdle() {
        return running.isEmpty();
    }

    /** Whether so many operations wait for their answers that no other is to be begun. */
    boolean isFull() {
        return unanswered >= Math.max(1, surroundings.settings().maxUnansweredPerConnection());
    }

    /** Runs the operation of a message {@code subscribe}. */
    void start(Message message) {
        String id = Objects.requireNonNull(message.id(), "the reader refuses it without an id");
        int maximum = surroundings.settings().maxPerConnection();
        if (running.containsKey(id)) {
            connection.close(CloseCode.SUBSCRIBER_EXISTS, "Subscriber for this id already exists");
        } else if (connection.isLeaving()) {
            refuse(id, Refusal.shuttingDown());
        } else if (running.size() >= maximum) {
            refuse(id, WebSocketRefusals.tooManyOperations(maximum));
        } else {
            run(id, message.payload() == null ? NO_PAYLOAD : message.payload());
        }
    }

    private void run(String id, byte[] payload) {
        long begin = System.nanoTime();
        ClientRequest client = origin.begin().asking(surroundings.contract());
        RunningOperation operation = new RunningOperation(client);
        running.put(id, operation);
        unanswered++;
        surroundings
                .runner()
                .run(new RequestSource.Body(payload, surroundings.maximumNames()), client, Delivery.WHOLE, type -> {})
                .onComplete(ignored -> settle())
                .onSuccess(outcome -> {
                    switch (outcome) {
                        case Outcome.Answered(GraphQLResponse answer) -> answered(id, operation, answer, begin);
                        case Outcome.Subscribed(ClientStream stream) -> subscribed(id, operation, stream, begin);
                        // Whoever asks over a WebSocket takes its answer at once.
                        case Outcome.InParts parts ->
                            throw new IllegalStateException("an answer in parts that nobody asked for");
                    }
                })
                .onFailure(failure -> failed(id, operation, failure, begin));
    }

    private void answered(String id, RunningOperation operation, GraphQLResponse answer, long begin) {
        if (!ended(id, operation)) {
            count(operation, RequestOutcome.ABANDONED, begin, Map.of(), 0);
            return;
        }
        switch (answer.outcome()) {
            case DATA, DATA_WITH_ERRORS -> {
                connection.send(MessageWriter.about(id, MessageType.NEXT, answer.body(), answer.length()));
                connection.send(MessageWriter.about(id, MessageType.COMPLETE));
            }
            case REQUEST_ERROR -> connection.send(MessageWriter.about(id, MessageType.ERROR, ErrorLists.of(answer)));
        }
        count(operation, RequestReports.Ending.outcome(answer), begin, answer.errors(), answer.length());
        connection.closeIfDone();
    }

    private void subscribed(String id, RunningOperation operation, ClientStream stream, long begin) {
        if (running.get(id) != operation) {
            stream.end(SubscriptionEnd.CANCELLED);
        } else if (connection.isLeaving()) {
            running.remove(id);
            stream.end(SubscriptionEnd.SHUTDOWN);
            connection.closeIfDone();
        } else {
            operation.streams(stream);
            stream.whenEnded(how -> surroundings
                    .reports()
                    .streamEnded(operation.client(), how, System.nanoTime() - begin, surface(RequestReports.UNKNOWN)));
            stream.start(new Answers(id, operation));
        }
    }

    private void failed(String id, RunningOperation operation, Throwable failure, long begin) {
        if (!ended(id, operation)) {
            count(operation, RequestOutcome.ABANDONED, begin, Map.of(), 0);
            return;
        }
        if (failure instanceof RefusedException refused) {
            refuse(id, refused.refusal());
            Map<String, Integer> errors = Map.of(refused.refusal().code(), 1);
            count(operation, RequestReports.Ending.outcome(refused.refusal()), begin, errors, 0);
        } else {
            LOG.error("An operation failed because of a defect", failure);
            refuse(id, Refusal.defect());
            count(
                    operation,
                    RequestOutcome.FAILED,
                    begin,
                    Map.of(Refusal.defect().code(), 1),
                    0);
        }
        connection.closeIfDone();
    }

    /** The client wants no more answers. An id that is not known has ended on this side at the same time. */
    void complete(Message message) {
        RunningOperation operation = running.remove(Objects.requireNonNull(message.id(), "as for subscribe"));
        if (operation != null) {
            operation.end(SubscriptionEnd.CANCELLED);
            unanswered++;
            operation.whenGone(this::settle);
            connection.closeIfDone();
        }
    }

    private void settle() {
        unanswered--;
        connection.readOn();
    }

    /** Lets the streams go on, each by one answer, because the client has read. */
    void resume() {
        List.copyOf(running.values()).forEach(RunningOperation::resume);
    }

    /** Ends everything without a word to the client, because the connection ends. */
    void endAll(SubscriptionEnd why) {
        List<RunningOperation> all = List.copyOf(running.values());
        running.clear();
        all.forEach(operation -> operation.end(why));
    }

    /** Ends what would never end by itself, without a word to the client. */
    void endStreams(SubscriptionEnd why) {
        List<RunningOperation> streams =
                running.values().stream().filter(RunningOperation::isStream).toList();
        running.values().removeAll(streams);
        streams.forEach(operation -> operation.end(why));
    }

    private boolean ended(String id, RunningOperation operation) {
        return running.remove(id, operation);
    }

    private void refuse(String id, Refusal refusal) {
        connection.send(MessageWriter.about(id, MessageType.ERROR, ErrorJson.list(refusal.problem())));
    }

    private void count(
            RunningOperation operation, RequestOutcome outcome, long begin, Map<String, Integer> errors, long bytes) {
        RequestReports.Ending ending = new RequestReports.Ending(outcome, System.nanoTime() - begin, errors);
        surroundings.reports().ended(operation.client(), ending, surface(bytes));
    }

    private RequestReports.Surface surface(long bytes) {
        String path = surroundings.contract() == null ? Endpoint.PATH : Endpoint.of(surroundings.contract());
        return new RequestReports.Surface(origin.client(), METHOD, path, /* status= */ 0, bytes);
    }

    /** The answers of one subscription. */
    private final class Answers implements AnswerSink {
        private final String id;
        private final RunningOperation operation;

        Answers(String id, RunningOperation operation) {
            this.id = id;
            this.operation = operation;
        }

        @Override
        public boolean isReady() {
            return connection.isReady();
        }

        @Override
        public void next(GraphQLResponse answer) {
            connection.send(MessageWriter.about(id, MessageType.NEXT, answer.body(), answer.length()));
        }

        @Override
        public void failed(Problem problem) {
            if (ended(id, operation)) {
                connection.send(MessageWriter.about(id, MessageType.ERROR, ErrorJson.list(problem)));
                connection.closeIfDone();
            }
        }

        @Override
        public void completed() {
            if (ended(id, operation)) {
                connection.send(MessageWriter.about(id, MessageType.COMPLETE));
                connection.closeIfDone();
            }
        }
    }
}
