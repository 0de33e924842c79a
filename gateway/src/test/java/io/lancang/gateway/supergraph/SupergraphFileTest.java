package io.lancang.gateway.supergraph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.supergraph.Subgraph;
import io.lancang.gateway.TestConfig;
import io.lancang.gateway.config.GatewayConfig;
import io.lancang.gateway.server.TestGraph;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SupergraphFileTest {
    @Test
    void readsTheConfiguredFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("supergraph.graphql"), TestGraph.sdl("http://a", "http://b"));

        List<String> names = SupergraphFile.read(config(file)).subgraphs().stream()
                .map(Subgraph::name)
                .toList();

        assertEquals(List.of("trade", "corridor"), names);
    }

    @Test
    void asksForTheKeyThatIsNotSet() {
        ConfigurationException thrown =
                assertThrows(ConfigurationException.class, () -> SupergraphFile.read(TestConfig.with(Map.of())));

        assertTrue(String.valueOf(thrown.getMessage()).contains("LANCANG_GATEWAY_SUPERGRAPH"));
    }

    @Test
    void namesTheFileThatDoesNotExist(@TempDir Path folder) {
        Path missing = folder.resolve("missing.graphql");

        assertTrue(problem(missing).startsWith("The supergraph " + missing + " does not exist"), problem(missing));
    }

    @Test
    void saysThatAFolderIsNoFile(@TempDir Path folder) {
        assertTrue(problem(folder).contains("is a folder"), problem(folder));
    }

    @Test
    void saysThatBytesAreNoText(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("supergraph.graphql"), new byte[] {(byte) 0xff, (byte) 0xfe});

        assertTrue(problem(file).contains("is not text in UTF-8"), problem(file));
    }

    @Test
    void namesTheLineThatIsWrong(@TempDir Path folder) throws IOException {
        String broken = TestGraph.sdl("http://a", "http://b").replace("name: String! @join", "name String! @join");
        int line = broken.lines().toList().indexOf("  name String! @join__field(graph: TRADE)") + 1;
        Path file = Files.writeString(folder.resolve("supergraph.graphql"), broken);

        assertTrue(problem(file).contains("does not load: line " + line + ": "), problem(file));
    }

    private static String problem(Path file) {
        ConfigurationException thrown =
                assertThrows(ConfigurationException.class, () -> SupergraphFile.read(config(file)));
        return String.valueOf(thrown.getMessage());
    }

    private static GatewayConfig config(Path file) {
        return TestConfig.with(Map.of("supergraph", file.toString()));
    }
}
