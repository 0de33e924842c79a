package io.lancang.gateway.operation;

import io.lancang.federation.GraphQLResponse;
import io.lancang.gateway.access.ApiClient;
import io.lancang.gateway.bytes.Sha256;
import io.lancang.gateway.request.Refusal;
import io.lancang.gateway.request.RefusedException;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.lancang.gateway.subgraph.request.RequestNotes;
import io.lancang.gateway.telemetry.AccessLog;
import io.lancang.gateway.telemetry.GatewayMetrics;
import io.lancang.gateway.telemetry.OperationMeters;
import io.lancang.gateway.telemetry.RequestOutcome;
import io.lancang.gateway.telemetry.SubscriptionEnd;
import io.lancang.gateway.telemetry.trace.OperationTrace;
import io.vertx.core.AsyncResult;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts clients' requests when they end, and writes them into the access log. Thread-safe. */
@Singleton
public class RequestReports {
    /** Half of a document's SHA-256 tells all documents of a graph apart. */
    private static final int HASH_BYTES = 16;

    /** In place of a number of bytes. */
    public static final long UNKNOWN = -1;

    private final GatewayMetrics metrics;
    private final OperationMeters operations;
    private final AccessLog log;

    @Inject
    RequestReports(GatewayMetrics metrics, OperationMeters operations, AccessLog log) {
        this.metrics = metrics;
        this.operations = operations;
        this.log = log;
    }

    /**
     * How a request ended.
     *
     * @param nanos that it took
     * @param errors that the client was sent, by their codes
     */
    public record Ending(RequestOutcome outcome, long nanos, Map<String, Integer> errors) {
        private static final int OVERLOADED = 503;

        /** Of an operation that has one answer. */
        public static Ending of(AsyncResult<Outcome> end, long nanos) {
            if (end.succeeded() && end.result() instanceof Outcome.Answered(GraphQLResponse answer)) {
                return new Ending(outcome(answer), nanos, answer.errors());
            }
            return end.cause() instanceof RefusedException refused
                    ? new Ending(
                            outcome(refused.refusal()),
                            nanos,
                            Map.of(refused.refusal().code(), 1))
                    : new Ending(RequestOutcome.FAILED, nanos, Map.of());
        }

        /** How a request with this answer ends. */
        public static RequestOutcome outcome(GraphQLResponse answer) {
            return switch (answer.outcome()) {
                case DATA -> RequestOutcome.DATA;
                case DATA_WITH_ERRORS -> RequestOutcome.DATA_WITH_ERRORS;
                case REQUEST_ERROR -> RequestOutcome.REQUEST_ERROR;
            };
        }

        /** How a request that is refused ends. */
        public static RequestOutcome outcome(Refusal refusal) {
            return refusal.status() == OVERLOADED ? RequestOutcome.SHED : RequestOutcome.REFUSED;
        }
    }

    /**
     * What a request looked like from outside.
     *
     * @param address identifies the client
     * @param method of HTTP, or that it came over a WebSocket
     * @param path without the query, which may have values
     * @param status of HTTP; 0 if there is none
     * @param bytes of the answer, before they are compressed; {@link #UNKNOWN} if nobody has counted them
     */
    public record Surface(String address, String method, String path, int status, long bytes) {}

    /** A request ended that had one operation, or never got to one: then there is no client yet. */
    public void ended(@Nullable ClientRequest client, Ending ending, Surface surface) {
        if (client != null) {
            count(client, ending);
        } else {
            operations.errors(ending.errors());
        }
        endedApart(client, ending, surface);
    }

    /** A request ended whose operations were counted one by one. */
    public void endedApart(@Nullable ClientRequest client, Ending ending, Surface surface) {
        metrics.request(ending.outcome(), ending.nanos());
        write(client, ending, surface, ending.outcome().name());
    }

    /** An operation ended. */
    public void count(ClientRequest client, Ending ending) {
        operations.operation(
                client.notes().operationType(),
                client.notes().operationName(),
                client.notes().client(),
                ending.outcome(),
                ending.nanos());
        operations.errors(ending.errors());
    }

    /**
     * A subscription ended, which other meters count.
     *
     * @param how it ended
     */
    public void streamEnded(ClientRequest client, SubscriptionEnd how, long nanos, Surface surface) {
        RequestOutcome outcome = how == SubscriptionEnd.FAILED ? RequestOutcome.FAILED : RequestOutcome.DATA;
        write(client, new Ending(outcome, nanos, Map.of()), surface, how.name());
    }

    private void write(@Nullable ClientRequest client, Ending ending, Surface surface, String outcome) {
        boolean isRemarkable = !ending.errors().isEmpty()
                || (ending.outcome() != RequestOutcome.DATA && ending.outcome() != RequestOutcome.TEXT);
        if (log.takes(isRemarkable)) {
            log.write(values(client, ending, surface, outcome));
        }
    }

    private static Map<String, String> values(
            @Nullable ClientRequest client, Ending ending, Surface surface, String outcome) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("address", surface.address());
        values.put("method", surface.method());
        values.put("path", surface.path());
        values.put("status", surface.status() == 0 ? "" : Integer.toString(surface.status()));
        values.put("bytes", surface.bytes() == UNKNOWN ? "" : Long.toString(surface.bytes()));
        values.put("ms", Long.toString(Duration.ofNanos(ending.nanos()).toMillis()));
        values.put("outcome", outcome.toLowerCase(Locale.ROOT));
        values.put("errors", String.join(",", ending.errors().keySet()));
        if (client != null) {
            RequestNotes notes = client.notes();
            values.put("client", notes.client());
            ApiClient known = client.identity().client();
            values.put("key", known == null ? "" : known.prefix());
            values.put(
                    "type",
                    notes.operationType() == null
                            ? ""
                            : notes.operationType().name().toLowerCase(Locale.ROOT));
            values.put("operation", notes.operationName() == null ? "" : notes.operationName());
            values.put("document", notes.document() == null ? "" : hash(notes.document()));
            OperationTrace trace = notes.trace();
            values.put("trace", trace == null ? "" : trace.id());
        }
        return values;
    }

    private static String hash(String document) {
        byte[] digest = Sha256.begin().digest(document.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
    }
}
