package io.lancang.gateway.http.answer;

import io.lancang.federation.AnswerPart;
import io.lancang.federation.IncrementalFormat;
import io.lancang.gateway.http.format.MultipartBody;
import io.lancang.gateway.http.format.PartsFormat;
import io.lancang.gateway.operation.Outcome;
import io.lancang.gateway.subscription.Outflow;
import io.lancang.gateway.telemetry.RequestOutcome;
import io.lancang.gateway.telemetry.trace.OperationTrace;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A response that carries an answer in parts, each as soon as it is there and the client has read the one before. Ends with
 * the last part or with the client. Belongs to the event loop of the connection, on which subgraphs' answers arrive as well.
 */
final class PartsResponse implements Flow.Subscriber<AnswerPart> {
    private static final Logger LOG = Logger.getLogger(PartsResponse.class);
    private static final MultipartBody BODY = new MultipartBody("-");

    private final HttpServerResponse response;
    private final IncrementalFormat format;
    private final String contentType;
    private final Outcome.InParts answer;
    private final Consumer<RequestOutcome> counter;
    private final Outflow outflow;
    private Flow.@Nullable Subscription parts;
    private boolean asked;
    private boolean hasErrors;
    private boolean ended;

    private PartsResponse(
            HttpServerResponse response,
            PartsFormat format,
            Outcome.InParts answer,
            StreamedResponse.StreamSettings settings,
            Consumer<RequestOutcome> counter) {
        this.response = response;
        this.format = format.format();
        this.contentType = format.contentType();
        this.answer = answer;
        this.counter = counter;
        outflow = new Outflow(settings.vertx(), response, settings.slowClientTimeout(), this::resume, this::giveUp);
    }

    /**
     * Begins the response.
     *
     * @param counter is called once with how it ended
     */
    static void begin(
            HttpServerResponse response,
            PartsFormat format,
            Outcome.InParts answer,
            StreamedResponse.StreamSettings settings,
            Consumer<RequestOutcome> counter) {
        PartsResponse parts = new PartsResponse(response, format, answer, settings, counter);
        if (response.closed()) {
            parts.leave();
            return;
        }
        response.closeHandler(ignored -> parts.leave());
        answer.parts().subscribe(parts);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        parts = subscription;
        resume();
    }

    @Override
    public void onNext(AnswerPart part) {
        if (ended) {
            return;
        }
        asked = false;
        hasErrors |= hasErrors(part);
        if (!response.headWritten()) {
            writeHead();
        }
        byte[] json = format.write(part);
        response.write(BODY.part("", json, json.length, ""));
        if (part.hasNext()) {
            resume();
        }
    }

    @Override
    public void onComplete() {
        if (end(hasErrors ? RequestOutcome.DATA_WITH_ERRORS : RequestOutcome.DATA)) {
            response.end(BODY.end());
        }
    }

    @Override
    public void onError(Throwable defect) {
        LOG.error("An answer in parts failed because of a defect", defect);
        if (end(RequestOutcome.FAILED)) {
            // Without its last delimiter the client knows that the answer is not complete.
            response.reset();
        }
    }

    private void writeHead() {
        response.setChunked(true)
                .putHeader(HttpHeaders.CONTENT_TYPE, contentType)
                // Proxies of the nginx family hold parts back until a buffer is full, unless a header forbids it.
                .putHeader("X-Accel-Buffering", "no");
        response.write(BODY.begin());
    }

    private static boolean hasErrors(AnswerPart part) {
        return switch (part) {
            case AnswerPart.Primary primary -> !primary.errors().isEmpty();
            case AnswerPart.Streamed streamed -> !streamed.items().errors().isEmpty();
            case AnswerPart.Deferred deferred ->
                deferred.fragments().stream()
                        .anyMatch(fragment -> !fragment.errors().isEmpty());
        };
    }

    private void resume() {
        if (!ended && !asked && parts != null && outflow.isReady()) {
            asked = true;
            parts.request(1);
        }
    }

    private void giveUp() {
        leave();
        // An ordinary end would wait in the same queue that the client does not read.
        response.reset();
    }

    private void leave() {
        if (end(RequestOutcome.ABANDONED)) {
            answer.client().abandon();
            if (parts != null) {
                parts.cancel();
            }
        }
    }

    private boolean end(RequestOutcome outcome) {
        if (ended) {
            return false;
        }
        ended = true;
        outflow.stop();
        answer.places().leave(answer.client().client());
        answer.client().release();
        OperationTrace trace = answer.client().notes().trace();
        if (trace != null) {
            trace.ended(outcome);
        }
        counter.accept(outcome);
        return true;
    }
}
