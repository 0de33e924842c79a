package io.lancang.gateway.supergraph;

import io.lancang.gateway.server.Answers;
import io.lancang.gateway.server.SubgraphServer;
import io.lancang.gateway.server.TestGraph;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Map;

/** A supergraph in a folder as Kubernetes mounts a ConfigMap: a link to a file in a folder that is a link, which is swapped. */
public final class MountedGraph implements QuarkusTestResourceLifecycleManager {
    private final SubgraphServer trade;
    private final Path folder;
    private final Path documents;
    private int versions;

    public MountedGraph() throws IOException {
        trade = new SubgraphServer(Answers.json("{\"data\":{\"partner\":{\"name\":\"Laos\"}}}"));
        folder = Files.createTempDirectory("mounted");
        documents = folder.resolve("documents.json");
        trust(tool("first"));
        mount(sdl());
        Files.createSymbolicLink(folder.resolve("supergraph.graphql"), Path.of("..data", "supergraph.graphql"));
    }

    /** A file of documents with one tool of this name, which asks for a field that another graph may lack. */
    public static String tool(String name) {
        return "{\"operations\": [{\"id\": \"" + name + "\", \"name\": \"" + name
                + "\", \"body\": \"query ($amount: Decimal!) { convert(amount: $amount) }\", \"tool\": true}]}";
    }

    /** Writes the file of trusted documents anew. */
    public void trust(String manifest) throws IOException {
        Path next = Files.writeString(folder.resolve("documents.next"), manifest);
        Files.move(next, documents, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    public String sdl() {
        return TestGraph.sdl(trade.url().toString(), trade.url().toString());
    }

    SubgraphServer trade() {
        return trade;
    }

    public void mount(String sdl) throws IOException {
        versions++;
        String version = "..version" + versions;
        Files.createDirectory(folder.resolve(version));
        Files.writeString(folder.resolve(version).resolve("supergraph.graphql"), sdl);
        Path next = Files.createSymbolicLink(folder.resolve("..data_tmp"), Path.of(version));
        Files.move(next, folder.resolve("..data"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public Map<String, String> start() {
        return Map.of(
                "lancang.gateway.supergraph",
                folder.resolve("supergraph.graphql").toString(),
                "lancang.gateway.supergraph-reload.interval",
                "100ms",
                "lancang.gateway.mcp.enabled",
                "true",
                "lancang.gateway.documents.trusted",
                documents.toString());
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(MountedGraph.class));
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        trade.close();
        try (var all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(MountedGraph::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
