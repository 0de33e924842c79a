package io.lancang.gateway.http.answer;

import io.lancang.federation.GraphQLResponse;
import io.lancang.gateway.access.Identity;
import io.lancang.gateway.bytes.Sha256;
import io.lancang.gateway.config.GatewayConfig;
import io.lancang.gateway.freshness.AnswerFreshness;
import io.lancang.gateway.headers.HeaderRules;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Tells clients how long they may keep an answer, if all that it is made of says so. Immutable. */
public final class FreshnessHeaders {
    private static final CharSequence AGE = HttpHeaders.createOptimized("Age");
    private static final CharSequence VARY = HttpHeaders.createOptimized("Vary");
    private static final Set<String> OF_TRACES = Set.of("traceparent", "tracestate", "baggage");
    private static final String ALL = "*";
    private static final int ETAG_BYTES = 18;

    private final boolean isOn;
    private final String vary;
    private final LongSupplier currentTimeMillis;

    public FreshnessHeaders(GatewayConfig config, LongSupplier currentTimeMillis) {
        this.isOn = config.cache().enabled() && config.cache().clientHeaders();
        this.currentTimeMillis = currentTimeMillis;
        // The client's headers that an answer depends on.
        Set<String> names = new TreeSet<>(Set.of("accept"));
        config.traffic().forwardHeaders().stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !OF_TRACES.contains(name))
                .forEach(names::add);
        if (!config.access().issuers().isEmpty() || config.access().required()) {
            names.add("authorization");
        }
        if (config.keys().file().isPresent() || config.keys().service().url().isPresent()) {
            names.addAll(Set.of("authorization", "x-api-key"));
        }
        config.overrideLabelsHeader().ifPresent(name -> names.add(name.toLowerCase(Locale.ROOT)));
        names.addAll(new HeaderRules(config).asked());
        // A list says nothing beside what stands for all.
        vary = names.contains(ALL) ? ALL : String.join(", ", names);
    }

    /** What is to be said of an answer; null if nothing is. */
    @Nullable
    public Said headers(ClientRequest client, GraphQLResponse answer) {
        AnswerFreshness freshness = isOn ? client.notedFreshness() : null;
        if (freshness == null || client.notes().reportsCost() || client.notes().reportsTrace()) {
            return null;
        }
        if (!client.identity().equals(Identity.ANONYMOUS)
                || !client.answerHeaders().isEmpty()) {
            freshness.notePrivate();
        }
        AnswerFreshness.Verdict verdict =
                freshness.verdict(answer.outcome() != GraphQLResponse.Outcome.DATA, currentTimeMillis.getAsLong());
        return verdict == null ? null : new Said(verdict, vary);
    }

    /** What is said of one answer. */
    record Said(AnswerFreshness.Verdict verdict, String vary) {
        void addTo(HttpServerResponse response) {
            response.putHeader(HttpHeaders.CACHE_CONTROL, verdict.cacheControl());
            response.putHeader(VARY, vary);
            if (verdict.isKept()) {
                response.putHeader(AGE, String.valueOf(verdict.age()));
            }
        }

        /**
         * Whether the client has the answer already. Names the answer, so that it can say so the next time; only of answers to GET,
         * which are the only ones that anybody keeps.
         */
        boolean isKnownTo(HttpServerRequest request, GraphQLResponse answer, boolean isCompressed) {
            if (!verdict.isKept() || !request.method().equals(HttpMethod.GET)) {
                return false;
            }
            String tag = tag(request, answer, isCompressed);
            request.response().putHeader(HttpHeaders.ETAG, tag);
            String known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
            return known != null
                    && Arrays.stream(known.split(",", -1))
                            .map(String::strip)
                            .anyMatch(each -> each.equals("*") || each.equals(tag) || each.equals("W/" + tag));
        }

        /** A compressed answer consists of other bytes, which the encodings that the client takes decide. */
        private static String tag(HttpServerRequest request, GraphQLResponse answer, boolean isCompressed) {
            MessageDigest digest = Sha256.begin();
            digest.update(answer.body(), 0, answer.length());
            byte[] start = Arrays.copyOf(digest.digest(), ETAG_BYTES);
            String encoding = isCompressed
                    ? "."
                            + Integer.toHexString(String.valueOf(request.getHeader(HttpHeaders.ACCEPT_ENCODING))
                                    .hashCode())
                    : "";
            return '"' + Base64.getUrlEncoder().encodeToString(start) + encoding + '"';
        }
    }
}
