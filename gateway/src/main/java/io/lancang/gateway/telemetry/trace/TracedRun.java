package io.lancang.gateway.telemetry.trace;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.lancang.federation.PlanStep;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One way through the plan of an operation: of a query or a mutation there is one, of a subscription one for each event. */
final class TracedRun {
    /** More requests than this are counted, but not written down. */
    static final int MAX_FETCHES = 256;

    private static final String LEFT = "left";

    private final TraceWriter writer;
    private final Context parent;
    private final Clock clock;
    private final List<RecordedFetch> fetches = new ArrayList<>();
    private final Map<Integer, Context> stages = new TreeMap<>();
    private int leftOut;

    /** @param parent the span of the operation, or of the event */
    TracedRun(TraceWriter writer, Context parent, Clock clock) {
        this.writer = writer;
        this.parent = parent;
        this.clock = clock;
    }

    /** A request of the engine begins; null if there were too many before it. */
    @Nullable
    RecordedFetch begin(PlanStep step, String subgraph, int entities) {
        if (fetches.size() >= MAX_FETCHES) {
            leftOut++;
            return null;
        }
        Context stage = stages.computeIfAbsent(step.stage(), this::stage);
        RecordedFetch fetch = new RecordedFetch(writer, step, subgraph, entities, stage);
        fetches.add(fetch);
        return fetch;
    }

    private Context stage(int number) {
        Span span = writer.span(SpanNames.STAGE, parent, SpanKind.INTERNAL)
                .setAttribute(SpanNames.STAGE_NUMBER, (long) number);
        return parent.with(span);
    }

    /** What was begun last for a step of the plan. A step is not begun again before it has its answer. */
    FetchTrace latest(PlanStep step) {
        for (int i = fetches.size() - 1; i >= 0; i--) {
            if (fetches.get(i).step().fetch() == step.fetch()) {
                return fetches.get(i);
            }
        }
        return Untraced.UNTRACED;
    }

    /** All that it is made of has ended, or is given up. */
    void end() {
        fetches.forEach(fetch -> fetch.close(LEFT));
        stages.forEach((number, stage) -> {
            long last = of(number).stream()
                    .mapToLong(RecordedFetch::end)
                    .max()
                    .orElseThrow(() -> new IllegalStateException("a stage without a request"));
            Span.fromContext(stage).end(clock.epoch(last), NANOSECONDS);
        });
    }

    private List<RecordedFetch> of(int stage) {
        return fetches.stream().filter(fetch -> fetch.step().stage() == stage).toList();
    }

    int leftOut() {
        return leftOut;
    }

    /** The stages as a part of the answer to {@code Lancang-Explain: trace}. */
    List<Map<String, @Nullable Object>> report() {
        List<Map<String, @Nullable Object>> reports = new ArrayList<>();
        for (int number : stages.keySet()) {
            List<RecordedFetch> requests = of(number);
            long begin = requests.stream().mapToLong(RecordedFetch::begin).min().orElse(clock.nanos());
            long end = requests.stream().mapToLong(RecordedFetch::end).max().orElse(begin);
            Map<String, @Nullable Object> report = new LinkedHashMap<>();
            report.put("stage", number);
            report.put("startMs", clock.since(begin));
            report.put("durationMs", Clock.millis(end - begin));
            report.put(
                    "requests",
                    requests.stream().map(each -> each.report(clock)).toList());
            reports.add(report);
        }
        return reports;
    }
}
