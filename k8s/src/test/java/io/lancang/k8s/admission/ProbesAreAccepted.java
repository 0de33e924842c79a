package io.lancang.k8s.admission;

import com.fasterxml.jackson.databind.JsonNode;
import io.lancang.k8s.manifest.ManifestSet;
import io.lancang.k8s.manifest.PodTemplate;
import io.lancang.k8s.policy.Checks;
import io.lancang.k8s.policy.Finding;
import io.lancang.k8s.policy.Policy;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A probe asks in exactly one way, in times and counts of at least one; only a probe that can end a pod has a grace period. */
public final class ProbesAreAccepted implements Policy {
    private static final List<String> PROBES = List.of("startupProbe", "livenessProbe", "readinessProbe");
    private static final List<String> WAYS = List.of("httpGet", "tcpSocket", "exec", "grpc");
    private static final List<String> AT_LEAST_ONE =
            List.of("periodSeconds", "timeoutSeconds", "failureThreshold", "successThreshold");

    @Override
    public Stream<Finding> check(ManifestSet set) {
        return set.pods()
                .flatMap(pod -> pod.containers()
                        .flatMap(container -> PROBES.stream()
                                .filter(container::has)
                                .flatMap(name -> probe(pod, name, container.path(name)))));
    }

    private static Stream<Finding> probe(PodTemplate pod, String name, JsonNode probe) {
        Checks checks = new Checks(pod.owner(), name + ": ");
        checks.require(WAYS.stream().filter(probe::has).count() == 1, "does not ask in exactly one way");
        AT_LEAST_ONE.forEach(key -> checks.require(
                !probe.has(key) || probe.path(key).asInt() >= 1, key + " " + probe.path(key) + " is less than 1"));
        checks.require(probe.path("initialDelaySeconds").asInt() >= 0, "initialDelaySeconds is negative");
        checks.require(
                name.equals("readinessProbe") || probe.path("successThreshold").asInt(1) == 1,
                "successThreshold is not 1");
        checks.require(
                !probe.has("terminationGracePeriodSeconds")
                        || (!name.equals("readinessProbe")
                                && probe.path("terminationGracePeriodSeconds").asInt() >= 1),
                "terminationGracePeriodSeconds is less than 1, or of a probe that ends no pod");
        if (probe.has("httpGet")) {
            JsonNode http = probe.path("httpGet");
            checks.require(!http.path("path").asText().isEmpty(), "asks no path");
            checks.require(
                    Set.of("", "HTTP", "HTTPS").contains(http.path("scheme").asText()),
                    "scheme " + http.path("scheme") + " is neither HTTP nor HTTPS");
        }
        for (String way : List.of("httpGet", "tcpSocket")) {
            checks.require(
                    !probe.has(way) || Syntax.isPort(probe.path(way).path("port")),
                    "port " + probe.path(way).path("port") + " is none");
        }
        checks.require(!probe.has("exec") || !probe.at("/exec/command").isEmpty(), "runs no command");
        return checks.findings();
    }
}
