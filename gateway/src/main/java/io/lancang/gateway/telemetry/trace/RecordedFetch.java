package io.lancang.gateway.telemetry.trace;

import io.lancang.federation.PlanStep;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request of the engine to a subgraph, as it is written down. */
public final class RecordedFetch implements FetchTrace {
    private static final String RUNNING = "running";
    private static final String ANSWERED = "answered";

    /** Retries and hedges are bounded elsewhere, and by far fewer. */
    private static final int MAX_ATTEMPTS = 20;

    private final TraceWriter writer;
    private final PlanStep step;
    private final String subgraph;
    private final int entities;
    private final Span span;
    private final Context context;
    private final long begin = System.nanoTime();
    private final List<RecordedAttempt> attempts = new ArrayList<>(1);
    private long end;
    private int fresh;
    private int stale;
    private int missing;
    private boolean isShared;
    private String outcome = RUNNING;

    /** @param parent the span of the stage */
    RecordedFetch(TraceWriter writer, PlanStep step, String subgraph, int entities, Context parent) {
        this.writer = writer;
        this.step = step;
        this.subgraph = subgraph;
        this.entities = entities;
        this.span = writer.span(SpanNames.SUBGRAPH + " " + subgraph, parent, SpanKind.INTERNAL)
                .setAttribute(SpanNames.SUBGRAPH_NAME, subgraph)
                .setAttribute(SpanNames.FETCH, (long) step.fetch())
                .setAttribute(SpanNames.ENTITIES, (long) entities);
        this.context = parent.with(span);
    }

    PlanStep step() {
        return step;
    }

    @Override
    public void parts(int fromCache, int old, int asked) {
        fresh += fromCache;
        stale += old;
        missing += asked;
    }

    @Override
    public void staleInNeed(int parts) {
        stale += parts;
    }

    @Override
    public void joined() {
        isShared = true;
    }

    @Override
    public AttemptTrace attempt(boolean isHedge) {
        if (attempts.size() >= MAX_ATTEMPTS) {
            return Untraced.UNTRACED;
        }
        Span own = writer.span(SpanNames.POST, context, SpanKind.CLIENT)
                .setAttribute(SpanNames.METHOD, SpanNames.POST)
                .setAttribute(SpanNames.SUBGRAPH_NAME, subgraph);
        if (!attempts.isEmpty()) {
            own.setAttribute(SpanNames.RESEND_COUNT, (long) attempts.size());
        }
        if (isHedge) {
            own.setAttribute(SpanNames.HEDGE, true);
        }
        RecordedAttempt attempt = new RecordedAttempt(own, context, writer.propagator(), isHedge);
        attempts.add(attempt);
        return attempt;
    }

    /** The engine has its answer. */
    public void answered() {
        close(ANSWERED);
    }

    /** The engine has none: the code says why. */
    public void failed(String code) {
        if (outcome.equals(RUNNING)) {
            span.setAttribute(SpanNames.ERROR_TYPE, code).setStatus(StatusCode.ERROR);
            close(code);
        }
    }

    /** Nobody waits for it any more, if it has not ended yet. */
    void close(String how) {
        if (!outcome.equals(RUNNING)) {
            return;
        }
        outcome = how;
        end = System.nanoTime();
        span.setAttribute(SpanNames.OUTCOME, how).setAttribute(SpanNames.ATTEMPTS, (long) attempts.size());
        if (fresh + stale + missing > 0) {
            span.setAttribute(SpanNames.FRESH, (long) fresh)
                    .setAttribute(SpanNames.STALE, (long) stale)
                    .setAttribute(SpanNames.MISSING, (long) missing);
        }
        if (isShared) {
            span.setAttribute(SpanNames.SHARED, true);
        }
        span.end();
    }

    /** When it began, by {@link System#nanoTime}. */
    long begin() {
        return begin;
    }

    /** When it ended, by {@link System#nanoTime}; now, if it has not. */
    long end() {
        return outcome.equals(RUNNING) ? System.nanoTime() : end;
    }

    /** As a part of the answer to {@code Lancang-Explain: trace}. */
    Map<String, @Nullable Object> report(Clock clock) {
        Map<String, @Nullable Object> report = new LinkedHashMap<>();
        report.put("fetch", step.fetch());
        report.put("subgraph", subgraph);
        report.put("startMs", clock.since(begin));
        report.put("durationMs", Clock.millis(end() - begin));
        report.put("outcome", outcome);
        report.put("entities", entities);
        if (fresh + stale + missing > 0) {
            report.put("cache", Map.of("hits", fresh, "stale", stale, "misses", missing));
        }
        if (isShared) {
            report.put("shared", true);
        }
        report.put("attempts", attempts.stream().map(each -> each.report(clock)).toList());
        return report;
    }
}
