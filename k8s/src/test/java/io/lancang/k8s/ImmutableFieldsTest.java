package io.lancang.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.lancang.k8s.manifest.Home;
import io.lancang.k8s.manifest.Manifest;
import io.lancang.k8s.manifest.ManifestSet;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What an API server lets nobody change on an object that is there is as it was in the version before: an upgrade that
 * changed it would be refused half-way. Jobs have a name of their own in each version, and ConfigMaps one for each content.
 */
class ImmutableFieldsTest {
    private static final String FILE = "src/test/resources/immutable-fields.txt";
    private static final Map<String, List<String>> FIELDS = Map.of(
            "Deployment", List.of("/spec/selector"),
            "StatefulSet",
                    List.of(
                            "/spec/selector",
                            "/spec/serviceName",
                            "/spec/podManagementPolicy",
                            "/spec/volumeClaimTemplates"),
            "Service", List.of("/spec/clusterIP", "/spec/ipFamilies"),
            // The operator lets it grow, and nobody shrinks it.
            "Cluster", List.of("/spec/storage"));

    @Test
    void areAsTheyWereInTheVersionBefore() throws IOException {
        assertEquals(
                Files.readString(Home.manifests().resolve(FILE)),
                fields(ManifestSet.overlays().map(ManifestSet::render)),
                "kubectl apply would be refused on what is deployed. Keep the fields, or rename the object; then record "
                        + FILE);
    }

    @Test
    void tellWhenASelectorChanges() {
        ManifestSet prod = ManifestSet.render("overlays/prod");
        ManifestSet changed =
                prod.with("Deployment", "gateway", "/spec/selector/matchLabels/app.kubernetes.io~1version", "\"1\"");

        assertNotEquals(fields(Stream.of(prod)), fields(Stream.of(changed)));
    }

    private static String fields(Stream<ManifestSet> sets) {
        return String.join(
                        "\n",
                        sets.flatMap(ManifestSet::all)
                                .flatMap(ImmutableFieldsTest::fields)
                                .distinct()
                                .sorted()
                                .toList())
                + "\n";
    }

    private static Stream<String> fields(Manifest manifest) {
        return FIELDS.getOrDefault(manifest.kind(), List.of()).stream()
                .map(pointer -> manifest + " " + pointer + " " + written(manifest.at(pointer)));
    }

    private static String written(JsonNode value) {
        return value.isMissingNode() ? "unset" : value.toString();
    }
}
