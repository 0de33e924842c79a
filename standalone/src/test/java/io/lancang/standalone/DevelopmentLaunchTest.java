package io.lancang.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevelopmentLaunchTest {
    private static final Application TRADE = Application.service("trade", 1, 2, 3, "secret");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path home;

    @Test
    void runsTheMavenThatItIsGivenOnOneApplicationWithItsLibraries() {
        List<String> command = launch().command(TRADE);

        assertEquals(List.of("maven", "--file", "pom.xml"), command.subList(0, 3));
        assertTrue(command.contains("quarkus:dev"));
        assertEquals("trade-service", command.get(command.indexOf("--projects") + 1));
        assertTrue(command.contains("--also-make"));
    }

    @Test
    void keepsNoAnswersInTheGatewayAndStartsNoContainers() {
        Application gateway = Application.gateway(1, 2, Path.of("supergraph.graphql"), List.of(TRADE));

        assertEquals("false", launch().environment(gateway).get("LANCANG_GATEWAY_CACHE_ENABLED"));
        assertNull(launch().environment(TRADE).get("LANCANG_GATEWAY_CACHE_ENABLED"));
        assertEquals("false", launch().environment(TRADE).get("QUARKUS_DEVSERVICES_ENABLED"));
    }

    @Test
    void refusesAnApplicationThatIsNotBuiltAndSaysWhatBuildsIt() throws IOException, StandaloneException {
        StandaloneException refused = assertThrows(StandaloneException.class, () -> launch().prepare(TRADE));
        assertEquals(
                "trade-service is not built. Build it: ./lancang dev builds what is not built.", refused.getMessage());

        Files.createDirectories(home.resolve("trade-service/target/classes"));
        launch().prepare(TRADE);
    }

    private DevelopmentLaunch launch() {
        return new DevelopmentLaunch(List.of("maven", "--file", "pom.xml"), home);
    }
}
