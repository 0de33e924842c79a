package io.lancang.gateway.operation;

import io.lancang.gateway.access.ApiClient;
import io.lancang.gateway.access.Authentication;
import io.lancang.gateway.access.Identity;
import io.lancang.gateway.access.Standing;
import io.lancang.gateway.access.identify.ApiKeys;
import io.lancang.gateway.config.GatewayConfig;
import io.lancang.gateway.demand.DemandControl;
import io.lancang.gateway.extension.Extensions;
import io.lancang.gateway.headers.HeaderNames;
import io.lancang.gateway.headers.HeaderRules;
import io.lancang.gateway.headers.SubgraphHeaders;
import io.lancang.gateway.headers.SubgraphIdentity;
import io.lancang.gateway.limits.Deadline;
import io.lancang.gateway.limits.rate.Rates;
import io.lancang.gateway.request.RefusedException;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.lancang.gateway.subgraph.request.HeaderForwarding;
import io.lancang.gateway.telemetry.name.ClientNames;
import io.lancang.gateway.telemetry.trace.OperationTrace;
import io.lancang.gateway.telemetry.trace.Tracing;
import io.opentelemetry.context.Context;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes of a client's headers what its requests to subgraphs have in common. Immutable. */
@Singleton
public class ClientRequests {
    /** Never changed. */
    private static final MultiMap NOTHING = MultiMap.caseInsensitiveMultiMap();

    private final HeaderForwarding forwarding;
    private final HeaderRules rules;
    private final DemandControl demand;
    private final Authentication authentication;
    private final List<CharSequence> claimHeaders;
    private final Duration timeForAnswer;
    private final OverrideLabelsHeader overrideLabels;
    private final Set<String> connectionInitHeaders;
    private final boolean readsHeaders;
    private final ApiKeys keys;
    private final ClientBounds limits;
    private final SubgraphIdentities identities;
    private final ClientNames names;
    private final Tracing tracing;

    @Inject
    ClientRequests(
            HeaderForwarding forwarding,
            HeaderRules rules,
            DemandControl demand,
            Authentication authentication,
            ApiKeys keys,
            Rates rates,
            Extensions extensions,
            ClientNames names,
            Tracing tracing,
            GatewayConfig config) {
        this.readsHeaders = !extensions.isEmpty();
        this.names = names;
        this.tracing = tracing;
        this.rules = rules;
        this.authentication = authentication;
        this.keys = keys;
        this.limits = new ClientBounds(rates, keys);
        this.identities = new SubgraphIdentities(config.keys());
        this.claimHeaders = config.access().claimHeaders().keySet().stream()
                .<CharSequence>map(name -> HeaderNames.forwarded("lancang.gateway.access.claim-headers", name))
                .toList();
        this.demand = demand;
        this.forwarding = forwarding;
        this.timeForAnswer = config.limits().deadline();
        this.overrideLabels = new OverrideLabelsHeader(config.overrideLabelsHeader());
        this.connectionInitHeaders = Stream.concat(
                        config.subscriptions().connectionInitHeaders().stream(),
                        keys.isOn() ? Stream.of(ApiKeys.HEADER) : Stream.of())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The request of a client that sent these headers, and has the time of the configuration from now on. Fails with a
     * {@link RefusedException} if the client is not who it says, or must say who it is.
     *
     * @param client identifies the client
     */
    public Future<ClientRequest> of(String client, MultiMap headers) {
        return identified(client, headers, overrideLabels.read(headers), tracing::ofRequest)
                .map(Origin::begin);
    }

    private Future<Origin> identified(String client, MultiMap headers, Set<String> labels, Traces traces) {
        Future<Identity> byKey = keys.isOn() ? keys.identify(client, headers) : null;
        return byKey == null
                ? authentication
                        .identify(headers.getAll(HttpHeaders.AUTHORIZATION))
                        .map(identity -> origin(client, headers, labels, identity, traces))
                // The key itself goes no further.
                : byKey.map(identity -> origin(client, ApiKeys.withoutKey(headers), labels, identity, traces));
    }

    private Origin origin(String client, MultiMap headers, Set<String> labels, Identity identity, Traces traces) {
        ApiClient known = identity.client();
        return new Origin(
                client,
                known == null ? names.of(headers) : names.known(known.name()),
                // The connection of a WebSocket lasts, and so does what is remembered here.
                readsHeaders ? headers : NOTHING,
                forSubgraphs(headers, identity),
                timeForAnswer,
                labels,
                demand.reports(headers),
                identity,
                standing(identity),
                limits,
                traces);
    }

    private Standing standing(Identity identity) {
        ApiClient client = identity.client();
        return client == null
                ? new Standing(authentication.remaining(identity), Standing.FOREVER.watch())
                : new Standing(keys.remaining(client), end -> keys.watch(client, end));
    }

    /** For how long the client of a request still is who it says. What lasts longer than a request must end with it. */
    public Standing standing(ClientRequest request) {
        return standing(request.identity());
    }

    /** What comes of claims comes of nothing else: whoever sends such a header would name another client. */
    private SubgraphHeaders forSubgraphs(MultiMap headers, Identity identity) {
        ApiClient client = identity.client();
        return rules.forClient(
                headers,
                forwarding.toSubgraphs(headers),
                sent -> {
                    claimHeaders.forEach(sent::remove);
                    identity.claimHeaders().forEach(sent::set);
                },
                client == null ? SubgraphIdentity.NONE : identities.of(client));
    }

    /**
     * What all requests of one WebSocket connection have in common. Fails as {@link #of} does.
     *
     * @param client identifies the client
     * @param headers of the request that opened it
     * @param init the payload of its first message
     * @param opened the context with the span of the request that opened it
     * @throws IllegalArgumentException if a member of the payload that counts as a header cannot be one
     */
    public Future<Origin> from(String client, MultiMap headers, Map<String, @Nullable Object> init, Context opened) {
        MultiMap all = MultiMap.caseInsensitiveMultiMap().addAll(headers);
        init.forEach((name, value) -> {
            boolean counts = connectionInitHeaders.contains(name.toLowerCase(Locale.ROOT));
            if (counts && value instanceof String text && !headers.contains(name)) {
                all.set(name, text);
            }
        });
        // Labels come from real headers only: a proxy that decides about them does not see the payload.
        return identified(client, all, overrideLabels.read(headers), name -> tracing.onConnection(opened, name));
    }

    /** Begins to write an operation down. */
    @FunctionalInterface
    interface Traces {
        /**
         * The trace of an operation that begins now; null if nobody wants to know.
         *
         * @param client its name
         */
        @Nullable
        OperationTrace of(String client);
    }

    /**
     * Where requests come from.
     *
     * @param client identifies the client
     * @param name by which the client is counted
     * @param received its own headers, where somebody reads them
     * @param headers for subgraphs
     * @param timeForAnswer of each request
     * @param overrideLabels that are in force for each request
     * @param reportsCost whether the cost of each request is reported to the client
     * @param identity of the client
     * @param standing for how long that identity counts
     * @param limits of the client
     * @param traces begins to write operations down
     */
    public record Origin(
            String client,
            String name,
            MultiMap received,
            SubgraphHeaders headers,
            Duration timeForAnswer,
            Set<String> overrideLabels,
            boolean reportsCost,
            Identity identity,
            Standing standing,
            ClientBounds limits,
            Traces traces) {
        /** A request that begins now. */
        public ClientRequest begin() {
            ClientRequest request = new ClientRequest(
                    client, received, headers, Deadline.in(timeForAnswer, System::nanoTime), overrideLabels, identity);
            if (reportsCost) {
                request.notes().reportCost();
            }
            request.notes().client(name);
            request.notes().trace(traces.of(name));
            return request.spending(limits.of(client, identity));
        }
    }
}
