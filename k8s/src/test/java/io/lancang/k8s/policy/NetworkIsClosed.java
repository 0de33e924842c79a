package io.lancang.k8s.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.lancang.k8s.manifest.Manifest;
import io.lancang.k8s.manifest.ManifestSet;
import io.lancang.k8s.manifest.PodTemplate;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything is denied unless a policy opens it, each policy is for pods that exist and names ports that they have, and the
 * graph of a subgraph is open to the gateway alone, and to the proxies that bring files of stewards there.
 */
public final class NetworkIsClosed implements Policy {
    /** Pods that an operator makes; they are no part of the set. */
    private static final String OPERATED = "cnpg.io/cluster";

    @Override
    public Stream<Finding> check(ManifestSet set) {
        return Stream.concat(denied(set), set.ofKind("NetworkPolicy").flatMap(policy -> policy(set, policy)));
    }

    private static Stream<Finding> denied(ManifestSet set) {
        boolean closed = set.ofKind("NetworkPolicy")
                .anyMatch(each -> each.at("/spec/podSelector").isEmpty()
                        && each.each("/spec/policyTypes")
                                .map(JsonNode::asText)
                                .toList()
                                .containsAll(Set.of("Ingress", "Egress"))
                        && !each.tree().at("/spec").has("ingress")
                        && !each.tree().at("/spec").has("egress"));
        if (closed) {
            return Stream.empty();
        }
        // Beside other people's pods ours are closed one by one.
        return set.ofKind("Namespace").findAny().isPresent()
                ? set.ofKind("Namespace").map(each -> new Finding(each, "has no policy that denies everything"))
                : set.pods()
                        .filter(pod -> !isClosed(set, pod))
                        .map(pod -> new Finding(pod.owner(), "no policy closes its pods in both directions"));
    }

    private static boolean isClosed(ManifestSet set, PodTemplate pod) {
        return set.ofKind("NetworkPolicy")
                .filter(policy -> pod.matches(policy.at("/spec/podSelector/matchLabels")))
                .anyMatch(policy -> policy.each("/spec/policyTypes")
                        .map(JsonNode::asText)
                        .toList()
                        .containsAll(Set.of("Ingress", "Egress")));
    }

    private static Stream<Finding> policy(ManifestSet set, Manifest policy) {
        Checks checks = new Checks(policy, "");
        JsonNode target = policy.at("/spec/podSelector/matchLabels");
        checks.require(exists(set, target), "is for pods that do not exist: " + target);
        policy.each("/spec/ingress").forEach(rule -> {
            Manifest.items(rule.path("from")).forEach(peer -> peer(set, peer, checks));
            ports(set, target, rule, checks);
            checks.require(!rule.path("from").isEmpty(), "lets anybody in");
            if (opensGraphOfSubgraph(target, rule)) {
                checks.require(
                        Manifest.items(rule.path("from")).allMatch(peer -> isGateway(peer) || isOfStewards(peer)),
                        "opens a subgraph to others than the gateway and the proxies of stewards");
            }
        });
        policy.each("/spec/egress")
                .forEach(rule -> Manifest.items(rule.path("to")).forEach(peer -> {
                    peer(set, peer, checks);
                    if (!peer.has("namespaceSelector") && peer.has("podSelector")) {
                        ports(set, peer.at("/podSelector/matchLabels"), rule, checks);
                    }
                }));
        return checks.findings();
    }

    private static void peer(ManifestSet set, JsonNode peer, Checks checks) {
        JsonNode labels = peer.at("/podSelector/matchLabels");
        checks.require(
                peer.has("namespaceSelector") || !peer.has("podSelector") || exists(set, labels),
                "speaks of pods that do not exist: " + labels);
    }

    private static void ports(ManifestSet set, JsonNode labels, JsonNode rule, Checks checks) {
        set.pods()
                .filter(PodTemplate::serves)
                .filter(pod -> !labels.isEmpty() && pod.matches(labels))
                .forEach(pod -> Manifest.items(rule.path("ports"))
                        .map(port -> port.path("port"))
                        .forEach(port ->
                                checks.require(pod.listensOn(port), pod.owner() + " has no port " + port.asText())));
    }

    private static boolean opensGraphOfSubgraph(JsonNode target, JsonNode rule) {
        return target.path("app.kubernetes.io/component").asText().equals("subgraph")
                && Manifest.items(rule.path("ports"))
                        .anyMatch(port -> !port.path("port").asText().equals("management"));
    }

    private static boolean isGateway(JsonNode peer) {
        return !peer.has("namespaceSelector")
                && peer.at("/podSelector/matchLabels/app.kubernetes.io~1name")
                        .asText()
                        .equals("gateway");
    }

    private static boolean isOfStewards(JsonNode peer) {
        return !peer.has("podSelector")
                && peer.at("/namespaceSelector/matchLabels/lancang.io~1stewards")
                        .asText()
                        .equals("true");
    }

    private static boolean exists(ManifestSet set, JsonNode labels) {
        return labels.isEmpty()
                || set.find("Cluster", labels.path(OPERATED).asText()).isPresent()
                // In a set without databases of its own, the policies for them are without effect.
                || (labels.has(OPERATED)
                        && set.ofKind("ExternalSecret").findAny().isPresent())
                || set.pods().anyMatch(pod -> pod.matches(labels));
    }
}
