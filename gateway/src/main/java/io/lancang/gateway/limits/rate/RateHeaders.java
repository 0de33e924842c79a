package io.lancang.gateway.limits.rate;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.StringJoiner;

/** What a client is told of its limits by the minute: structured fields of draft-ietf-httpapi-ratelimit-headers. */
final class RateHeaders {
    private static final CharSequence POLICY = HttpHeaders.createOptimized("RateLimit-Policy");
    private static final CharSequence LIMIT = HttpHeaders.createOptimized("RateLimit");
    private static final String REQUESTS = "\"requests\"";
    private static final String COST = "\"cost\"";

    private RateHeaders() {}

    /** Adds them in place of those before. */
    static void addTo(MultiMap headers, Taking.Balance balance) {
        StringJoiner policy = new StringJoiner(", ");
        StringJoiner left = new StringJoiner(", ");
        add(REQUESTS, balance.requests(), policy, left);
        add(COST, balance.cost(), policy, left);
        if (policy.length() > 0) {
            headers.set(POLICY, policy.toString()).set(LIMIT, left.toString());
        }
    }

    private static void add(String name, Quota quota, StringJoiner policy, StringJoiner left) {
        if (quota.isLimited()) {
            policy.add(name + ";q=" + quota.limit() + ";w=" + Quota.WINDOW_SECONDS);
            left.add(name + ";r=" + quota.remaining() + ";t=" + quota.resetSeconds());
        }
    }
}
