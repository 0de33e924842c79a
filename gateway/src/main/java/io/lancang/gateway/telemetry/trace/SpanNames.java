package io.lancang.gateway.telemetry.trace;

import io.opentelemetry.api.common.AttributeKey;
import java.util.List;

/** The names and attributes of the gateway's spans: those of OpenTelemetry's conventions where there are some. */
final class SpanNames {
    /** Of an operation whose type is not known. */
    static final String OPERATION = "GraphQL Operation";

    static final String EVENT = "event";
    static final String PREPARE = "prepare";
    static final String READ = "read";
    static final String PLAN = "plan";
    static final String STAGE = "stage";
    static final String SUBGRAPH = "subgraph";
    static final String POST = "POST";

    static final AttributeKey<String> OPERATION_NAME = AttributeKey.stringKey("graphql.operation.name");
    static final AttributeKey<String> OPERATION_TYPE = AttributeKey.stringKey("graphql.operation.type");
    static final AttributeKey<String> DOCUMENT = AttributeKey.stringKey("graphql.document");
    static final AttributeKey<String> VARIABLES = AttributeKey.stringKey("lancang.graphql.variables");
    static final AttributeKey<String> CLIENT = AttributeKey.stringKey("lancang.client.name");
    static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("lancang.outcome");
    static final AttributeKey<Long> ERRORS = AttributeKey.longKey("lancang.errors");
    static final AttributeKey<List<String>> ERROR_CODES = AttributeKey.stringArrayKey("lancang.error.codes");
    static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");
    static final AttributeKey<Boolean> CACHED_PLAN = AttributeKey.booleanKey("lancang.plan.cached");
    static final AttributeKey<Long> EVENT_NUMBER = AttributeKey.longKey("lancang.event");
    static final AttributeKey<Long> STAGE_NUMBER = AttributeKey.longKey("lancang.stage");
    static final AttributeKey<Long> FETCH = AttributeKey.longKey("lancang.fetch");
    static final AttributeKey<String> SUBGRAPH_NAME = AttributeKey.stringKey("lancang.subgraph");
    static final AttributeKey<Long> ENTITIES = AttributeKey.longKey("lancang.entities");
    static final AttributeKey<Long> ATTEMPTS = AttributeKey.longKey("lancang.attempts");
    static final AttributeKey<Boolean> SHARED = AttributeKey.booleanKey("lancang.shared");
    static final AttributeKey<Long> FRESH = AttributeKey.longKey("lancang.cache.hits");
    static final AttributeKey<Long> STALE = AttributeKey.longKey("lancang.cache.stale");
    static final AttributeKey<Long> MISSING = AttributeKey.longKey("lancang.cache.misses");
    static final AttributeKey<Boolean> HEDGE = AttributeKey.booleanKey("lancang.hedge");
    static final AttributeKey<Double> QUEUED = AttributeKey.doubleKey("lancang.queued.ms");
    static final AttributeKey<Long> RESEND_COUNT = AttributeKey.longKey("http.request.resend_count");
    static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
    static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");
    static final AttributeKey<Long> BYTES = AttributeKey.longKey("http.response.body.size");
    static final AttributeKey<String> SERVER = AttributeKey.stringKey("server.address");
    static final AttributeKey<Long> PORT = AttributeKey.longKey("server.port");

    private SpanNames() {}
}
