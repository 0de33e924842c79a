package io.lancang.gateway.headers;

import io.lancang.gateway.config.GatewayConfig;
import io.lancang.gateway.config.headers.HeaderStrategy;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.MultiMap;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All rules about headers. Immutable, and so thread-safe. */
@Singleton
public class HeaderRules {
    static final HeaderRules NONE = new HeaderRules(List.of(), Map.of(), List.of(), Map.of());

    private final List<RequestRule> requests;
    /** Of those subgraphs alone that have some. */
    private final Map<String, List<RequestRule>> requestsBySubgraph;

    private final List<ResponseRule> answers;
    /** Those for all subgraphs included. */
    private final Map<String, List<ResponseRule>> answersBySubgraph;

    /** @throws ConfigurationException if a rule is none */
    @Inject
    public HeaderRules(GatewayConfig config) {
        Set<String> claimHeaders = config.access().claimHeaders().keySet().stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        RequestRuleReader reader = new RequestRuleReader(claimHeaders);
        requests =
                reader.read("lancang.gateway.headers.request", config.headers().request());
        answers = ResponseRule.read(
                "lancang.gateway.headers.response", config.headers().response());
        Map<String, List<RequestRule>> ofRequests = new HashMap<>();
        Map<String, List<ResponseRule>> ofAnswers = new HashMap<>();
        config.subgraphs().forEach((name, settings) -> {
            String key = "lancang.gateway.subgraphs.\"" + name + "\".headers";
            List<RequestRule> own =
                    reader.read(key + ".request", settings.headers().request());
            if (!own.isEmpty()) {
                ofRequests.put(name, own);
            }
            List<ResponseRule> all = new ArrayList<>(answers);
            all.addAll(ResponseRule.read(key + ".response", settings.headers().response()));
            ofAnswers.put(name, List.copyOf(all));
        });
        requestsBySubgraph = Map.copyOf(ofRequests);
        answersBySubgraph = Map.copyOf(ofAnswers);
        refuseTwoStrategies();
    }

    private HeaderRules(
            List<RequestRule> requests,
            Map<String, List<RequestRule>> requestsBySubgraph,
            List<ResponseRule> answers,
            Map<String, List<ResponseRule>> answersBySubgraph) {
        this.requests = requests;
        this.requestsBySubgraph = requestsBySubgraph;
        this.answers = answers;
        this.answersBySubgraph = answersBySubgraph;
    }

    /** Which answer counts must not depend on which subgraph is asked. */
    private void refuseTwoStrategies() {
        Map<String, HeaderStrategy> strategies = new HashMap<>();
        Stream.concat(answers.stream(), answersBySubgraph.values().stream().flatMap(List::stream))
                .forEach(rule -> {
                    HeaderStrategy other = strategies.putIfAbsent(rule.target(), rule.strategy());
                    if (other != null && other != rule.strategy()) {
                        throw new ConfigurationException("Rules of lancang.gateway.headers.response and"
                                + " lancang.gateway.subgraphs.*.headers.response send clients \"" + rule.target()
                                + "\" by the"
                                + " strategies " + other + " and " + rule.strategy() + ". Give all of them one.");
                    }
                });
    }

    /**
     * What subgraphs are sent for a client.
     *
     * @param client all headers that it has sent
     * @param forwarded what is sent without rules; becomes part of what is given back
     * @param last what is done to all headers of a subgraph after the rules
     * @param identity what some are told besides
     */
    public SubgraphHeaders forClient(
            MultiMap client, MultiMap forwarded, Consumer<MultiMap> last, SubgraphIdentity identity) {
        OutgoingHeaders common = OutgoingHeaders.of(forwarded);
        requests.forEach(rule -> rule.apply(client, common));
        last.accept(common.all());
        // The connection of a WebSocket lasts, and so does what is remembered here.
        MultiMap remembered = requestsBySubgraph.isEmpty() ? SubgraphHeaders.NOTHING : client;
        return new SubgraphHeaders(this, remembered, common, last, identity);
    }

    /** The client's headers on which answers depend because of rules, sorted; {@code *} for those that nobody can list. */
    public Set<String> asked() {
        Set<String> names = new TreeSet<>();
        Stream.concat(requests.stream(), requestsBySubgraph.values().stream().flatMap(List::stream))
                .forEach(rule -> {
                    switch (rule) {
                        case RequestRule.Propagate named -> names.add(named.source());
                        case RequestRule.PropagateMatching any -> names.add("*");
                        case RequestRule.Insert same -> {
                            // The same for all clients.
                        }
                        case RequestRule.Remove none -> {
                            // What is not sent makes no difference.
                        }
                    }
                });
        return names;
    }

    /** The rules of this subgraph alone, for its requests. */
    List<RequestRule> ofRequests(String subgraph) {
        return requestsBySubgraph.getOrDefault(subgraph, List.of());
    }

    /** All rules that hold for answers of this subgraph. */
    List<ResponseRule> ofAnswers(String subgraph) {
        return answersBySubgraph.getOrDefault(subgraph, answers);
    }
}
