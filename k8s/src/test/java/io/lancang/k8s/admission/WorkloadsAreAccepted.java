package io.lancang.k8s.admission;

import com.fasterxml.jackson.databind.JsonNode;
import io.lancang.k8s.manifest.Manifest;
import io.lancang.k8s.manifest.ManifestSet;
import io.lancang.k8s.manifest.PodTemplate;
import io.lancang.k8s.policy.Checks;
import io.lancang.k8s.policy.Finding;
import io.lancang.k8s.policy.Policy;
import java.util.Set;
import java.util.stream.Stream;

/** Deployments, StatefulSets and their pods have settings that go together; of jobs, another class says so. */
public final class WorkloadsAreAccepted implements Policy {
    /** What the API server assumes where a Deployment says nothing. */
    private static final int DEFAULT_PROGRESS_DEADLINE = 600;

    private static final Set<String> SPREADING = Set.of("DoNotSchedule", "ScheduleAnyway");

    @Override
    public Stream<Finding> check(ManifestSet set) {
        return Stream.of(
                        set.ofKind("Deployment").flatMap(WorkloadsAreAccepted::deployment),
                        set.ofKind("StatefulSet").flatMap(each -> statefulSet(set, each)),
                        set.pods().flatMap(WorkloadsAreAccepted::pod))
                .flatMap(findings -> findings);
    }

    private static Stream<Finding> deployment(Manifest deployment) {
        Checks checks = new Checks(deployment, "");
        JsonNode strategy = deployment.at("/spec/strategy");
        JsonNode rolling = strategy.path("rollingUpdate");
        checks.require(
                !strategy.path("type").asText().equals("Recreate") || rolling.isMissingNode(),
                "is recreated and has a rollingUpdate");
        checks.require(
                !(isZero(rolling.path("maxSurge")) && isZero(rolling.path("maxUnavailable"))),
                "maxSurge and maxUnavailable are both 0: nothing could roll");
        checks.require(
                deployment.at("/spec/progressDeadlineSeconds").asInt(DEFAULT_PROGRESS_DEADLINE)
                        > deployment.at("/spec/minReadySeconds").asInt(),
                "progressDeadlineSeconds is not more than minReadySeconds");
        checks.require(deployment.at("/spec/replicas").asInt(1) >= 0, "replicas is negative");
        checks.require(deployment.at("/spec/revisionHistoryLimit").asInt(1) >= 0, "revisionHistoryLimit is negative");
        restarts(deployment, Set.of("", "Always"), checks);
        return checks.findings();
    }

    private static boolean isZero(JsonNode amount) {
        return amount.asText().equals("0") || amount.asText().equals("0%");
    }

    private static Stream<Finding> statefulSet(ManifestSet set, Manifest statefulSet) {
        Checks checks = new Checks(statefulSet, "");
        String service = statefulSet.text("/spec/serviceName");
        checks.require(set.find("Service", service).isPresent(), "there is no Service " + service);
        statefulSet
                .each("/spec/volumeClaimTemplates")
                .forEach(claim -> checks.require(
                        !claim.at("/spec/accessModes").isEmpty()
                                && claim.at("/spec/resources/requests/storage").isTextual(),
                        claim.at("/metadata/name").asText() + " claims no storage, or says not how it is accessed"));
        restarts(statefulSet, Set.of("", "Always"), checks);
        return checks.findings();
    }

    /** Pods of a kind may only restart as their kind restarts them. */
    static void restarts(Manifest workload, Set<String> allowed, Checks checks) {
        String policy = workload.text("/spec/template/spec/restartPolicy");
        checks.require(allowed.contains(policy), "restartPolicy '" + policy + "' is not for a " + workload.kind());
    }

    private static Stream<Finding> pod(PodTemplate pod) {
        Checks checks = new Checks(pod.owner(), "");
        checks.require(
                pod.spec().path("terminationGracePeriodSeconds").asInt(1) >= 0,
                "terminationGracePeriodSeconds is negative");
        checks.require(pod.containers().findAny().isPresent(), "has no container");
        Manifest.items(pod.spec().path("topologySpreadConstraints")).forEach(constraint -> {
            checks.require(constraint.path("maxSkew").asInt() >= 1, "maxSkew is less than 1");
            checks.require(
                    Syntax.isQualifiedName(constraint.path("topologyKey").asText()),
                    "topologyKey " + constraint.path("topologyKey") + " is no key of a label");
            String otherwise = constraint.path("whenUnsatisfiable").asText();
            checks.require(SPREADING.contains(otherwise), "whenUnsatisfiable is none of " + SPREADING);
            checks.require(
                    !constraint.has("minDomains") || otherwise.equals("DoNotSchedule"),
                    "minDomains is only for DoNotSchedule");
        });
        Manifest.items(pod.spec().path("volumes"))
                .forEach(volume -> checks.require(
                        volume.size() == 2, "volume " + volume.path("name").asText() + " is not of exactly one kind"));
        return checks.findings();
    }
}
