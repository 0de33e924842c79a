package io.lancang.gateway.supergraph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.supergraph.Subgraph;
import io.lancang.federation.supergraph.Supergraph;
import io.lancang.gateway.TestConfig;
import io.lancang.gateway.config.GatewayConfig;
import io.lancang.gateway.server.TestGraph;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SupergraphFileTest {
    private static final Vertx VERTX = Vertx.vertx();

    @AfterAll
    static void close() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void readsTheConfiguredFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("supergraph.graphql"), TestGraph.sdl("http://a", "http://b"));

        List<String> names =
                read(config(file)).subgraphs().stream().map(Subgraph::name).toList();

        assertEquals(List.of("corridor", "trade"), names);
    }

    @Test
    void asksForTheKeyThatIsNotSet() {
        ConfigurationException thrown =
                assertThrows(ConfigurationException.class, () -> read(TestConfig.with(Map.of())));

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
        long line = 1
                + broken.lines()
                        .takeWhile(each -> !each.startsWith("  name String! @join"))
                        .count();
        Path file = Files.writeString(folder.resolve("supergraph.graphql"), broken);

        assertTrue(problem(file).contains("does not load: line " + line + ": "), problem(file));
    }

    @Test
    void saysWhatNoAnswerNeedsAndIsWrongAllTheSame(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("supergraph.graphql"),
                TestGraph.sdl("http://a", "http://b")
                        + "\ninput Wrong @join__type(graph: TRADE) { number: Int = \"three\" }\n");

        assertTrue(problem(file).contains("does not load: "), problem(file));
        assertTrue(problem(file).contains("three"), problem(file));
    }

    private static String problem(Path file) {
        ConfigurationException thrown = assertThrows(ConfigurationException.class, () -> read(config(file)));
        return String.valueOf(thrown.getMessage());
    }

    private static Supergraph read(GatewayConfig config) {
        SupergraphSource source = SupergraphSource.of(config, VERTX);
        try {
            SupergraphText text = source.fetch()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join()
                    .orElseThrow();
            Supergraph supergraph = SupergraphBuilder.read(source.place(), text.sdl());
            SupergraphBuilder.validate(source.place(), supergraph);
            return supergraph;
        } catch (CompletionException e) {
            throw e.getCause() instanceof ConfigurationException problem ? problem : e;
        }
    }

    private static GatewayConfig config(Path file) {
        return TestConfig.with(Map.of("supergraph", file.toString()));
    }
}
