package io.lancang.k8s.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.lancang.k8s.manifest.Home;
import io.lancang.k8s.manifest.Manifest;
import io.lancang.k8s.manifest.ManifestSet;
import io.lancang.k8s.manifest.OwnOverlay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is watched, wherever it is deployed, and the databases with it. */
class MonitoringTest {
    private static final String LABEL = "app_kubernetes_io_part_of";

    /** Whatever sums up over series keeps namespaces apart: two sets in one cluster would hide each other. */
    private static final Pattern MIXES = Pattern.compile("\\b(sum|min|max|avg|count)\\b(?! by \\(namespace\\b)");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @Test
    void followsTheSetIntoANamespaceOfAnotherName() throws IOException {
        ManifestSet other = OwnOverlay.render(folder, """
            apiVersion: kustomize.config.k8s.io/v1beta1
            kind: Kustomization
            namespace: trade-of-laos
            resources: ["@/overlays/prod"]
            """);

        assertEquals(
                List.of(),
                other.all()
                        .map(each -> each.kind().equals("Namespace") ? each.name() : each.text("/metadata/namespace"))
                        .filter(namespace -> !namespace.equals("trade-of-laos"))
                        .toList());
        assertEquals(
                List.of(),
                Queries.of(other)
                        .filter(query -> query.contains("namespace=\"lancang\""))
                        .toList());
        JsonNode variable = new JsonMapper()
                .readTree(other.get("ConfigMap", "lancang-dashboard").text("/data/lancang.json"))
                .at("/templating/list/1");
        assertEquals("namespace", variable.path("name").asText());
        assertEquals("query", variable.path("type").asText());
    }

    @Test
    void keepsNamespacesApartInEveryAlert() {
        List<String> alerts = rules().map(rule -> rule.path("expr").asText()).toList();

        assertTrue(alerts.size() > 15, alerts::toString);
        assertEquals(
                List.of(),
                alerts.stream().filter(query -> MIXES.matcher(query).find()).toList());
        assertTrue(MIXES.matcher("sum(rate(x[5m])) > 1").find());
    }

    @Test
    void tellsOurSeriesFromThoseOfOtherPrograms() {
        List<String> common = rules().map(rule -> rule.path("expr").asText())
                .filter(query -> query.matches("(?s).*\\b(up|sql_|jvm_|http_).*"))
                .filter(query -> !query.contains("cnpg_"))
                .toList();

        assertFalse(common.isEmpty());
        assertTrue(common.stream().allMatch(query -> query.contains(LABEL + "=\"lancang\"")), common::toString);
        assertEquals(
                List.of("[\"app.kubernetes.io/part-of\"]", "[\"cnpg.io/cluster\"]"),
                prod().ofKind("PodMonitor")
                        .map(monitor -> monitor.at("/spec/podTargetLabels").toString())
                        .distinct()
                        .sorted()
                        .toList());
    }

    @Test
    void asksDatabasesForWhatTheirOperatorExposes() {
        List<String> queries = rulesOf("lancang-databases")
                .map(rule -> rule.path("expr").asText())
                .toList();

        assertEquals(List.of(), Queries.unanswered(queries.stream(), Queries.ofDatabases()));
        assertEquals(
                List.of("cnpg_pg_replication_delay"),
                Queries.unanswered(Stream.of("max(cnpg_pg_replication_delay) > 1"), Queries.ofDatabases()).stream()
                        .map(Queries.Use::metric)
                        .toList());
    }

    @Test
    void scalesOnCpuAloneUnlessTheAdapterIsConfigured() throws IOException {
        assertEquals(List.of("Resource"), metrics(prod()).toList());
        ManifestSet managed = ManifestSet.render("test/overlays/managed");
        assertEquals(List.of("Pods", "Resource"), metrics(managed).toList());

        String asked = managed.get("HorizontalPodAutoscaler", "gateway").text("/spec/metrics/1/pods/metric/name");
        JsonNode rule = new YAMLMapper()
                .readTree(Files.readString(
                        Home.manifests().resolve("components/autoscaling-requests/prometheus-adapter.yaml")))
                .at("/rules/custom/0");
        assertEquals(
                List.of(new Queries.Use(asked, Map.of("namespace", "", "pod", ""))),
                Queries.uses(rule.path("seriesQuery").asText()));
        assertEquals("pod", rule.at("/resources/overrides/pod/resource").asText());
        assertEquals("${1}", rule.at("/name/as").asText());
    }

    private static Stream<String> metrics(ManifestSet set) {
        return set.ofKind("HorizontalPodAutoscaler")
                .flatMap(scaler -> scaler.each("/spec/metrics"))
                .map(metric -> metric.path("type").asText())
                .distinct()
                .sorted();
    }

    private static ManifestSet prod() {
        return ManifestSet.render("overlays/prod");
    }

    private static Stream<JsonNode> rules() {
        return prod().ofKind("PrometheusRule").flatMap(rule -> rulesOf(rule.name()));
    }

    private static Stream<JsonNode> rulesOf(String name) {
        return prod().get("PrometheusRule", name)
                .each("/spec/groups")
                .flatMap(group -> Manifest.items(group.path("rules")));
    }
}
