package io.lancang.k8s;

import static io.lancang.k8s.Broken.CONTAINER;
import static io.lancang.k8s.Broken.POD;

import io.lancang.k8s.admission.ContainersAreAccepted;
import io.lancang.k8s.admission.JobsAreAccepted;
import io.lancang.k8s.admission.ProbesAreAccepted;
import io.lancang.k8s.admission.WorkloadsAreAccepted;
import io.lancang.k8s.policy.Policy;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Workloads and their pods that no API server takes. */
class BrokenWorkloadsTest {
    private static final Policy CONTAINERS = new ContainersAreAccepted();
    private static final Policy PROBES = new ProbesAreAccepted();
    private static final Policy WORKLOADS = new WorkloadsAreAccepted();
    private static final Policy JOBS = new JobsAreAccepted();

    static Stream<Broken> broken() {
        return Stream.of(containers(), probes(), workloads(), jobs()).flatMap(all -> all);
    }

    private static Stream<Broken> containers() {
        return Stream.of(
                new Broken(CONTAINERS, "Deployment", "gateway", CONTAINER + "image", "\"\"", "is none"),
                new Broken(
                        CONTAINERS,
                        "Deployment",
                        "gateway",
                        CONTAINER + "imagePullPolicy",
                        "\"Missing\"",
                        "imagePullPolicy Missing"),
                new Broken(
                        CONTAINERS,
                        "Deployment",
                        "gateway",
                        CONTAINER + "env/0/name",
                        "\"1X\"",
                        "is no name of a variable"),
                new Broken(
                        CONTAINERS, "Deployment", "gateway", CONTAINER + "env/0/value", "5", "a value that is no text"),
                new Broken(
                        CONTAINERS,
                        "Deployment",
                        "trade-service",
                        CONTAINER + "env/0/value",
                        "\"trade\"",
                        "has a value and takes it from elsewhere"),
                new Broken(
                        CONTAINERS,
                        "Deployment",
                        "trade-service",
                        CONTAINER + "env/0/valueFrom/fieldRef",
                        "{\"fieldPath\":\"metadata.name\"}",
                        "from exactly one source"),
                new Broken(
                        CONTAINERS,
                        "Deployment",
                        "gateway",
                        CONTAINER + "ports/0/containerPort",
                        "80800",
                        "is no port"),
                new Broken(
                        CONTAINERS,
                        "Deployment",
                        "gateway",
                        CONTAINER + "ports/0/protocol",
                        "\"HTTP\"",
                        "none of TCP, UDP, SCTP"),
                new Broken(
                        CONTAINERS,
                        "Deployment",
                        "gateway",
                        CONTAINER + "volumeMounts/0/mountPath",
                        "\"c:/tmp\"",
                        "is no path"));
    }

    private static Stream<Broken> probes() {
        return Stream.of(
                new Broken(
                        PROBES,
                        "Deployment",
                        "gateway",
                        CONTAINER + "livenessProbe/tcpSocket",
                        "{\"port\":\"http\"}",
                        "does not ask in exactly one way"),
                new Broken(
                        PROBES,
                        "Deployment",
                        "gateway",
                        CONTAINER + "livenessProbe/periodSeconds",
                        "0",
                        "periodSeconds 0 is less than 1"),
                new Broken(
                        PROBES,
                        "Deployment",
                        "gateway",
                        CONTAINER + "livenessProbe/successThreshold",
                        "2",
                        "successThreshold is not 1"),
                new Broken(
                        PROBES,
                        "Deployment",
                        "gateway",
                        CONTAINER + "startupProbe/initialDelaySeconds",
                        "-1",
                        "initialDelaySeconds is negative"),
                new Broken(
                        PROBES,
                        "Deployment",
                        "gateway",
                        CONTAINER + "readinessProbe/terminationGracePeriodSeconds",
                        "10",
                        "of a probe that ends no pod"),
                new Broken(
                        PROBES,
                        "Deployment",
                        "gateway",
                        CONTAINER + "livenessProbe/terminationGracePeriodSeconds",
                        "0",
                        "terminationGracePeriodSeconds is less than 1"),
                new Broken(
                        PROBES, "Deployment", "gateway", CONTAINER + "livenessProbe/httpGet/path", "", "asks no path"),
                new Broken(
                        PROBES,
                        "Deployment",
                        "gateway",
                        CONTAINER + "livenessProbe/httpGet/scheme",
                        "\"https\"",
                        "neither HTTP nor HTTPS"),
                new Broken(
                        PROBES,
                        "Deployment",
                        "gateway",
                        CONTAINER + "livenessProbe/httpGet/port",
                        "0",
                        "port 0 is none"),
                Broken.inOverlay(
                        PROBES,
                        "overlays/dev",
                        "StatefulSet",
                        "trade-db",
                        CONTAINER + "readinessProbe/exec/command",
                        "[]",
                        "runs no command"));
    }

    private static Stream<Broken> workloads() {
        return Stream.of(
                new Broken(
                        WORKLOADS,
                        "Deployment",
                        "gateway",
                        "/spec/strategy/type",
                        "\"Recreate\"",
                        "is recreated and has a rollingUpdate"),
                new Broken(
                        WORKLOADS,
                        "Deployment",
                        "gateway",
                        "/spec/strategy/rollingUpdate/maxSurge",
                        "0",
                        "nothing could roll"),
                new Broken(
                        WORKLOADS,
                        "Deployment",
                        "gateway",
                        "/spec/minReadySeconds",
                        "300",
                        "progressDeadlineSeconds is not more"),
                new Broken(WORKLOADS, "Deployment", "gateway", "/spec/replicas", "-1", "replicas is negative"),
                new Broken(
                        WORKLOADS,
                        "Deployment",
                        "gateway",
                        "/spec/revisionHistoryLimit",
                        "-1",
                        "revisionHistoryLimit is negative"),
                new Broken(
                        WORKLOADS,
                        "Deployment",
                        "gateway",
                        POD + "restartPolicy",
                        "\"OnFailure\"",
                        "is not for a Deployment"),
                Broken.inOverlay(
                        WORKLOADS,
                        "overlays/dev",
                        "StatefulSet",
                        "trade-db",
                        "/spec/serviceName",
                        "\"trade-db\"",
                        "there is no Service trade-db"),
                Broken.inOverlay(
                        WORKLOADS,
                        "overlays/dev",
                        "StatefulSet",
                        "trade-db",
                        "/spec/volumeClaimTemplates/0/spec/accessModes",
                        "",
                        "data claims no storage"),
                new Broken(
                        WORKLOADS,
                        "Deployment",
                        "gateway",
                        POD + "terminationGracePeriodSeconds",
                        "-1",
                        "terminationGracePeriodSeconds is negative"),
                new Broken(WORKLOADS, "Deployment", "gateway", POD + "containers", "[]", "has no container"),
                new Broken(
                        WORKLOADS,
                        "Deployment",
                        "gateway",
                        POD + "topologySpreadConstraints/0/maxSkew",
                        "0",
                        "maxSkew is less than 1"),
                new Broken(
                        WORKLOADS,
                        "Deployment",
                        "gateway",
                        POD + "topologySpreadConstraints/0/topologyKey",
                        "\"a zone\"",
                        "is no key of a label"),
                new Broken(
                        WORKLOADS,
                        "Deployment",
                        "gateway",
                        POD + "topologySpreadConstraints/0/whenUnsatisfiable",
                        "\"Ignore\"",
                        "whenUnsatisfiable is none of"),
                new Broken(
                        WORKLOADS,
                        "Deployment",
                        "gateway",
                        POD + "topologySpreadConstraints/0/minDomains",
                        "2",
                        "minDomains is only for DoNotSchedule"),
                new Broken(
                        WORKLOADS,
                        "Deployment",
                        "gateway",
                        POD + "volumes/1/configMap",
                        "{\"name\":\"x\"}",
                        "is not of exactly one kind"));
    }

    private static Stream<Broken> jobs() {
        return Stream.of(
                new Broken(
                        JOBS,
                        "Job",
                        "trade-service-preparation",
                        POD + "restartPolicy",
                        "\"OnFailure\"",
                        "is not for a Job"),
                new Broken(
                        JOBS,
                        "Job",
                        "trade-service-preparation",
                        "/spec/backoffLimit",
                        "-1",
                        "backoffLimit is negative"),
                new Broken(
                        JOBS,
                        "Job",
                        "trade-service-preparation",
                        "/spec/activeDeadlineSeconds",
                        "0",
                        "activeDeadlineSeconds is less than 1"),
                new Broken(
                        JOBS,
                        "Job",
                        "trade-service-preparation",
                        "/spec/selector",
                        "{\"matchLabels\":{}}",
                        "which the API server makes itself"),
                new Broken(
                        JOBS,
                        "Job",
                        "trade-service-preparation",
                        "/spec/podFailurePolicy/rules/0/action",
                        "\"Fail\"",
                        "is none of"),
                new Broken(
                        JOBS,
                        "Job",
                        "trade-service-preparation",
                        "/spec/podFailurePolicy/rules/0/onPodConditions",
                        "[]",
                        "either exit codes or conditions"),
                new Broken(
                        JOBS,
                        "Job",
                        "trade-service-preparation",
                        "/spec/podFailurePolicy/rules/0/onExitCodes/containerName",
                        "\"trade-service\"",
                        "a container that is not there"),
                new Broken(
                        JOBS,
                        "Job",
                        "trade-service-preparation",
                        "/spec/podFailurePolicy/rules/0/onExitCodes/values",
                        "[4,3]",
                        "not in order"),
                new Broken(
                        JOBS,
                        "Job",
                        "trade-service-preparation",
                        "/spec/podFailurePolicy/rules/0/onExitCodes/values",
                        "[0,3]",
                        "exit code 0 is no failure"),
                new Broken(
                        JOBS,
                        "Job",
                        "trade-service-preparation",
                        "/spec/podFailurePolicy/rules/1/onPodConditions/0/status",
                        "\"yes\"",
                        "a rule has no condition"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void isCaught(Broken broken) {
        broken.assertCaught();
    }
}
