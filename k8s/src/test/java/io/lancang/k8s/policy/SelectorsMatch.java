package io.lancang.k8s.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.lancang.k8s.manifest.Manifest;
import io.lancang.k8s.manifest.ManifestSet;
import io.lancang.k8s.manifest.PodTemplate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What selects pods or routes to a Service finds them, with the port that it means. */
public final class SelectorsMatch implements Policy {
    @Override
    public Stream<Finding> check(ManifestSet set) {
        return Stream.of(
                        set.all().flatMap(SelectorsMatch::workload),
                        set.ofKind("Service").flatMap(each -> service(set, each)),
                        set.ofKind("PodDisruptionBudget").flatMap(each -> budget(set, each)),
                        set.ofKind("HorizontalPodAutoscaler").flatMap(each -> autoscaler(set, each)),
                        set.ofKind("PodMonitor").flatMap(each -> monitor(set, each)),
                        set.ofKind("Ingress").flatMap(each -> ingress(set, each)),
                        set.ofKind("HTTPRoute").flatMap(each -> route(set, each)),
                        set.ofKind("ScheduledBackup").flatMap(each -> backup(set, each)))
                .flatMap(findings -> findings);
    }

    private static Stream<Finding> workload(Manifest manifest) {
        JsonNode selector = manifest.at("/spec/selector/matchLabels");
        Optional<PodTemplate> pods = manifest.pods().filter(PodTemplate::serves);
        return pods
                .filter(each -> selector.isEmpty() || !each.matches(selector))
                .map(each -> new Finding(manifest, "does not select its own pods"))
                .stream();
    }

    private static Stream<Finding> service(ManifestSet set, Manifest service) {
        Checks checks = new Checks(service, "");
        List<PodTemplate> pods = selected(set, service.at("/spec/selector"));
        String database = service.text("/spec/selector/cnpg.io~1cluster");
        if (pods.isEmpty() && !database.isEmpty()) {
            return ofDatabase(set, database, service, checks);
        }
        checks.require(!pods.isEmpty(), "selects no pods");
        service.each("/spec/ports")
                .map(port -> port.path("targetPort"))
                .forEach(port -> checks.require(
                        pods.stream().allMatch(pod -> pod.listensOn(port)), "its pods have no port " + port.asText()));
        return checks.findings();
    }

    /** Pods that the operator makes are no part of the set; they listen where every PostgreSQL does. */
    private static Stream<Finding> ofDatabase(ManifestSet set, String database, Manifest service, Checks checks) {
        checks.require(set.find("Cluster", database).isPresent(), "there is no Cluster " + database);
        service.each("/spec/ports")
                .map(port -> port.path("targetPort").asText())
                .forEach(port -> checks.require(port.equals("5432"), "a database has no port " + port));
        return checks.findings();
    }

    private static Stream<Finding> budget(ManifestSet set, Manifest budget) {
        return one(
                budget, !selected(set, budget.at("/spec/selector/matchLabels")).isEmpty(), "selects no pods");
    }

    private static Stream<Finding> autoscaler(ManifestSet set, Manifest autoscaler) {
        String kind = autoscaler.text("/spec/scaleTargetRef/kind");
        String name = autoscaler.text("/spec/scaleTargetRef/name");
        return one(
                autoscaler, set.find(kind, name).isPresent(), "scales " + kind + "/" + name + ", which is not there");
    }

    private static Stream<Finding> monitor(ManifestSet set, Manifest monitor) {
        Checks checks = new Checks(monitor, "");
        String database = monitor.text("/spec/selector/matchLabels/cnpg.io~1cluster");
        if (!database.isEmpty()) {
            return operated(set, database, monitor, checks);
        }
        List<PodTemplate> pods = selected(set, monitor.at("/spec/selector/matchLabels"));
        checks.require(!pods.isEmpty(), "selects no pods");
        monitor.each("/spec/podMetricsEndpoints")
                .map(endpoint -> endpoint.path("port"))
                .forEach(port -> checks.require(
                        pods.stream().allMatch(pod -> pod.listensOn(port)), "its pods have no port " + port.asText()));
        return checks.findings();
    }

    /** Pods that the operator makes are no part of the set; their one port for metrics has a name. */
    private static Stream<Finding> operated(ManifestSet set, String database, Manifest monitor, Checks checks) {
        checks.require(set.find("Cluster", database).isPresent(), "there is no Cluster " + database);
        monitor.each("/spec/podMetricsEndpoints")
                .forEach(endpoint -> checks.require(
                        endpoint.path("port").asText().equals("metrics"),
                        "a database has no port " + endpoint.path("port")));
        return checks.findings();
    }

    private static Stream<Finding> ingress(ManifestSet set, Manifest ingress) {
        return ingress.each("/spec/rules")
                .flatMap(rule -> Manifest.items(rule.at("/http/paths")))
                .map(path -> path.at("/backend/service"))
                .flatMap(backend -> one(
                        ingress,
                        hasPort(set, backend.path("name").asText(), "name", backend.at("/port/name")),
                        "no Service has what it routes to: " + backend));
    }

    /** A Gateway of another namespace is somebody else's, and not part of what is deployed. */
    private static boolean isOwn(Manifest route, JsonNode parent) {
        String namespace = parent.path("namespace").asText();
        return namespace.isEmpty() || namespace.equals(route.text("/metadata/namespace"));
    }

    private static Stream<Finding> route(ManifestSet set, Manifest route) {
        Checks checks = new Checks(route, "");
        route.each("/spec/rules")
                .flatMap(rule -> Manifest.items(rule.path("backendRefs")))
                .forEach(backend -> checks.require(
                        hasPort(set, backend.path("name").asText(), "port", backend.path("port")),
                        "no Service has what it routes to: " + backend));
        route.each("/spec/parentRefs").filter(parent -> isOwn(route, parent)).forEach(parent -> {
            Optional<JsonNode> listener = set
                    .find("Gateway", parent.path("name").asText())
                    .stream()
                    .flatMap(gateway -> gateway.each("/spec/listeners"))
                    .filter(each -> each.path("name").equals(parent.path("sectionName")))
                    .findFirst();
            checks.require(listener.isPresent(), "no Gateway has the listener " + parent);
            listener.ifPresent(each -> checks.require(
                    route.each("/spec/hostnames").allMatch(host -> host.equals(each.path("hostname"))),
                    "its host names are not those of the listener"));
        });
        return checks.findings();
    }

    private static Stream<Finding> backup(ManifestSet set, Manifest backup) {
        String name = backup.text("/spec/cluster/name");
        return one(backup, set.find("Cluster", name).isPresent(), "there is no Cluster " + name);
    }

    private static boolean hasPort(ManifestSet set, String service, String key, JsonNode value) {
        return set.find("Service", service).stream()
                .flatMap(each -> each.each("/spec/ports"))
                .anyMatch(port -> port.path(key).equals(value));
    }

    private static List<PodTemplate> selected(ManifestSet set, JsonNode labels) {
        return labels.isEmpty()
                ? List.of()
                : set.pods().filter(pod -> pod.matches(labels)).toList();
    }

    private static Stream<Finding> one(Manifest manifest, boolean holds, String problem) {
        return holds ? Stream.empty() : Stream.of(new Finding(manifest, problem));
    }
}
