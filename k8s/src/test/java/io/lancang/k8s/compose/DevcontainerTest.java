package io.lancang.k8s.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lancang.k8s.manifest.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The development container has what continuous integration installs, so that no test is skipped in it. */
class DevcontainerTest {
    private static final Path FOLDER = Home.repository().resolve(".devcontainer");
    private static final Pattern INSTALLED = Pattern.compile("missing\\+=\\((?<packages>[^)]*)\\)");

    @Test
    void installsWhatContinuousIntegrationInstalls() throws IOException {
        List<String> needed = INSTALLED
                .matcher(Files.readString(Home.repository().resolve(".ci/run")))
                .results()
                .flatMap(each -> Stream.of(each.group("packages").split(" ", -1)))
                .toList();
        Set<String> installed = new HashSet<>(List.of(Files.readString(FOLDER.resolve("Dockerfile"))
                .replace("\\", " ")
                .split("\\s+", -1)));

        assertFalse(needed.isEmpty());
        assertEquals(
                List.of(),
                needed.stream().filter(each -> !installed.contains(each)).toList());
    }

    @Test
    void isBuiltFromAFileThatIsThereAndRunsAsItsUser() throws IOException {
        JsonNode container = new ObjectMapper()
                .enable(JsonParser.Feature.ALLOW_COMMENTS)
                .readTree(FOLDER.resolve("devcontainer.json").toFile());
        String dockerfile = Files.readString(
                FOLDER.resolve(container.at("/build/dockerfile").asText()));

        assertEquals(
                List.of("USER " + container.path("remoteUser").asText()),
                dockerfile.lines().filter(line -> line.startsWith("USER ")).toList());
    }
}
