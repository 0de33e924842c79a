package io.lancang.k8s.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.lancang.k8s.manifest.ManifestSet;
import io.lancang.k8s.manifest.PodTemplate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a container could set over its pod, or a pod beside what it is held to, to escape the restricted pod security standard.
 * Some of these settings have values that the standard allows; none is needed here.
 */
public final class NothingWidensRestrictions implements Policy {
    private static final List<String> OF_PODS =
            List.of("sysctls", "seLinuxOptions", "appArmorProfile", "windowsOptions", "supplementalGroups");
    private static final List<String> OF_CONTAINERS = List.of(
            "runAsUser",
            "runAsGroup",
            "seccompProfile",
            "seLinuxOptions",
            "appArmorProfile",
            "procMount",
            "windowsOptions");

    /** Whatever asks for a host makes the kubelet connect to it, from the network of the node. */
    private static final List<String> ASKING =
            List.of("startupProbe", "livenessProbe", "readinessProbe", "lifecycle/postStart", "lifecycle/preStop");

    @Override
    public Stream<Finding> check(ManifestSet set) {
        return set.pods().flatMap(NothingWidensRestrictions::pod);
    }

    private static Stream<Finding> pod(PodTemplate pod) {
        Checks checks = new Checks(pod.owner(), "");
        unset(pod.spec().path("securityContext"), OF_PODS, "its pods", checks);
        pod.containers().forEach(container -> {
            String name = "container " + container.path("name").asText();
            unset(container.path("securityContext"), OF_CONTAINERS, name, checks);
            for (String asking : ASKING) {
                for (String way : List.of("httpGet", "tcpSocket")) {
                    checks.require(
                            container.at("/" + asking + "/" + way + "/host").isMissingNode(),
                            name + ": " + asking + " asks another host");
                }
            }
        });
        return checks.findings();
    }

    private static void unset(JsonNode security, List<String> keys, String whose, Checks checks) {
        keys.forEach(key -> checks.require(!security.has(key), whose + ": securityContext sets " + key));
    }
}
