package io.lancang.k8s.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.lancang.k8s.manifest.Manifest;
import io.lancang.k8s.manifest.ManifestSet;
import io.lancang.k8s.manifest.PodTemplate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Pods keep the restricted pod security standard, and what Lancang asks beyond it: a root file system that cannot be
 * written, a fixed user, no token and no service links. The namespace enforces the standard. OpenShift gives pods a user of
 * their namespace and refuses those that name another.
 */
public final class PodsAreRestricted implements Policy {
    private static final Set<String> VOLUMES = Set.of(
            "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret");

    @Override
    public Stream<Finding> check(ManifestSet set) {
        return Stream.of(
                        namespaces(set),
                        set.pods().flatMap(pod -> pod(pod, isForOpenShift(set))),
                        set.pods().flatMap(this::containers))
                .flatMap(findings -> findings);
    }

    private static Stream<Finding> namespaces(ManifestSet set) {
        return set.ofKind("Namespace")
                .filter(each -> !each.text("/metadata/labels/pod-security.kubernetes.io~1enforce")
                        .equals("restricted"))
                .map(each -> new Finding(each, "does not enforce the restricted pod security standard"));
    }

    private static boolean isForOpenShift(ManifestSet set) {
        return set.find("NetworkPolicy", "allow-dns")
                .filter(each -> each.tree().toString().contains("openshift-dns"))
                .isPresent();
    }

    private static Stream<Finding> pod(PodTemplate pod, boolean openShift) {
        Checks checks = new Checks(pod.owner(), "");
        JsonNode spec = pod.spec();
        JsonNode security = spec.path("securityContext");
        checks.isFalse(spec, "automountServiceAccountToken");
        checks.isFalse(spec, "enableServiceLinks");
        checks.isTrue(security, "runAsNonRoot");
        checks.is(security.path("seccompProfile"), "type", "RuntimeDefault");
        if (openShift) {
            for (String user : Set.of("runAsUser", "runAsGroup", "fsGroup")) {
                checks.require(!security.has(user), user + " names one, which OpenShift gives");
            }
        } else {
            checks.require(security.path("runAsUser").asInt() > 0, "runAsUser names no user other than root");
        }
        for (String host : Set.of("hostNetwork", "hostPID", "hostIPC")) {
            checks.require(!spec.path(host).asBoolean(), host + " is true");
        }
        Manifest.items(spec.path("volumes"))
                .filter(volume ->
                        volume.properties().stream().map(Map.Entry::getKey).noneMatch(VOLUMES::contains))
                .forEach(volume -> checks.require(
                        false, "volume " + volume.path("name").asText() + " is of a kind that is not allowed"));
        return checks.findings();
    }

    private Stream<Finding> containers(PodTemplate pod) {
        return pod.containers().flatMap(container -> container(pod, container));
    }

    private Stream<Finding> container(PodTemplate pod, JsonNode container) {
        Checks checks =
                new Checks(pod.owner(), "container " + container.path("name").asText() + ": ");
        JsonNode security = container.path("securityContext");
        checks.isFalse(security, "allowPrivilegeEscalation");
        checks.isTrue(security, "readOnlyRootFilesystem");
        checks.require(!security.path("privileged").asBoolean(), "privileged is true");
        checks.require(
                !security.has("runAsNonRoot") || security.path("runAsNonRoot").asBoolean(), "may run as root");
        checks.require(
                Manifest.items(security.at("/capabilities/drop"))
                        .anyMatch(each -> each.asText().equals("ALL")),
                "does not drop all capabilities");
        checks.require(security.at("/capabilities/add").isEmpty(), "adds capabilities");
        checks.require(
                Manifest.items(container.path("ports")).noneMatch(port -> port.has("hostPort")),
                "takes a port of the host");
        return checks.findings();
    }
}
