package io.lancang.k8s;

import static io.lancang.k8s.Broken.CONTAINER;
import static io.lancang.k8s.Broken.POD;

import io.lancang.k8s.policy.ContainersAreProbedAndBounded;
import io.lancang.k8s.policy.ImagesAreFixed;
import io.lancang.k8s.policy.NothingWidensRestrictions;
import io.lancang.k8s.policy.PodsAreRestricted;
import io.lancang.k8s.policy.Policy;
import io.lancang.k8s.policy.SecretsHaveNoData;
import io.lancang.k8s.policy.UploadsFitTheirVolume;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pods that would get too much, or be too little looked after. */
class BrokenPodsTest {
    private static final Policy RESTRICTED = new PodsAreRestricted();
    private static final Policy NOT_WIDENED = new NothingWidensRestrictions();
    private static final Policy PROBED = new ContainersAreProbedAndBounded();
    private static final Policy UPLOADS_FIT = new UploadsFitTheirVolume();
    private static final Policy FIXED = new ImagesAreFixed();
    private static final Policy NO_SECRETS = new SecretsHaveNoData();

    static Stream<Broken> broken() {
        return Stream.of(brokenPods(), widenedPods(), brokenContainers(), brokenVolumes())
                .flatMap(all -> all);
    }

    private static Stream<Broken> brokenPods() {
        return Stream.of(
                Broken.inOverlay(
                        RESTRICTED,
                        "test/overlays/openshift",
                        "Deployment",
                        "gateway",
                        POD + "securityContext/runAsUser",
                        "10001",
                        "runAsUser names one, which OpenShift gives"),
                new Broken(
                        RESTRICTED,
                        "Namespace",
                        "lancang",
                        "/metadata/labels/pod-security.kubernetes.io~1enforce",
                        "\"baseline\"",
                        "does not enforce"),
                new Broken(
                        RESTRICTED,
                        "Deployment",
                        "gateway",
                        POD + "automountServiceAccountToken",
                        "",
                        "automountServiceAccountToken is not false"),
                new Broken(
                        RESTRICTED,
                        "Deployment",
                        "gateway",
                        POD + "enableServiceLinks",
                        "true",
                        "enableServiceLinks is not false"),
                new Broken(RESTRICTED, "Deployment", "gateway", POD + "hostNetwork", "true", "hostNetwork is true"),
                new Broken(
                        RESTRICTED,
                        "Deployment",
                        "gateway",
                        POD + "securityContext/runAsNonRoot",
                        "",
                        "runAsNonRoot is not true"),
                new Broken(
                        RESTRICTED,
                        "Deployment",
                        "gateway",
                        POD + "securityContext/runAsUser",
                        "0",
                        "runAsUser names no user"),
                new Broken(
                        RESTRICTED,
                        "Deployment",
                        "gateway",
                        POD + "securityContext/seccompProfile/type",
                        "\"Unconfined\"",
                        "type is not RuntimeDefault"),
                new Broken(
                        RESTRICTED,
                        "Deployment",
                        "gateway",
                        POD + "volumes/-",
                        "{\"name\":\"host\",\"hostPath\":{\"path\":\"/\"}}",
                        "volume host is of a kind"),
                new Broken(
                        RESTRICTED,
                        "Job",
                        "trade-service-preparation",
                        CONTAINER + "securityContext/allowPrivilegeEscalation",
                        "true",
                        "allowPrivilegeEscalation is not false"),
                new Broken(
                        RESTRICTED,
                        "Deployment",
                        "trade-service",
                        CONTAINER + "securityContext/readOnlyRootFilesystem",
                        "false",
                        "readOnlyRootFilesystem is not true"),
                new Broken(
                        RESTRICTED,
                        "Deployment",
                        "trade-service",
                        CONTAINER + "securityContext/capabilities",
                        "{}",
                        "does not drop all capabilities"),
                new Broken(
                        RESTRICTED,
                        "Deployment",
                        "trade-service",
                        CONTAINER + "securityContext/capabilities/add",
                        "[\"NET_ADMIN\"]",
                        "adds capabilities"),
                new Broken(
                        RESTRICTED,
                        "Deployment",
                        "trade-service",
                        CONTAINER + "ports/0/hostPort",
                        "8081",
                        "takes a port of the host"));
    }

    private static Stream<Broken> widenedPods() {
        return Stream.of(
                new Broken(
                        NOT_WIDENED,
                        "Deployment",
                        "gateway",
                        CONTAINER + "securityContext/seccompProfile",
                        "{\"type\":\"Unconfined\"}",
                        "container gateway: securityContext sets seccompProfile"),
                new Broken(
                        NOT_WIDENED,
                        "Job",
                        "trade-service-preparation",
                        CONTAINER + "securityContext/runAsUser",
                        "0",
                        "container preparation: securityContext sets runAsUser"),
                new Broken(
                        NOT_WIDENED,
                        "Deployment",
                        "gateway",
                        POD + "securityContext/sysctls",
                        "[{\"name\":\"kernel.msgmax\",\"value\":\"1\"}]",
                        "its pods: securityContext sets sysctls"),
                new Broken(
                        NOT_WIDENED,
                        "Deployment",
                        "gateway",
                        CONTAINER + "readinessProbe/httpGet/host",
                        "\"192.0.2.1\"",
                        "readinessProbe asks another host"),
                new Broken(
                        NOT_WIDENED,
                        "Deployment",
                        "gateway",
                        CONTAINER + "lifecycle",
                        "{\"preStop\":{\"httpGet\":{\"host\":\"192.0.2.1\",\"port\":80}}}",
                        "lifecycle/preStop asks another host"));
    }

    private static Stream<Broken> brokenVolumes() {
        return Stream.of(
                new Broken(
                        UPLOADS_FIT,
                        "Deployment",
                        "corridor-service",
                        POD + "volumes/0/emptyDir/sizeLimit",
                        "\"460Mi\"",
                        "uploads may take more than the volume of 460Mi"),
                new Broken(
                        UPLOADS_FIT,
                        "Deployment",
                        "corridor-service",
                        CONTAINER + "env/5/value",
                        "\"0.4G\"",
                        "LANCANG_INTAKE_SPOOL_LIMIT is not set"));
    }

    private static Stream<Broken> brokenContainers() {
        return Stream.of(
                new Broken(PROBED, "Deployment", "gateway", CONTAINER + "livenessProbe", "", "has no livenessProbe"),
                new Broken(
                        PROBED,
                        "Deployment",
                        "gateway",
                        CONTAINER + "readinessProbe/httpGet/port",
                        "\"health\"",
                        "readinessProbe asks port \"health\""),
                new Broken(
                        PROBED,
                        "Deployment",
                        "gateway",
                        CONTAINER + "resources/limits/memory",
                        "",
                        "has no limit of memory"),
                new Broken(
                        PROBED,
                        "Deployment",
                        "gateway",
                        CONTAINER + "resources/requests/memory",
                        "",
                        "requests no memory"),
                new Broken(
                        PROBED, "Deployment", "gateway", CONTAINER + "resources/requests/cpu", "", "requests no CPU"),
                new Broken(
                        PROBED,
                        "Deployment",
                        "gateway",
                        CONTAINER + "resources/limits/cpu",
                        "\"1\"",
                        "has a limit of CPU"),
                new Broken(
                        FIXED,
                        "Deployment",
                        "gateway",
                        CONTAINER + "image",
                        "\"lancang/gateway:latest\"",
                        "is neither a version nor a commit nor a digest"),
                new Broken(
                        FIXED,
                        "Deployment",
                        "gateway",
                        CONTAINER + "image",
                        "\"lancang/gateway:1.0.0-SNAPSHOT\"",
                        "is neither a version nor a commit nor a digest"),
                new Broken(
                        FIXED,
                        "Deployment",
                        "gateway",
                        CONTAINER + "image",
                        "\"lancang/gateway\"",
                        "is neither a version nor a commit nor a digest"),
                new Broken(
                        NO_SECRETS,
                        "Deployment",
                        "trade-service",
                        CONTAINER + "env/-",
                        "{\"name\":\"QUARKUS_DATASOURCE_PASSWORD\",\"value\":\"x\"}",
                        "is a plain value"),
                new Broken(NO_SECRETS, "ServiceAccount", "gateway", "/kind", "\"Secret\"", "")
                        .and("Secret", "gateway", "/stringData", "{\"password\":\"x\"}", "a secret with data"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void isCaught(Broken broken) {
        broken.assertCaught();
    }
}
