package io.lancang.k8s.admission;

import com.fasterxml.jackson.databind.JsonNode;
import io.lancang.k8s.manifest.Manifest;
import io.lancang.k8s.manifest.ManifestSet;
import io.lancang.k8s.policy.Checks;
import io.lancang.k8s.policy.Finding;
import io.lancang.k8s.policy.Policy;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A job ends, and each rule of its failure policy judges in one way, by containers and statuses that there are. */
public final class JobsAreAccepted implements Policy {
    private static final int RULES = 20;
    private static final int STATUSES = 255;
    private static final Set<String> ACTIONS = Set.of("FailJob", "FailIndex", "Ignore", "Count");
    private static final Set<String> STATES = Set.of("True", "False", "Unknown");

    @Override
    public Stream<Finding> check(ManifestSet set) {
        return set.ofKind("Job").flatMap(JobsAreAccepted::job);
    }

    private static Stream<Finding> job(Manifest job) {
        Checks checks = new Checks(job, "");
        boolean judged = job.at("/spec").has("podFailurePolicy");
        WorkloadsAreAccepted.restarts(job, judged ? Set.of("Never") : Set.of("Never", "OnFailure"), checks);
        for (String key : List.of("backoffLimit", "ttlSecondsAfterFinished")) {
            checks.require(job.at("/spec/" + key).asInt() >= 0, key + " is negative");
        }
        checks.require(job.at("/spec/activeDeadlineSeconds").asInt(1) >= 1, "activeDeadlineSeconds is less than 1");
        checks.require(!job.at("/spec").has("selector"), "has a selector, which the API server makes itself");
        checks.require(job.at("/spec/podFailurePolicy/rules").size() <= RULES, "has more than 20 rules");
        List<String> containers = job.pods().stream()
                .flatMap(pod -> pod.containers().map(each -> each.path("name").asText()))
                .toList();
        job.each("/spec/podFailurePolicy/rules").forEach(rule -> rule(rule, containers, checks));
        return checks.findings();
    }

    private static void rule(JsonNode rule, List<String> containers, Checks checks) {
        checks.require(ACTIONS.contains(rule.path("action").asText()), rule.path("action") + " is none of " + ACTIONS);
        checks.require(
                rule.has("onExitCodes") != rule.has("onPodConditions"),
                "a rule does not judge either exit codes or conditions: " + rule);
        JsonNode codes = rule.path("onExitCodes");
        if (codes.isObject()) {
            checks.require(
                    !codes.has("containerName")
                            || containers.contains(codes.path("containerName").asText()),
                    "a rule is for a container that is not there: " + codes.path("containerName"));
            List<Integer> values =
                    Manifest.items(codes.path("values")).map(JsonNode::asInt).toList();
            checks.require(
                    !values.isEmpty()
                            && values.size() <= STATUSES
                            && values.equals(values.stream().distinct().sorted().toList()),
                    "exit codes are not in order, or none: " + values);
            checks.require(
                    !(codes.path("operator").asText().equals("In") && values.contains(0)), "exit code 0 is no failure");
        }
        Manifest.items(rule.path("onPodConditions"))
                .forEach(condition -> checks.require(
                        Syntax.isQualifiedName(condition.path("type").asText())
                                && STATES.contains(condition.path("status").asText("True")),
                        "a rule has no condition: " + condition));
    }
}
