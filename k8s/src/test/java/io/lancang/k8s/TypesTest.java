package io.lancang.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.k8s.manifest.Manifest;
import io.lancang.k8s.manifest.ManifestSet;
import io.lancang.k8s.manifest.PublishedTypes;
import io.lancang.k8s.manifest.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every object, custom kinds included, has the fields, required ones among them, and values of the published type
 * definitions of its kind: each becomes a constant of that type, and TypeScript's compiler judges it.
 */
class TypesTest {
    private static final Path COMPILER = PublishedTypes.FOLDER.resolve("node_modules/typescript/bin/tsc");

    @BeforeAll
    static void needTheTypes() {
        PublishedTypes.need(COMPILER);
    }

    @Test
    void holdsForEveryObjectOfEveryOverlay() throws IOException {
        List<Manifest> manifests = ManifestSet.overlays()
                .flatMap(overlay -> ManifestSet.render(overlay).all())
                .distinct()
                .toList();

        Tool.Output output = compile(manifests);

        assertEquals(0, output.status(), output::text);
    }

    @Test
    void catchesWhatTheTypesDoNotHave() throws IOException {
        ManifestSet prod = ManifestSet.render("overlays/prod");

        Tool.Output output = compile(Stream.of(
                        prod.with("Cluster", "trade-db", "/spec/instance", "3").get("Cluster", "trade-db"),
                        prod.with("Cluster", "corridor-db", "/spec/instances", "")
                                .get("Cluster", "corridor-db"),
                        prod.with("PodMonitor", "gateway", "/spec/podMetricsEndpoints/0/ports", "[]")
                                .get("PodMonitor", "gateway"),
                        prod.with("HTTPRoute", "gateway", "/spec/rules/0/matches/0/path/type", "\"Equal\"")
                                .get("HTTPRoute", "gateway"),
                        prod.with("PrometheusRule", "lancang", "/spec/groups/0/rules/0/expression", "\"1\"")
                                .get("PrometheusRule", "lancang"),
                        ManifestSet.render("test/overlays/managed")
                                .with("ExternalSecret", "trade-db-app", "/spec/secretStoreReference", "{}")
                                .get("ExternalSecret", "trade-db-app"))
                .toList());

        assertTrue(output.text().contains("'\"instance\"' does not exist in type"), output::text);
        assertTrue(output.text().contains("Property '\"instances\"' is missing in type"), output::text);
        assertTrue(output.text().contains("'\"ports\"' does not exist in type"), output::text);
        assertTrue(output.text().contains("Type '\"Equal\"' is not assignable"), output::text);
        assertTrue(output.text().contains("'\"expression\"' does not exist in type"), output::text);
        assertTrue(output.text().contains("'\"secretStoreReference\"' does not exist in type"), output::text);
    }

    private static Tool.Output compile(List<Manifest> manifests) throws IOException {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < manifests.size(); i++) {
            Manifest manifest = manifests.get(i);
            code.append("const manifest%d: import(\"%s\").I%s = %s;%n"
                    .formatted(i, PublishedTypes.module(manifest), manifest.kind(), manifest.tree()));
        }
        // Beside the packages: the compiler looks for them in the folders above.
        Path folder = Files.createTempDirectory(PublishedTypes.FOLDER, "check");
        Path source = folder.resolve("manifests.mts");
        Path project = folder.resolve("tsconfig.json");
        try {
            Files.writeString(source, code);
            Files.writeString(project, "{\"extends\": \"../tsconfig.json\", \"files\": [\"manifests.mts\"]}");
            return PublishedTypes.run(COMPILER, "--project", project.toString());
        } finally {
            Files.deleteIfExists(source);
            Files.deleteIfExists(project);
            Files.delete(folder);
        }
    }
}
