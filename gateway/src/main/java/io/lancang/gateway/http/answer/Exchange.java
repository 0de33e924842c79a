package io.lancang.gateway.http.answer;

import io.lancang.federation.GraphQLResponse;
import io.lancang.gateway.access.Standing;
import io.lancang.gateway.bytes.WrappedBytes;
import io.lancang.gateway.http.coding.AnswerCompression;
import io.lancang.gateway.http.format.AcceptHeader;
import io.lancang.gateway.http.format.Accepted;
import io.lancang.gateway.http.format.ResponseFormat;
import io.lancang.gateway.http.format.StreamFormat;
import io.lancang.gateway.limits.ClientAddress;
import io.lancang.gateway.limits.rate.Spending;
import io.lancang.gateway.operation.Outcome;
import io.lancang.gateway.operation.RequestReports;
import io.lancang.gateway.request.ErrorJson;
import io.lancang.gateway.request.Refusal;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.lancang.gateway.subscription.ClientStream;
import io.lancang.gateway.telemetry.RequestOutcome;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One request of a client and the one answer to it. Whoever answers also counts it. */
public final class Exchange {
    private static final int TOO_SLOW = 408;
    private static final int NOT_MODIFIED = 304;
    private static final int SEE_OTHER = 303;
    private static final CharSequence PLAIN_TEXT = HttpHeaders.createOptimized("text/plain; charset=utf-8");

    private final HttpServerRequest request;
    private final @Nullable String contract;
    private final RequestReports reports;
    private final AnswerCompression compression;
    private final Accepted accepted;
    private final long begin = System.nanoTime();
    private final String address;
    private @Nullable ClientRequest asking;
    private Map<String, Integer> errors = Map.of();
    private long bytes;
    private boolean isBatch;

    /** @param contract that is asked; null for the whole graph */
    public Exchange(
            HttpServerRequest request,
            @Nullable String contract,
            RequestReports reports,
            AnswerCompression compression) {
        this.request = request;
        // A connection that is closed does not know it any more.
        this.address = ClientAddress.of(request);
        this.contract = contract;
        this.reports = reports;
        this.compression = compression;
        compression.begin(request);
        this.accepted = AcceptHeader.choose(request.getHeader(HttpHeaders.ACCEPT));
    }

    public HttpServerRequest request() {
        return request;
    }

    /** One client asks for one operation. */
    public void asks(ClientRequest client) {
        asking = client;
    }

    /** The name of the contract that is asked; null for the whole graph. */
    @Nullable
    public String contract() {
        return contract;
    }

    /** Identifies the client. */
    public String client() {
        return address;
    }

    /** What the client takes. */
    public Accepted accepted() {
        return accepted;
    }

    /** Whether the client takes answers in one of GraphQL's media types. */
    public boolean isAcceptable() {
        return !accepted.isNothing();
    }

    /** Whether the escapes in the URL can be read. */
    public boolean hasReadableUrl() {
        try {
            return request.params() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether a browser opened the endpoint as if it were a page. */
    public boolean isVisit() {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null
                && accept.contains("text/html")
                && !request.params().contains("query");
    }

    /**
     * Writes the answer.
     *
     * @param freshness says how long the answer counts; null if that is not said
     */
    public void answer(GraphQLResponse answer, FreshnessHeaders.@Nullable Said freshness) {
        RequestOutcome outcome = RequestReports.Ending.outcome(answer);
        errors = answer.errors();
        HttpServerResponse response = request.response();
        StreamFormat stream = accepted.stream();
        if (stream != null && accepted.prefersStream()) {
            if (response.closed()) {
                count(RequestOutcome.ABANDONED);
            } else {
                StreamedResponse.single(response, stream, answer);
                bytes = answer.length();
                count(outcome);
            }
            return;
        }
        if (freshness != null && !response.closed()) {
            freshness.addTo(response);
            if (freshness.isKnownTo(request, answer, compression.compresses(request, answer.length()))) {
                response.setStatusCode(NOT_MODIFIED);
                response.headers().remove(HttpHeaders.CONTENT_ENCODING);
                response.end();
                count(outcome);
                return;
            }
        }
        response.setStatusCode(formatOrJson().status(answer.outcome()));
        // The engine's array becomes the body as it is; the answers are too large to copy.
        Buffer body = WrappedBytes.of(answer.body(), answer.length());
        end(outcome, formatOrJson().contentType(), body);
    }

    /** Answers with a JSON array of answers. */
    public void answerBatch(Buffer answers, RequestOutcome outcome, Map<String, Integer> counts) {
        isBatch = true;
        errors = counts;
        end(outcome, formatOrJson().contentType(), answers);
    }

    /**
     * Answers with a stream. It is counted by itself: how long it lasts would say nothing beside other requests.
     *
     * @param standing for how long the client may be sent answers
     */
    public void stream(
            ClientStream stream, ClientRequest client, Standing standing, StreamedResponse.StreamSettings settings) {
        stream.whenEnded(how -> {
            bytes = request.response().bytesWritten();
            reports.streamEnded(client, how, System.nanoTime() - begin, surface());
        });
        StreamedResponse.begin(
                request.response(),
                Objects.requireNonNull(accepted.stream(), "a subscription is refused unless the client takes streams"),
                stream,
                standing,
                settings);
    }

    /** Answers in parts; counted when the last of them is sent. */
    public void answer(Outcome.InParts answer, StreamedResponse.StreamSettings settings) {
        PartsResponse.begin(
                request.response(),
                Objects.requireNonNull(accepted.parts(), "nothing is deferred unless the client takes parts"),
                answer,
                settings,
                outcome -> {
                    bytes = request.response().bytesWritten();
                    count(outcome);
                });
    }

    public void answerText(String text) {
        end(RequestOutcome.TEXT, PLAIN_TEXT, Buffer.buffer(text));
    }

    /** Sends a browser to a page. */
    public void redirect(String location) {
        HttpServerResponse response = request.response();
        if (!response.closed()) {
            response.setStatusCode(SEE_OTHER).putHeader(HttpHeaders.LOCATION, location);
        }
        end(RequestOutcome.TEXT, PLAIN_TEXT, Buffer.buffer("See " + location + "\n"));
    }

    /** Tells the client what is left of its limits; null if it has none. */
    public void show(@Nullable Spending spending) {
        if (spending != null && !request.response().closed()) {
            spending.addTo(request.response().headers());
        }
    }

    public void refuse(Refusal refusal) {
        refuse(refusal, RequestReports.Ending.outcome(refusal));
    }

    public void refuse(Refusal refusal, RequestOutcome outcome) {
        errors = Map.of(refusal.code(), 1);
        HttpServerResponse response = request.response();
        if (!response.closed()) {
            response.setStatusCode(refusal.status());
            refusal.headers().forEach(response::putHeader);
            if (refusal.status() == TOO_SLOW) {
                closeAfterwards(response);
            }
        }
        end(outcome, formatOrJson().contentType(), Buffer.buffer(ErrorJson.response(refusal.problem())));
    }

    /** The client has gone before it had asked anything. */
    public void abandoned() {
        count(RequestOutcome.ABANDONED);
    }

    private ResponseFormat formatOrJson() {
        ResponseFormat single = accepted.single();
        return single == null ? ResponseFormat.JSON : single;
    }

    /** What is still to come of the request nobody reads. */
    private void closeAfterwards(HttpServerResponse response) {
        response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        response.endHandler(ignored -> request.connection().close());
    }

    private void end(RequestOutcome outcome, CharSequence contentType, Buffer body) {
        HttpServerResponse response = request.response();
        if (response.closed()) {
            count(RequestOutcome.ABANDONED);
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, contentType);
        bytes = body.length();
        compression.end(request, body);
        count(outcome);
    }

    private void count(RequestOutcome outcome) {
        RequestReports.Ending ending = new RequestReports.Ending(outcome, System.nanoTime() - begin, errors);
        if (isBatch) {
            reports.endedApart(asking, ending, surface());
        } else {
            reports.ended(asking, ending, surface());
        }
    }

    private RequestReports.Surface surface() {
        int status = request.response().getStatusCode();
        return new RequestReports.Surface(
                address, request.method().name(), String.valueOf(request.path()), status, bytes);
    }
}
