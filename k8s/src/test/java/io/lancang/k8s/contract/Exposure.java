package io.lancang.k8s.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.lancang.k8s.manifest.Manifest;
import io.lancang.k8s.manifest.ManifestSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How an application is reached and watched, as generated and as written: its Service, what that selects, and where metrics
 * are scraped. Each difference is explained here or is a fault.
 */
final class Exposure {
    /** What differs on purpose, and why. */
    static final Map<String, String> EXPLAINED = Map.of(
            "port",
            "written as what the container listens on, so that a port-forward and the gateway's URLs have the same number;"
                    + " generated as 80",
            "selector",
            "written with the component as well, since pods of the preparation have the same name and take no requests");

    private static final String COMPONENT = "app.kubernetes.io/component";

    private final List<String> unexplained = new ArrayList<>();
    private final List<String> explained = new ArrayList<>();

    Exposure(ManifestSet generated, ManifestSet written, String name) {
        Manifest expected = generated.get("Service", name);
        Manifest actual = written.get("Service", name);
        Manifest deployment = written.get("Deployment", name);
        same("type", expected.at("/spec/type"), actual.at("/spec/type"));
        same("name of the port", expected.at("/spec/ports/0/name"), actual.at("/spec/ports/0/name"));
        int target = expected.at("/spec/ports/0/targetPort").asInt();
        same("target", target, number(deployment, actual.at("/spec/ports/0/targetPort")));
        different("port", actual.at("/spec/ports/0/port").asInt() == target, expected.at("/spec/ports/0/port"));
        selectors(expected.at("/spec/selector"), actual.at("/spec/selector"), deployment);
        monitor(expected, written.get("PodMonitor", name), deployment);
    }

    /** What differs and should not. */
    List<String> unexplained() {
        return List.copyOf(unexplained);
    }

    /** What differs as {@link #EXPLAINED} says. */
    List<String> explained() {
        return List.copyOf(explained);
    }

    private void selectors(JsonNode expected, JsonNode actual, Manifest deployment) {
        expected.properties().forEach(label -> same(label.getKey(), label.getValue(), actual.path(label.getKey())));
        same("selectors of Service and Deployment", actual, deployment.at("/spec/selector/matchLabels"));
        different("selector", actual.size() == expected.size() + 1 && actual.has(COMPONENT), expected);
    }

    /** What is generated tells Prometheus by annotations what a PodMonitor tells its operator. */
    private void monitor(Manifest expected, Manifest monitor, Manifest deployment) {
        JsonNode endpoint = monitor.at("/spec/podMetricsEndpoints/0");
        same(
                "path of metrics",
                expected.text("/metadata/annotations/prometheus.io~1path"),
                endpoint.path("path").asText());
        same(
                "port of metrics",
                Integer.parseInt(expected.text("/metadata/annotations/prometheus.io~1port")),
                number(deployment, endpoint.path("port")));
        same(
                "what the monitor selects",
                deployment.at("/spec/selector/matchLabels"),
                monitor.at("/spec/selector/matchLabels"));
    }

    private static int number(Manifest deployment, JsonNode port) {
        return deployment
                .each("/spec/template/spec/containers/0/ports")
                .filter(each -> each.path("name").equals(port))
                .map(each -> each.path("containerPort").asInt())
                .findFirst()
                .orElse(port.asInt());
    }

    private void same(String what, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            unexplained.add(what + " is " + actual + ", and generated as " + expected);
        }
    }

    private void different(String what, boolean asExplained, JsonNode expected) {
        (asExplained ? explained : unexplained).add(what + " is generated as " + expected);
    }
}
