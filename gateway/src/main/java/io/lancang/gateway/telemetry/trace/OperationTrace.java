package io.lancang.gateway.telemetry.trace;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.lancang.federation.GraphQLResponse;
import io.lancang.federation.OperationType;
import io.lancang.federation.PlanStep;
import io.lancang.federation.engine.GraphQLRequest;
import io.lancang.federation.engine.Preparation;
import io.lancang.federation.engine.PreparationTimes;
import io.lancang.federation.json.ByteSink;
import io.lancang.federation.json.JsonWriter;
import io.lancang.gateway.telemetry.RequestOutcome;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a client, as it is written down from its reading to its answer; of a subscription to its end. Belongs to the
 * event loop of the client's connection. After the end nothing counts any more.
 */
public final class OperationTrace {
    private static final int MAX_DOCUMENT = 8192;
    private static final int MAX_VARIABLES = 4096;
    private static final int MAX_PLAN = 65_536;

    private final TraceWriter writer;
    private final Span server;
    private final Span span;
    private final Context context;
    private final Clock clock = Clock.start();
    private @Nullable Preparation preparation;
    private long prepared = clock.nanos();
    private TracedRun run;
    private @Nullable Span event;
    private long events;
    private boolean isOver;

    private OperationTrace(TraceWriter writer, Span server, Span span, String client) {
        this.writer = writer;
        this.server = server;
        this.span = span.setAttribute(SpanNames.CLIENT, client);
        this.context = Context.root().with(span);
        this.run = new TracedRun(writer, context, clock);
    }

    /**
     * An operation of an HTTP request, which begins now.
     *
     * @param request the context with the span of the request
     * @param client its name
     */
    static OperationTrace ofRequest(TraceWriter writer, Context request, String client) {
        return new OperationTrace(
                writer,
                Span.fromContext(request),
                writer.span(SpanNames.OPERATION, request, SpanKind.INTERNAL),
                client);
    }

    /**
     * An operation on a connection that lasts, which begins now. It has a trace of its own: that of the connection would have
     * all that a client does in a day.
     *
     * @param connection the context with the span of the request that opened the connection
     * @param client its name
     */
    static OperationTrace onConnection(TraceWriter writer, Context connection, String client) {
        Span own = writer.builder(SpanNames.OPERATION, Context.root())
                .addLink(Span.fromContext(connection).getSpanContext())
                .setSpanKind(SpanKind.SERVER)
                .startSpan();
        return new OperationTrace(writer, Span.getInvalid(), own, client);
    }

    /** The operation is ready to run, or known to be impossible. */
    public void prepared(GraphQLRequest request, Preparation made) {
        preparation = made;
        prepared = System.nanoTime();
        note(request, made);
        Span preparing = past(SpanNames.PREPARE, context, clock.nanos())
                .setAttribute(SpanNames.CACHED_PLAN, made.times() == null);
        PreparationTimes times = made.times();
        if (times != null) {
            Context within = context.with(preparing);
            past(SpanNames.READ, within, times.begin()).end(clock.epoch(times.read()), NANOSECONDS);
            past(SpanNames.PLAN, within, times.read()).end(clock.epoch(times.planned()), NANOSECONDS);
        }
        preparing.end(clock.epoch(prepared), NANOSECONDS);
    }

    private void note(GraphQLRequest request, Preparation made) {
        OperationType type = made.operationType();
        String name = made.operationName();
        if (type != null) {
            String text = type.name().toLowerCase(Locale.ROOT);
            // Of names there are as many as clients like: in the name of a span they would be no use.
            span.updateName(text).setAttribute(SpanNames.OPERATION_TYPE, text);
            server.setAttribute(SpanNames.OPERATION_TYPE, text);
        }
        if (name != null) {
            span.setAttribute(SpanNames.OPERATION_NAME, name);
            server.setAttribute(SpanNames.OPERATION_NAME, name);
        }
        if (writer.documents()) {
            span.setAttribute(SpanNames.DOCUMENT, shortened(request.query(), MAX_DOCUMENT));
        }
        if (writer.variables() && !request.variables().isEmpty()) {
            ByteSink json = new ByteSink(256);
            JsonWriter.write(request.variables(), json);
            String text = new String(json.bytes(), 0, json.length(), StandardCharsets.UTF_8);
            span.setAttribute(SpanNames.VARIABLES, shortened(text, MAX_VARIABLES));
        }
    }

    private Span past(String name, Context parent, long begin) {
        return writer.builder(name, parent)
                .setStartTimestamp(clock.epoch(begin), NANOSECONDS)
                .startSpan();
    }

    /** The engine is about to ask a subgraph; null if it has asked too often to write it down. */
    public @Nullable RecordedFetch begin(PlanStep step, String subgraph, int entities) {
        return isOver ? null : run.begin(step, subgraph, entities);
    }

    /** The request of the engine that was begun last for a step of the plan. */
    public FetchTrace latest(@Nullable PlanStep step) {
        return step == null ? Untraced.UNTRACED : run.latest(step);
    }

    /** An event of a subscription has come. It has a trace of its own, linked to that of the subscription. */
    public void beginEvent() {
        if (isOver) {
            return;
        }
        endEvent();
        Span next = writer.builder(SpanNames.EVENT, Context.root())
                .addLink(span.getSpanContext())
                .setSpanKind(SpanKind.INTERNAL)
                .startSpan()
                .setAttribute(SpanNames.OPERATION_TYPE, "subscription")
                .setAttribute(SpanNames.EVENT_NUMBER, events);
        String name = preparation == null ? null : preparation.operationName();
        if (name != null) {
            next.setAttribute(SpanNames.OPERATION_NAME, name);
        }
        events++;
        event = next;
        run = new TracedRun(writer, Context.root().with(next), clock);
    }

    /** The client is sent the answer to an event. */
    public void answeredEvent(GraphQLResponse answer) {
        if (event != null) {
            note(event, answer);
        }
        endEvent();
    }

    private void endEvent() {
        if (event != null) {
            run.end();
            event.end();
            event = null;
        }
    }

    /** There is an answer, whole. */
    public void answered(GraphQLResponse answer) {
        if (!isOver) {
            note(span, answer);
            end(answer.outcome().name());
        }
    }

    private static void note(Span of, GraphQLResponse answer) {
        if (answer.errors().isEmpty()) {
            return;
        }
        List<String> codes = List.copyOf(answer.errors().keySet());
        long count =
                answer.errors().values().stream().mapToLong(Integer::longValue).sum();
        of.setAttribute(SpanNames.ERRORS, count).setAttribute(SpanNames.ERROR_CODES, codes);
        // What a client has asked wrongly is no fault of the server.
        if (answer.outcome() == GraphQLResponse.Outcome.DATA_WITH_ERRORS) {
            of.setAttribute(SpanNames.ERROR_TYPE, codes.getFirst()).setStatus(StatusCode.ERROR);
        }
    }

    /** The gateway refuses it. */
    public void refused(String code) {
        if (!isOver) {
            span.setAttribute(SpanNames.ERRORS, 1L).setAttribute(SpanNames.ERROR_CODES, List.of(code));
            end(RequestOutcome.REFUSED.name());
        }
    }

    /** It failed because of a defect. */
    public void failed(Throwable defect) {
        if (!isOver) {
            span.recordException(defect)
                    .setAttribute(SpanNames.ERROR_TYPE, defect.getClass().getName())
                    .setStatus(StatusCode.ERROR);
            end(RequestOutcome.FAILED.name());
        }
    }

    /** It has ended so. */
    public void ended(Enum<?> how) {
        if (!isOver) {
            end(how.name());
        }
    }

    private void end(String how) {
        isOver = true;
        if (event == null) {
            run.end();
        } else {
            endEvent();
        }
        span.setAttribute(SpanNames.OUTCOME, how.toLowerCase(Locale.ROOT)).end();
    }

    /**
     * What is known so far, for {@code extensions.trace}: times in milliseconds, from when the request was read.
     *
     * @param plan as text
     */
    public Map<String, @Nullable Object> report(String plan) {
        Map<String, @Nullable Object> report = new LinkedHashMap<>();
        report.put("durationMs", clock.since(System.nanoTime()));
        report.put("preparation", preparationReport());
        report.put("plan", shortened(plan, MAX_PLAN));
        report.put("stages", run.report());
        if (run.leftOut() > 0) {
            report.put("requestsLeftOut", run.leftOut());
        }
        if (!id().isEmpty()) {
            report.put("traceId", id());
        }
        return report;
    }

    private Map<String, @Nullable Object> preparationReport() {
        Map<String, @Nullable Object> report = new LinkedHashMap<>();
        PreparationTimes times = preparation == null ? null : preparation.times();
        report.put("durationMs", clock.since(prepared));
        report.put("cached", times == null);
        if (times != null) {
            report.put("readMs", Clock.millis(times.read() - times.begin()));
            report.put("planMs", Clock.millis(times.planned() - times.read()));
        }
        return report;
    }

    /** The trace's id; empty if nobody is sent the trace. */
    public String id() {
        return span.getSpanContext().isValid() ? span.getSpanContext().getTraceId() : "";
    }

    private static String shortened(String text, int maximum) {
        return text.length() <= maximum ? text : text.substring(0, maximum) + "…";
    }
}
