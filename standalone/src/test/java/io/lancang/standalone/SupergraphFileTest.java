package io.lancang.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.federation.SubgraphDefinition;
import io.lancang.federation.compose.Composition;
import io.lancang.federation.compose.CompositionResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SupergraphFileTest {
    private static final Path HOME = Path.of("..");

    @Test
    void isWhatTheServicesSchemasComposeTo() throws IOException {
        String kept = Files.readString(HOME.resolve("standalone/supergraph.graphql"));
        assertEquals(composed(), kept, "standalone/supergraph.graphql is stale: run ./lancang compose and review it");
    }

    private static String composed() throws IOException {
        List<SubgraphDefinition> subgraphs = new ArrayList<>();
        for (String line : Files.readAllLines(HOME.resolve("standalone/subgraphs.txt"))) {
            String name = line.substring(0, line.indexOf('='));
            String file = line.substring(name.length() + 1, line.indexOf('@'));
            String url = line.substring(line.indexOf('@') + 1);
            subgraphs.add(new SubgraphDefinition(name, url, Files.readString(HOME.resolve(file))));
        }
        return switch (Composition.compose(subgraphs)) {
            case CompositionResult.Success success -> success.supergraphSdl();
            case CompositionResult.Failure failure ->
                throw new AssertionError("the services do not compose: " + failure.errors());
        };
    }
}
