package io.lancang.k8s.admission;

import com.fasterxml.jackson.databind.JsonNode;
import io.lancang.k8s.manifest.Manifest;
import io.lancang.k8s.manifest.ManifestSet;
import io.lancang.k8s.manifest.PodTemplate;
import io.lancang.k8s.policy.Checks;
import io.lancang.k8s.policy.Finding;
import io.lancang.k8s.policy.Policy;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Variables have one source each, and mounts, ports and images the form that a container's have. */
public final class ContainersAreAccepted implements Policy {
    private static final Set<String> PULL = Set.of("Always", "IfNotPresent", "Never");
    private static final List<String> SOURCES =
            List.of("secretKeyRef", "configMapKeyRef", "fieldRef", "resourceFieldRef");

    @Override
    public Stream<Finding> check(ManifestSet set) {
        return set.pods().flatMap(pod -> pod.containers().flatMap(container -> container(pod, container)));
    }

    private static Stream<Finding> container(PodTemplate pod, JsonNode container) {
        Checks checks =
                new Checks(pod.owner(), "container " + container.path("name").asText() + ": ");
        String image = container.path("image").asText();
        checks.require(!image.isEmpty() && image.equals(image.strip()), "image '" + image + "' is none");
        String pull = container.path("imagePullPolicy").asText();
        checks.require(pull.isEmpty() || PULL.contains(pull), "imagePullPolicy " + pull + " is none of " + PULL);
        Manifest.items(container.path("env")).forEach(variable -> variable(variable, checks));
        Manifest.items(container.path("ports")).forEach(port -> {
            checks.require(
                    Syntax.isPortNumber(port.path("containerPort")),
                    "containerPort " + port.path("containerPort") + " is no port");
            checks.require(
                    Set.of("", "TCP", "UDP", "SCTP")
                            .contains(port.path("protocol").asText()),
                    "protocol " + port.path("protocol") + " is none of TCP, UDP, SCTP");
        });
        Manifest.items(container.path("volumeMounts"))
                .map(mount -> mount.path("mountPath").asText())
                .forEach(path ->
                        checks.require(!path.isEmpty() && !path.contains(":"), "mountPath '" + path + "' is no path"));
        return checks.findings();
    }

    private static void variable(JsonNode variable, Checks checks) {
        String name = variable.path("name").asText();
        checks.require(Syntax.isVariable(name), "'" + name + "' is no name of a variable");
        checks.require(
                !(variable.has("value") && variable.has("valueFrom")),
                name + " has a value and takes it from elsewhere");
        checks.require(
                !variable.has("value") || variable.path("value").isTextual(), name + " has a value that is no text");
        if (variable.has("valueFrom")) {
            checks.require(
                    SOURCES.stream().filter(variable.path("valueFrom")::has).count() == 1,
                    name + " does not take its value from exactly one source");
        }
    }
}
