package io.lancang.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.lancang.k8s.manifest.Manifest;
import io.lancang.k8s.manifest.ManifestSet;
import io.lancang.k8s.manifest.PublishedTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every object has values that the published schema of its kind allows. Types alone would let a count of 0, a host name in
 * capitals and a duration in words pass.
 */
class SchemasTest {
    private static final Path SCRIPT = PublishedTypes.FOLDER.resolve("validate.mjs");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @BeforeAll
    static void needTheSchemas() {
        PublishedTypes.need(PublishedTypes.FOLDER.resolve("node_modules/@kubernetes-models/validate"));
    }

    @Test
    void allowEveryObjectOfEveryOverlay() throws IOException {
        assertEquals(
                List.of(),
                faults(ManifestSet.overlays()
                        .flatMap(overlay -> ManifestSet.render(overlay).all())
                        .distinct()));
    }

    @Test
    void catchWhatTypesCannotTell() throws IOException {
        ManifestSet prod = ManifestSet.render("overlays/prod");

        List<String> faults = faults(Stream.of(
                prod.with("Cluster", "trade-db", "/spec/instances", "0").get("Cluster", "trade-db"),
                prod.with("HTTPRoute", "gateway", "/spec/hostnames/0", "\"Lancang.example\"")
                        .get("HTTPRoute", "gateway"),
                prod.with("PrometheusRule", "lancang", "/spec/groups/0/rules/0/for", "\"5 minutes\"")
                        .get("PrometheusRule", "lancang"),
                prod.with("Service", "gateway", "/spec/sessionAffinity", "\"Cookie\"")
                        .get("Service", "gateway")));

        assertEquals(4, faults.size(), faults::toString);
        assertTrue(faults.get(0).contains("/spec/instances must be >= 1"), faults::toString);
        assertTrue(faults.get(1).contains("/spec/hostnames/0 must match pattern"), faults::toString);
        assertTrue(faults.get(2).contains("/for must match pattern"), faults::toString);
        assertTrue(faults.get(3).contains("/spec/sessionAffinity must be equal to one of"), faults::toString);
    }

    private List<String> faults(Stream<Manifest> manifests) throws IOException {
        ArrayNode list = new JsonMapper().createArrayNode();
        manifests.forEach(manifest -> list.addObject()
                .put("module", PublishedTypes.module(manifest))
                .put("kind", manifest.kind())
                .set("object", manifest.tree()));
        Path file = Files.writeString(folder.resolve("manifests.json"), list.toString());
        return PublishedTypes.run(SCRIPT, file.toString()).text().lines().toList();
    }
}
