package io.lancang.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever makes a release, by the scripts that docs/releasing.md names. */
class ReleaseTest {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final String CHANGES = """
            # Changelog

            ## 9.8.7 - 2030-01-31

            ### Added
            - What is new.

            ## 9.8.6 - 2029-12-31
            - What was new.
            """;

    private record Ended(int status, String printed) {}

    @TempDir
    Path copy;

    @BeforeEach
    void copyWhatNamesTheVersion() throws IOException {
        for (String file : List.of(
                ".ci/version",
                ".ci/release",
                "pom.xml",
                "gateway/pom.xml",
                "examples/gateway-extension/pom.xml",
                "compose.yaml",
                "k8s/gateway/deployment.yaml")) {
            Files.createDirectories(copy.resolve(file).getParent());
            Files.copy(HOME.resolve(file), copy.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
        }
        Files.writeString(copy.resolve("CHANGELOG.md"), CHANGES);
        isAt("https://lancang.test/lancang");
    }

    @Test
    void printsTheNotesOfTheVersionAndOfNoOther() throws Exception {
        assertEquals(new Ended(0, ""), run(".ci/version", "9.8.7"));

        Ended release = run(".ci/release", "v9.8.7");
        assertEquals(0, release.status(), release.printed());
        assertEquals("### Added\n- What is new.", release.printed().strip());
        assertTrue(Files.readString(copy.resolve("examples/gateway-extension/pom.xml"))
                .contains("<version>9.8.7</version>"));
        // The version of a library stays.
        assertTrue(Files.readString(copy.resolve("pom.xml")).contains("<jspecify.version>1.0.0</jspecify.version>"));
    }

    @Test
    void refusesATagOfAnotherVersionThanThePoms() throws Exception {
        run(".ci/version", "9.8.7-SNAPSHOT");

        assertEquals(
                new Ended(
                        1,
                        "release: pom.xml has the version 9.8.7-SNAPSHOT. Write 9.8.7 with .ci/version and commit it before the tag\n"),
                run(".ci/release", "v9.8.7"));
    }

    @Test
    void refusesAPomThatDoesNotSayWhereTheRepositoryIs() throws Exception {
        run(".ci/version", "9.8.7");
        isAt("https://YOUR-COPY-OF-THIS-REPOSITORY");

        assertEquals(
                new Ended(
                        1,
                        "release: pom.xml does not say where this repository is: write it into repository.url, which the library's pom hands on\n"),
                run(".ci/release", "v9.8.7"));
    }

    @Test
    void refusesAManifestThatStayedBehind() throws Exception {
        String behind = Files.readString(copy.resolve("k8s/gateway/deployment.yaml"));
        run(".ci/version", "9.8.7");
        Files.writeString(copy.resolve("k8s/gateway/deployment.yaml"), behind);

        Ended release = run(".ci/release", "v9.8.7");
        assertEquals(1, release.status());
        assertTrue(release.printed().contains("image: lancang/gateway:"), release.printed());
    }

    @Test
    void refusesAVersionWithoutNotes() throws Exception {
        run(".ci/version", "9.9.0");

        assertEquals(
                new Ended(
                        1, "release: CHANGELOG.md has no heading '## 9.9.0 - YYYY-MM-DD'. 'Not released' becomes it\n"),
                run(".ci/release", "v9.9.0"));
    }

    /** Writes the address of the repository, whatever it is here. */
    private void isAt(String address) throws IOException {
        Path pom = copy.resolve("pom.xml");
        String other = Matcher.quoteReplacement(address);
        Files.writeString(pom, Files.readString(pom).replaceFirst("(?<=<repository[.]url>)[^<]*", other));
    }

    private Ended run(String script, String argument) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(copy.resolve(script).toString(), argument)
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Ended(process.waitFor(), printed);
    }
}
