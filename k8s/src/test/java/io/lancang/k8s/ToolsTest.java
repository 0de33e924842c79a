package io.lancang.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.lancang.k8s.manifest.Home;
import io.lancang.k8s.manifest.Manifest;
import io.lancang.k8s.manifest.ManifestSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where tools for language models are switched on, the gateway has the file of them, and clients come to them. */
class ToolsTest {
    private static final String KUSTOMIZE = "test/overlays/stewards";
    private static final String CHART = "chart/ci/everything-values.yaml";

    private static JsonNode pod(String overlay, String name) {
        return ManifestSet.render(overlay).get("Deployment", name).tree().at("/spec/template/spec");
    }

    private static String variable(JsonNode pod, String name) {
        return Manifest.items(pod.at("/containers/0/env"))
                .filter(variable -> variable.path("name").asText().equals(name))
                .map(variable -> variable.path("value").asText())
                .reduce("", String::concat);
    }

    /** A mount of the file alone would never change. */
    @ParameterizedTest
    @CsvSource({KUSTOMIZE + ", gateway", CHART + ", public-graph"})
    void theGatewayReadsTheFileFromAFolder(String overlay, String name) {
        JsonNode pod = pod(overlay, name);

        assertEquals("true", variable(pod, "LANCANG_GATEWAY_MCP_ENABLED"));
        Path file = Path.of(variable(pod, "LANCANG_GATEWAY_DOCUMENTS_TRUSTED"));
        assertEquals("tools.json", Objects.requireNonNull(file.getFileName()).toString());
        JsonNode mount = Manifest.items(pod.at("/containers/0/volumeMounts"))
                .filter(each -> each.path("mountPath").asText().equals(String.valueOf(file.getParent())))
                .findFirst()
                .orElseThrow();
        assertTrue(mount.path("readOnly").asBoolean());
        assertTrue(mount.path("subPath").isMissingNode());
        assertEquals(
                1,
                Manifest.items(pod.at("/volumes"))
                        .filter(volume -> volume.path("name").equals(mount.path("name")))
                        .filter(volume -> volume.has("configMap"))
                        .count());
    }

    @Test
    void theFileIsThatOfTheSetOnOneMachine() throws IOException {
        String name = Manifest.items(pod(KUSTOMIZE, "gateway").at("/volumes"))
                .filter(volume -> volume.path("name").asText().equals("tools"))
                .map(volume -> volume.at("/configMap/name").asText())
                .findFirst()
                .orElseThrow();

        assertEquals(
                Files.readString(Home.repository().resolve("standalone/tools/tools.json")),
                ManifestSet.render(KUSTOMIZE).get("ConfigMap", name).text("/data/tools.json"));
    }

    @ParameterizedTest
    @CsvSource({KUSTOMIZE + ", gateway", CHART + ", public-graph"})
    void clientsComeToTheirPath(String overlay, String name) {
        List<String> paths = Manifest.items(ManifestSet.render(overlay)
                        .get("HTTPRoute", name)
                        .tree()
                        .at("/spec/rules/0/matches"))
                .map(match -> match.at("/path/type").asText() + " "
                        + match.at("/path/value").asText())
                .toList();

        assertTrue(
                paths.containsAll(List.of("PathPrefix /mcp", "PathPrefix /.well-known/oauth-protected-resource")),
                paths::toString);
    }

    @ParameterizedTest
    @CsvSource({"overlays/prod, gateway", "chart/ci/inline-values.yaml, graph-lancang-gateway"})
    void thereAreNoneUnlessSomebodyWantsThem(String overlay, String name) {
        JsonNode pod = pod(overlay, name);

        assertEquals("", variable(pod, "LANCANG_GATEWAY_MCP_ENABLED"));
        assertEquals("", variable(pod, "LANCANG_GATEWAY_DOCUMENTS_TRUSTED"));
        assertTrue(ManifestSet.render(overlay).find("HTTPRoute", name).stream()
                .noneMatch(route -> route.tree().toString().contains("/mcp")));
    }
}
