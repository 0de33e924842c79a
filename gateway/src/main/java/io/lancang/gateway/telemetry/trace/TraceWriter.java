package io.lancang.gateway.telemetry.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;

/**
 * Begins spans. Where OpenTelemetry is off, they are spans that nobody gets.
 *
 * @param propagator of traces to subgraphs
 * @param documents whether spans have the documents of operations
 * @param variables whether spans have the values of variables
 */
record TraceWriter(Tracer tracer, TextMapPropagator propagator, boolean documents, boolean variables) {
    /** One that begins now. */
    Span span(String name, Context parent, SpanKind kind) {
        return builder(name, parent).setSpanKind(kind).startSpan();
    }

    SpanBuilder builder(String name, Context parent) {
        return tracer.spanBuilder(name).setParent(parent);
    }
}
