package io.lancang.k8s.policy;

import io.lancang.k8s.manifest.Manifest;
import io.lancang.k8s.manifest.ManifestSet;
import io.lancang.k8s.manifest.PodTemplate;
import java.util.List;
import java.util.stream.Stream;

/**
 * No rollout, drain or scaling takes the last good pod away: a Deployment adds before it removes, spreads its pods and has
 * a disruption budget, and the number of its pods has one owner.
 */
public final class RolloutsKeepCapacity implements Policy {
    @Override
    public Stream<Finding> check(ManifestSet set) {
        return set.ofKind("Deployment").flatMap(deployment -> deployment(set, deployment));
    }

    private static Stream<Finding> deployment(ManifestSet set, Manifest deployment) {
        Checks checks = new Checks(deployment, "");
        PodTemplate pods = deployment.pods().orElseThrow();
        checks.require(
                deployment.text("/spec/strategy/rollingUpdate/maxUnavailable").equals("0"), "maxUnavailable is not 0");
        checks.require(
                Manifest.items(pods.spec().path("topologySpreadConstraints"))
                        .filter(each -> pods.matches(each.at("/labelSelector/matchLabels")))
                        .map(each -> each.path("topologyKey").asText())
                        .toList()
                        .containsAll(List.of("kubernetes.io/hostname", "topology.kubernetes.io/zone")),
                "its pods are not spread over nodes and zones");
        checks.require(
                set.ofKind("PodDisruptionBudget").anyMatch(each -> pods.matches(each.at("/spec/selector/matchLabels"))),
                "no PodDisruptionBudget is for its pods");
        boolean scaled = set.ofKind("HorizontalPodAutoscaler")
                .anyMatch(each -> each.text("/spec/scaleTargetRef/name").equals(deployment.name()));
        checks.require(
                !(scaled && deployment.tree().at("/spec").has("replicas")), "replicas are set beside an autoscaler");
        return checks.findings();
    }
}
