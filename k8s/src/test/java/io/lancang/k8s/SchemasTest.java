package io.lancang.k8s;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.lancang.k8s.manifest.Manifest;
import io.lancang.k8s.manifest.ManifestSet;
import io.lancang.k8s.schema.FieldsAreDeclared;
import io.lancang.k8s.schema.PublishedTypes;
import io.lancang.k8s.schema.PublishedTypes.Age;
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
        assertEquals(List.of(), faults(manifests(), Age.NEWEST));
    }

    /** Kubernetes before the least version wants more of what README.md gives as the reason, and nothing else lacks anything. */
    @Test
    void allowInOldVersionsAllButWhatANewerOneIsAskedFor() throws IOException {
        List<String> faults = faults(manifests(), Age.OLDEST);

        assertEquals(manifests().filter(each -> each.kind().equals("Job")).count(), faults.size(), faults::toString);
        assertTrue(
                faults.stream()
                        .allMatch(line -> line.endsWith(
                                "/spec/podFailurePolicy/rules/0 must have required property onPodConditions")),
                faults::toString);
    }

    @Test
    void refuseAFaultAndSayWhereItIs() throws IOException {
        List<Refused> planted = Refused.by(Refused.SCHEMA).toList();

        List<String> faults = faults(planted.stream().map(Refused::changed), Age.NEWEST);

        assertEquals(planted.size(), faults.size(), () -> String.join("\n", faults));
        assertAll(Stream.iterate(0, i -> i + 1)
                .limit(faults.size())
                .map(i -> () -> assertTrue(
                        faults.get(i).contains(planted.get(i).said()), planted.get(i) + ": " + faults.get(i))));
    }

    /** A rule of ours that a schema has as well would be one too many. */
    @Test
    void allowWhatOnlyTheRulesOfAdmissionRefuse() throws IOException {
        List<Refused> ours = Refused.all().stream()
                .filter(each -> each.by().endsWith("Accepted"))
                .toList();

        assertEquals(List.of(), faults(ours.stream().map(Refused::changed), Age.NEWEST));
        assertEquals(
                List.of(),
                ours.stream()
                        .flatMap(each ->
                                new FieldsAreDeclared().check(each.set()).map(finding -> each + ": " + finding))
                        .toList());
    }

    private static Stream<Manifest> manifests() {
        return ManifestSet.overlays()
                .flatMap(overlay -> ManifestSet.render(overlay).all())
                .distinct();
    }

    private List<String> faults(Stream<Manifest> manifests, Age age) throws IOException {
        ArrayNode list = new JsonMapper().createArrayNode();
        manifests.forEach(manifest -> PublishedTypes.module(manifest, age)
                .ifPresent(module -> list.addObject()
                        .put("module", module)
                        .put("kind", manifest.kind())
                        .set("object", manifest.tree())));
        Path file = Files.writeString(folder.resolve("manifests.json"), list.toString());
        return PublishedTypes.run(SCRIPT, file.toString()).text().lines().toList();
    }
}
