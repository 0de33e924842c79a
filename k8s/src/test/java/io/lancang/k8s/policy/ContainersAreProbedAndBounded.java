package io.lancang.k8s.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.lancang.k8s.manifest.ManifestSet;
import io.lancang.k8s.manifest.PodTemplate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every container says what it needs: CPU and memory requested, memory limited to what is requested or more. CPU has no
 * limit on purpose: it would slow starts and single requests while cores are idle. What serves has all three probes, on a
 * port that it has.
 */
public final class ContainersAreProbedAndBounded implements Policy {
    private static final List<String> PROBES = List.of("startupProbe", "livenessProbe", "readinessProbe");

    @Override
    public Stream<Finding> check(ManifestSet set) {
        return set.pods().flatMap(pod -> pod.containers().flatMap(container -> container(pod, container)));
    }

    private static Stream<Finding> container(PodTemplate pod, JsonNode container) {
        Checks checks =
                new Checks(pod.owner(), "container " + container.path("name").asText() + ": ");
        JsonNode resources = container.path("resources");
        checks.require(resources.at("/requests/cpu").isTextual(), "requests no CPU");
        checks.require(resources.at("/requests/memory").isTextual(), "requests no memory");
        checks.require(resources.at("/limits/memory").isTextual(), "has no limit of memory");
        checks.require(resources.at("/limits/cpu").isMissingNode(), "has a limit of CPU");
        if (pod.serves()) {
            PROBES.forEach(probe -> probe(pod, container.path(probe), probe, checks));
        }
        return checks.findings();
    }

    private static void probe(PodTemplate pod, JsonNode probe, String name, Checks checks) {
        checks.require(probe.isObject(), "has no " + name);
        for (String way : List.of("httpGet", "tcpSocket")) {
            JsonNode port = probe.path(way).path("port");
            checks.require(
                    port.isMissingNode() || pod.listensOn(port), name + " asks port " + port + ", which it has not");
        }
    }
}
