package io.lancang.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lancang.k8s.manifest.Chart;
import io.lancang.k8s.manifest.Manifest;
import io.lancang.k8s.manifest.ManifestSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The chart beside the base of Kustomize. That it keeps every rule, the tests of all overlays say. */
class ChartTest {
    private static final String INLINE = "chart/ci/inline-values.yaml";

    @TempDir
    Path scratch;

    @Test
    void isCleanForHelm() {
        assertFalse(Chart.lint().isFailed(), () -> Chart.lint().getMessages().toString());
    }

    /** A chart without another tag takes the image of its own version, which is the one of the base. */
    @Test
    void takesTheImageOfItsVersion() {
        assertEquals(image("test/overlays/gateway", "gateway"), image(INLINE, "graph-lancang-gateway"));
    }

    private static String image(String overlay, String name) {
        return ManifestSet.render(overlay).get("Deployment", name).text("/spec/template/spec/containers/0/image");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "supergraph: {}                                              | set exactly one of inline, configMap and url; set are: none",
                "supergraph: {configMap: mine, url: 'https://a.example'}     | set exactly one of inline, configMap and url; set are: configMap, url",
                "supergraph: {url: a.example}                                | '/supergraph/url': 'a.example' does not match",
                "{supergraph: {url: 'https://a.example'}, replica: 3}        | additional properties 'replica' not allowed",
                "{supergraph: {url: 'https://a.example'}, image: {tag: latest}} | '/image/tag': 'not' failed",
                "{supergraph: {url: 'https://a.example'}, httpRoute: {enabled: true}} | '/httpRoute/parentRefs': minItems: got 0, want 1",
                "{supergraph: {url: 'https://a.example'}, ingress: {enabled: true}} | '/ingress/hostnames': minItems: got 0, want 1",
                "{supergraph: {url: 'https://a.example'}, podDisruptionBudget: {maxUnavailable: 0}} | minimum: got 0, want 1",
                "{supergraph: {url: 'https://a.example'}, keys: {secret: My_Keys}} | '/keys/secret': 'My_Keys' does not match",
                "{supergraph: {url: 'https://a.example'}, user: 0}           | '/user': minimum: got 0, want 1",
            })
    void refusesValuesThatAreWrong(String values, String reason) throws IOException {
        Path file = Files.writeString(scratch.resolve("values.yaml"), values);

        var refused = assertThrows(IllegalStateException.class, () -> Chart.render(file));
        assertTrue(refused.toString().contains(reason), refused.toString());
    }

    /** Pods of the chart are those of the base, but for names. */
    @Test
    void runsThePodsOfTheBase() {
        JsonNode chart = container(ManifestSet.render(INLINE), "graph-lancang-gateway");
        JsonNode base = container(ManifestSet.render("test/overlays/gateway"), "gateway");

        assertEquals(base, chart);
    }

    private static JsonNode container(ManifestSet set, String name) {
        ObjectNode container = set.get("Deployment", name)
                .tree()
                .withObject("/spec/template/spec")
                .withArray("/containers")
                .get(0)
                .deepCopy();
        container.remove("image");
        return container;
    }

    @Test
    void leavesOutWhatAPolledSupergraphDoesNotNeed() {
        ManifestSet polled = ManifestSet.render("chart/ci/polled-values.yaml");

        assertTrue(polled.find("ConfigMap", "graph-lancang-gateway-supergraph").isEmpty());
        assertEquals(
                List.of("tmp"),
                polled.get("Deployment", "graph-lancang-gateway")
                        .tree()
                        .at("/spec/template/spec/volumes")
                        .findValuesAsText("name"));
        assertEquals(
                "https://schemas.example.org/graph.graphql",
                polled.get("Deployment", "graph-lancang-gateway")
                        .tree()
                        .at("/spec/template/spec/containers/0/env/0/value")
                        .asText());
    }

    /** A cluster that gives each namespace users of its own refuses any other. */
    @Test
    void namesNoUserWhereTheClusterDoes() throws IOException {
        Path file = Files.writeString(
                scratch.resolve("values.yaml"), "{supergraph: {url: 'https://a.example'}, user: null}");

        String rendered = Chart.render(file);
        assertTrue(rendered.contains("runAsNonRoot: true"), rendered);
        assertFalse(rendered.contains("runAsUser"), rendered);
        assertFalse(rendered.contains("fsGroup"), rendered);
    }

    @Test
    void keepsTheSupergraphWordForWord() {
        assertTrue(ManifestSet.render(INLINE)
                .get("ConfigMap", "graph-lancang-gateway-supergraph")
                .tree()
                .at("/data/supergraph.graphql")
                .asText()
                .endsWith("  query: Query\n}\n# The rest of it stands here; only the gateway reads it."));
    }

    /** The file is mounted as a folder, which is swapped when the Secret changes: a mount of the file alone would never change. */
    @Test
    void readsKeysFromASecret() {
        JsonNode pod = ManifestSet.render("chart/ci/everything-values.yaml")
                .get("Deployment", "public-graph")
                .tree()
                .at("/spec/template/spec");

        assertEquals(
                "client-keys",
                Manifest.items(pod.at("/volumes"))
                        .filter(volume -> volume.path("name").asText().equals("keys"))
                        .map(volume -> volume.at("/secret/secretName").asText())
                        .collect(Collectors.joining()));
        JsonNode container = pod.at("/containers/0");
        assertEquals(
                "/etc/lancang-keys true ",
                Manifest.items(container.at("/volumeMounts"))
                        .filter(mount -> mount.path("name").asText().equals("keys"))
                        .map(mount -> mount.path("mountPath").asText() + " "
                                + mount.path("readOnly").asBoolean() + " "
                                + mount.path("subPath").asText())
                        .collect(Collectors.joining()));
        assertEquals(
                "/etc/lancang-keys/keys.json",
                Manifest.items(container.at("/env"))
                        .filter(variable -> variable.path("name").asText().equals("LANCANG_GATEWAY_KEYS_FILE"))
                        .map(variable -> variable.path("value").asText())
                        .collect(Collectors.joining()));
    }

    /** Clients get GraphQL and no metrics, Prometheus the other way round. */
    @Test
    void opensEachPortToThoseWhoUseIt() {
        JsonNode ingress = ManifestSet.render("chart/ci/everything-values.yaml")
                .get("NetworkPolicy", "public-graph")
                .tree()
                .at("/spec/ingress");

        assertEquals(
                List.of("edge http", "true management"),
                Manifest.items(ingress)
                        .map(rule -> rule.at("/from/0/namespaceSelector/matchLabels")
                                        .properties()
                                        .iterator()
                                        .next()
                                        .getValue()
                                        .asText()
                                + " " + rule.at("/ports/0/port").asText())
                        .toList());
    }

    /** Figures that somebody else sets would be set back by each upgrade. */
    @Test
    void leavesTheNumberOfPodsToTheAutoscaler() {
        assertTrue(ManifestSet.render("chart/ci/everything-values.yaml")
                .get("Deployment", "public-graph")
                .tree()
                .at("/spec/replicas")
                .isMissingNode());
        assertEquals(
                2,
                ManifestSet.render(INLINE)
                        .get("Deployment", "graph-lancang-gateway")
                        .tree()
                        .at("/spec/replicas")
                        .asInt());
    }
}
