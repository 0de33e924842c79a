package io.lancang.gateway.telemetry.trace;

import io.lancang.gateway.telemetry.SubgraphOutcome;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that is sent once, as it is written down. */
final class RecordedAttempt implements AttemptTrace {
    private static final long NEVER = Long.MIN_VALUE;
    private static final String GIVEN_UP = "given_up";

    private final Span span;
    private final Context context;
    private final TextMapPropagator propagator;
    private final boolean isHedge;
    private final long begin = System.nanoTime();
    private long sent = NEVER;
    private long end = NEVER;
    private int status;
    private int bytes;
    private @Nullable String outcome;

    /** @param span of the attempt, which has begun */
    RecordedAttempt(Span span, Context parent, TextMapPropagator propagator, boolean isHedge) {
        this.span = span;
        this.context = parent.with(span);
        this.propagator = propagator;
        this.isHedge = isHedge;
    }

    @Override
    public RequestOptions noted(RequestOptions options) {
        SocketAddress server = options.getServer();
        span.setAttribute(SpanNames.SERVER, server == null ? options.getHost() : server.host())
                .setAttribute(SpanNames.PORT, (long) (server == null ? options.getPort() : server.port()));
        return options;
    }

    @Override
    public void sending(HttpClientRequest request) {
        sent = System.nanoTime();
        span.setAttribute(SpanNames.QUEUED, Clock.millis(sent - begin));
        propagator.inject(context, request, (carrier, name, value) -> {
            if (carrier != null) {
                carrier.putHeader(name, value);
            }
        });
    }

    @Override
    public void answered(int answer, int length) {
        if (isFirst(SubgraphOutcome.ANSWERED.name().toLowerCase(Locale.ROOT))) {
            status = answer;
            bytes = length;
            span.setAttribute(SpanNames.STATUS, (long) answer).setAttribute(SpanNames.BYTES, (long) length);
            if (answer >= 400) {
                span.setAttribute(SpanNames.ERROR_TYPE, Integer.toString(answer))
                        .setStatus(StatusCode.ERROR);
            }
            span.end();
        }
    }

    @Override
    public void failed(SubgraphOutcome how) {
        String name = how.name().toLowerCase(Locale.ROOT);
        if (isFirst(name)) {
            span.setAttribute(SpanNames.ERROR_TYPE, name).setStatus(StatusCode.ERROR);
            span.end();
        }
    }

    @Override
    public void givenUp() {
        if (isFirst(GIVEN_UP)) {
            span.setAttribute(SpanNames.OUTCOME, GIVEN_UP);
            span.end();
        }
    }

    private boolean isFirst(String how) {
        if (outcome != null) {
            return false;
        }
        outcome = how;
        end = System.nanoTime();
        return true;
    }

    int bytes() {
        return bytes;
    }

    /** As a part of the answer to {@code Lancang-Explain: trace}. */
    Map<String, @Nullable Object> report(Clock clock) {
        Map<String, @Nullable Object> report = new LinkedHashMap<>();
        report.put("startMs", clock.since(begin));
        report.put("queuedMs", sent == NEVER ? null : Clock.millis(sent - begin));
        report.put("durationMs", end == NEVER ? null : Clock.millis(end - begin));
        report.put("outcome", outcome == null ? "running" : outcome);
        if (status != 0) {
            report.put("status", status);
            report.put("bytes", bytes);
        }
        if (isHedge) {
            report.put("hedge", true);
        }
        return report;
    }
}
