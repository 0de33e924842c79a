package io.lancang.k8s.admission;

import com.fasterxml.jackson.databind.JsonNode;
import io.lancang.k8s.manifest.Manifest;
import io.lancang.k8s.manifest.ManifestSet;
import io.lancang.k8s.manifest.PodTemplate;
import io.lancang.k8s.policy.Checks;
import io.lancang.k8s.policy.Finding;
import io.lancang.k8s.policy.Policy;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A budget says either how many may miss or how many must be there; the eviction of a pod that two are for is refused. */
public final class BudgetsAreAccepted implements Policy {
    private static final Pattern AMOUNT = Pattern.compile("\\d+|100%|\\d{1,2}%");
    private static final Set<String> EVICTION = Set.of("", "AlwaysAllow", "IfHealthyBudget");

    @Override
    public Stream<Finding> check(ManifestSet set) {
        return Stream.concat(
                set.ofKind("PodDisruptionBudget").flatMap(BudgetsAreAccepted::budget),
                set.pods().flatMap(pod -> single(set, pod)));
    }

    private static Stream<Finding> budget(Manifest budget) {
        Checks checks = new Checks(budget, "");
        JsonNode spec = budget.at("/spec");
        checks.require(
                spec.has("maxUnavailable") != spec.has("minAvailable"),
                "has not either maxUnavailable or minAvailable");
        for (String key : Set.of("maxUnavailable", "minAvailable")) {
            checks.require(
                    !spec.has(key) || AMOUNT.matcher(spec.path(key).asText()).matches(),
                    key + " " + spec.path(key) + " is neither a number nor a share");
        }
        checks.require(
                EVICTION.contains(spec.path("unhealthyPodEvictionPolicy").asText()),
                "unhealthyPodEvictionPolicy is none of " + EVICTION);
        return checks.findings();
    }

    private static Stream<Finding> single(ManifestSet set, PodTemplate pod) {
        Checks checks = new Checks(pod.owner(), "");
        checks.require(
                set.ofKind("PodDisruptionBudget")
                                .filter(budget -> pod.matches(budget.at("/spec/selector/matchLabels")))
                                .count()
                        <= 1,
                "its pods have more than one PodDisruptionBudget");
        return checks.findings();
    }
}
