package io.lancang.k8s.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.k8s.manifest.Chart;
import io.lancang.k8s.manifest.ManifestSet;
import io.lancang.k8s.manifest.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What README.md tells to type and a machine without a cluster and an engine of containers can run. */
class ReadmeCommandsTest {
    private static final Readme README = new Readme();

    /** Who holds the commands that begin so. */
    private static final Map<String, String> HELD = Map.ofEntries(
            Map.entry("kubectl ", "ReadmeTest: names what is there; RestoredDatabaseIT runs the programs in pods"),
            Map.entry("curl ", "GuideCommandsIT of standalone runs them"),
            Map.entry("./lancang import ", "ImportIT of standalone runs those of IMPORT.md, with the same options"),
            Map.entry("helm ", "below"),
            Map.entry("TOKEN=", "below"),
            Map.entry("ADMIN=", "below"),
            Map.entry("kind load ", "nobody: needs a cluster"),
            Map.entry("./lancang images", "nobody: needs an engine of containers"),
            Map.entry("k8s/test/", "nobody: needs an engine of containers; ReadmeTest: is there"),
            Map.entry("debootstrap ", "nobody: makes an image for that engine"),
            Map.entry("jlink ", "nobody: makes an image for that engine"),
            Map.entry("tar ", "nobody: makes an image for that engine"),
            Map.entry("QUARKUS_DATASOURCE_", "StandbysIT of standalone sets it, with addresses of its own"),
            Map.entry("LANCANG_DATABASE_REPLICAS_HOSTS=", "StandbysIT of standalone, as above"),
            Map.entry("export ENGINE_", "nobody: options of that engine"));

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    /** A command of another kind needs a test, or a word here why it has none. */
    @Test
    void everyCommandIsHeldBySomebodyOrSaysWhyNot() {
        assertEquals(
                List.of(),
                README.commands()
                        .filter(command -> command.matches("^[./\\w]+[ =].*"))
                        .filter(command -> HELD.keySet().stream().noneMatch(command::startsWith))
                        .filter(command -> !command.matches("(base|gateway|chart|components|overlays|images|test)/.*"))
                        .toList());
    }

    @Test
    void theTokenAndTheKeyThatItMakesHaveTheirForm() {
        String script = README.commands()
                        .filter(command -> command.matches("(TOKEN|ADMIN)=.*"))
                        .reduce("set -e", (all, command) -> all + "\n" + command)
                + "\necho \"$TOKEN\"\necho \"$ADMIN\"";

        Tool.Output output = Tool.run("apt-get install bash openssl", folder, List.of("bash", "-c", script));

        assertEquals(0, output.status(), output::text);
        List<String> lines = output.text().lines().toList();
        assertTrue(lines.get(0).matches("[0-9a-f]{64}"), output::text);
        assertTrue(lines.get(1).matches("lck_[0-9A-Za-z]{8}_[0-9A-Za-z]{43}"), output::text);
    }

    @Test
    void theChartIsInstalledWithTheValuesThatItShows() throws IOException {
        String command = README.commands()
                .filter(each -> each.startsWith("helm "))
                .findFirst()
                .orElseThrow();
        assertTrue(
                command.contains(" --install " + Chart.RELEASE + " k8s/chart --namespace " + Chart.RELEASE), command);
        assertTrue(command.contains(" --values values.yaml --set-file supergraph.inline=supergraph.graphql"), command);
        Path values = Files.writeString(folder.resolve("values.yaml"), README.yaml("supergraph: {}"));
        Path supergraph = Files.writeString(folder.resolve("supergraph.graphql"), "type Query { a: Int }");

        ManifestSet chart = ManifestSet.parse(Chart.render(values, "supergraph.inline", supergraph));

        assertEquals(
                "type Query { a: Int }",
                chart.ofKind("ConfigMap").findFirst().orElseThrow().text("/data/supergraph.graphql"));
        assertEquals(
                "[\"graph.example.org\"]",
                chart.ofKind("HTTPRoute")
                        .findFirst()
                        .orElseThrow()
                        .at("/spec/hostnames")
                        .toString());
    }
}
