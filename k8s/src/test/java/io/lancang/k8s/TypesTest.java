package io.lancang.k8s;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.k8s.manifest.Manifest;
import io.lancang.k8s.manifest.ManifestSet;
import io.lancang.k8s.manifest.Tool;
import io.lancang.k8s.schema.PublishedTypes;
import io.lancang.k8s.schema.PublishedTypes.Age;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every object, custom kinds included, has the fields, required ones among them, and values of the published type
 * definitions of its kind: each becomes a constant of that type, and TypeScript's compiler judges it.
 */
class TypesTest {
    private static final Path COMPILER = PublishedTypes.FOLDER.resolve("node_modules/typescript/bin/tsc");

    private static final Pattern LACKING =
            Pattern.compile("'\"\\w+\"' does not exist in type|Property '\"\\w+\"' is missing in type");

    @BeforeAll
    static void needTheTypes() {
        PublishedTypes.need(COMPILER);
    }

    @Test
    void holdForEveryObjectOfEveryOverlay() throws IOException {
        Tool.Output output = compile(manifests(), Age.NEWEST);

        assertEquals(0, output.status(), output::text);
    }

    /** Versions before the least ones lack what README.md gives as the reason, and no other version lacks anything. */
    @Test
    void lackInOldVersionsOnlyWhatANewerOneIsAskedFor() throws IOException {
        Tool.Output output = compile(manifests(), Age.OLDEST);

        assertEquals(
                Map.of(
                        "'\"dataDurability\"' does not exist in type", number("Cluster"),
                        "Property '\"onPodConditions\"' is missing in type", number("Job")),
                output.text()
                        .lines()
                        .filter(line -> line.contains("error TS"))
                        .collect(Collectors.groupingBy(TypesTest::lacking, Collectors.counting())),
                output::text);
    }

    private static String lacking(String fault) {
        Matcher lacking = LACKING.matcher(fault);
        return lacking.find() ? lacking.group() : fault;
    }

    private static long number(String kind) {
        return manifests().stream().filter(each -> each.kind().equals(kind)).count();
    }

    @Test
    void refuseWhatTheyDoNotHave() throws IOException {
        List<Refused> planted = Refused.by(Refused.TYPES).toList();

        Tool.Output output = compile(planted.stream().map(Refused::changed).toList(), Age.NEWEST);

        assertAll(planted.stream()
                .map(each -> () -> assertTrue(output.text().contains(each.said()), each + "\n" + output.text())));
    }

    private static List<Manifest> manifests() {
        return ManifestSet.overlays()
                .flatMap(overlay -> ManifestSet.render(overlay).all())
                .distinct()
                .toList();
    }

    private static Tool.Output compile(List<Manifest> manifests, Age age) throws IOException {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < manifests.size(); i++) {
            Manifest manifest = manifests.get(i);
            Optional<String> module = PublishedTypes.module(manifest, age);
            if (module.isPresent()) {
                code.append("const manifest%d: import(\"%s\").I%s = %s;%n"
                        .formatted(i, module.get(), manifest.kind(), manifest.tree()));
            }
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
