package io.lancang.k8s.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.lancang.k8s.manifest.Home;
import io.lancang.k8s.manifest.Manifest;
import io.lancang.k8s.manifest.ManifestSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The PromQL of dashboard and alert rules, and the metrics with labels that they name. */
final class Queries {
    private static final Pattern NAME =
            Pattern.compile("([a-zA-Z_:][\\w:]*)\\s*(\\{[^}]*})?(\\[[^\\]]*])?(?!\\s*[\\w(])");
    private static final Pattern LABEL =
            Pattern.compile("([a-zA-Z_]\\w*)\\s*(?:=~|!~|!=|=)\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern GROUPING = Pattern.compile("\\b(?:by|without|on|ignoring)\\s*\\([^)]*\\)");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset");
    /** Written by Prometheus when it scrapes. */
    private static final Set<String> SCRAPED =
            Set.of("namespace", "pod", "container", "job", "instance", "app_kubernetes_io_part_of", "cnpg_io_cluster");
    /** Of Prometheus itself, of kube-state-metrics and of the kubelet: neither the applications' nor the databases'. */
    private static final Set<String> FOREIGN = Set.of(
            "up", "kube_job_failed", "kubelet_volume_stats_available_bytes", "kubelet_volume_stats_capacity_bytes");

    private Queries() {}

    /** A metric with the labels by which a query selects. */
    record Use(String metric, Map<String, String> labels) {}

    /** All queries of a set. */
    static Stream<String> of(ManifestSet set) {
        Stream<String> rules = set.ofKind("PrometheusRule")
                .flatMap(rule -> rule.each("/spec/groups"))
                .flatMap(group -> Manifest.items(group.path("rules")))
                .map(rule -> rule.path("expr").asText());
        Stream<String> panels = set.ofKind("ConfigMap")
                .filter(each -> each.at("/metadata/labels").has("grafana_dashboard"))
                .flatMap(each -> Manifest.items(each.at("/data")))
                .map(Queries::json)
                .flatMap(dashboard -> Manifest.items(dashboard.path("panels")))
                .flatMap(panel -> Manifest.items(panel.path("targets")))
                .map(target -> target.path("expr").asText());
        Stream<String> autoscalers = set.ofKind("HorizontalPodAutoscaler")
                .flatMap(each -> each.each("/spec/metrics"))
                .map(metric -> metric.at("/pods/metric/name").asText())
                .filter(name -> !name.isEmpty());
        return Stream.of(rules, panels, autoscalers).flatMap(all -> all);
    }

    /**
     * The series that CloudNativePG exposes of an instance without configuration, as far as they are asked for here: names
     * and labels as its documentation and its default queries have them.
     */
    static List<String> ofDatabases() {
        try {
            return Files.readAllLines(Home.manifests().resolve("src/test/resources/database-metrics.txt"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What a query asks for. */
    static List<Use> uses(String query) {
        List<Use> uses = new ArrayList<>();
        Matcher names = NAME.matcher(GROUPING.matcher(query).replaceAll(""));
        while (names.find()) {
            if (!WORDS.contains(names.group(1)) && !FOREIGN.contains(names.group(1))) {
                uses.add(new Use(names.group(1), labels(names.group(2))));
            }
        }
        return uses;
    }

    /**
     * What no series of the applications has.
     *
     * @param series lines of metrics as scraped
     */
    static List<Use> unanswered(Stream<String> queries, Collection<String> series) {
        return queries.flatMap(query -> uses(query).stream())
                .distinct()
                .filter(use -> series.stream().noneMatch(line -> answers(line, use)))
                .toList();
    }

    private static boolean answers(String line, Use use) {
        String name = line.replaceFirst("[{ ].*", "");
        return name.equals(use.metric())
                && use.labels().keySet().stream()
                        .filter(label -> !SCRAPED.contains(label))
                        .allMatch(label -> line.contains(label + "=\""));
    }

    private static Map<String, String> labels(String selector) {
        Map<String, String> labels = new TreeMap<>();
        if (selector != null) {
            LABEL.matcher(selector).results().forEach(label -> labels.put(label.group(1), label.group(2)));
        }
        return labels;
    }

    private static JsonNode json(JsonNode text) {
        try {
            return new JsonMapper().readTree(text.asText());
        } catch (JsonProcessingException failure) {
            throw new AssertionError("A dashboard is no JSON", failure);
        }
    }
}
