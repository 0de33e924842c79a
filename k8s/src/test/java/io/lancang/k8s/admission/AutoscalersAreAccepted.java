package io.lancang.k8s.admission;

import com.fasterxml.jackson.databind.JsonNode;
import io.lancang.k8s.manifest.Manifest;
import io.lancang.k8s.manifest.ManifestSet;
import io.lancang.k8s.policy.Checks;
import io.lancang.k8s.policy.Finding;
import io.lancang.k8s.policy.Policy;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** An autoscaler has bounds in order, and each of its metrics one source and the one target of its type. */
public final class AutoscalersAreAccepted implements Policy {
    private static final int LONGEST_WINDOW = 3600;
    private static final Map<String, String> TARGETS =
            Map.of("AverageValue", "averageValue", "Value", "value", "Utilization", "averageUtilization");

    @Override
    public Stream<Finding> check(ManifestSet set) {
        return set.ofKind("HorizontalPodAutoscaler").flatMap(AutoscalersAreAccepted::autoscaler);
    }

    private static Stream<Finding> autoscaler(Manifest autoscaler) {
        Checks checks = new Checks(autoscaler, "");
        int least = autoscaler.at("/spec/minReplicas").asInt(1);
        int most = autoscaler.at("/spec/maxReplicas").asInt();
        checks.require(least >= 1, "minReplicas is less than 1");
        checks.require(least <= most, "minReplicas " + least + " is more than maxReplicas " + most);
        autoscaler.each("/spec/metrics").forEach(metric -> metric(metric, checks));
        for (String way : List.of("scaleUp", "scaleDown")) {
            JsonNode rules = autoscaler.at("/spec/behavior/" + way);
            int window = rules.path("stabilizationWindowSeconds").asInt();
            checks.require(
                    window >= 0 && window <= LONGEST_WINDOW, way + ": stabilizationWindowSeconds is not 0 to 3600");
            Manifest.items(rules.path("policies"))
                    .forEach(policy -> checks.require(
                            policy.path("value").asInt() >= 1
                                    && policy.path("periodSeconds").asInt() >= 1
                                    && policy.path("periodSeconds").asInt() <= 1800,
                            way + ": a policy scales by nothing or over no time up to 1800 s: " + policy));
        }
        return checks.findings();
    }

    private static void metric(JsonNode metric, Checks checks) {
        String type = metric.path("type").asText();
        String field = type.isEmpty() ? "" : type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
        checks.require(
                metric.size() == 2 && metric.has(field), "a metric is not of its type " + type + " alone: " + metric);
        JsonNode target = metric.path(field).path("target");
        String value = TARGETS.getOrDefault(target.path("type").asText(), "");
        checks.require(
                target.size() == 2 && target.has(value), "a target has not the one value of its type: " + target);
        checks.require(
                !value.equals("averageUtilization") || target.path(value).asInt() >= 1, "averageUtilization is none");
        checks.require(
                value.equals("averageUtilization")
                        || Syntax.amount(target.path(value))
                                .filter(amount -> amount.signum() > 0)
                                .isPresent(),
                "a target is not more than 0: " + target);
    }
}
