package io.lancang.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Both Java clients are built by the Maven that runs the tests, with its settings, and run as their READMEs say. */
class JavaExamplesIT {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    /** A release as the program prints it; its group is what to go on after. */
    private static final Pattern RELEASE = Pattern.compile("\\d+  .+  \\(after (.+)\\)");

    @RegisterExtension
    static final RunningSet SET = RunningSet.shared();

    @Test
    void printsAPartnerWithTheTypesafeClientOfQuarkus() throws Exception {
        maven(0, "java-quarkus", "package");

        PartnerReport.assertTells(quarkus("LAO", 0), "3561939590");
        String refused = quarkus("LAX", 1);
        assertTrue(refused.startsWith("NOT_FOUND: There is no partner 'LAX'."), refused);
    }

    @Test
    void printsAPartnerWithSpringForGraphql() throws Exception {
        PartnerReport.assertTells(maven(0, "java-spring", "compile", "exec:java", "-Dexec.args=LAO"), "3561939590");
    }

    /** What one transport was told last, the other goes on after. */
    @Test
    void followsReleasesWithSpringForGraphqlByServerSentEventsAndByWebSocket() throws Exception {
        List<String> releases = releases(0, "sse 0 3").lines().toList();
        assertEquals(3, releases.size(), releases.toString());
        Matcher first = RELEASE.matcher(releases.getFirst());
        assertTrue(first.matches(), releases.getFirst());
        String cursor = first.group(1);

        assertEquals(
                releases.subList(1, 3),
                releases(0, "websocket " + cursor + " 2").lines().toList());
    }

    @Test
    void tellsWhatIsWrongWithASubscriptionOfSpringForGraphqlByEitherTransport() throws Exception {
        for (String transport : List.of("sse", "websocket")) {
            String refused = releases(1, transport + " nothing 1");
            assertTrue(refused.startsWith("BAD_USER_INPUT: `after` is 'nothing', "), refused);
        }
    }

    private static String releases(int status, String arguments) throws IOException, InterruptedException {
        return maven(
                status,
                "java-spring",
                "compile",
                "exec:java",
                "-Dprogram=org.example.lancang.Releases",
                "-Dexec.args=" + arguments);
    }

    private static String quarkus(String code, int status) throws IOException, InterruptedException {
        try (ExampleProcess client = ExampleProcess.start(
                ExampleProcess.folder("java-quarkus"),
                gateway(),
                List.of(JAVA, "-jar", "target/quarkus-app/quarkus-run.jar", code))) {
            return client.awaitEnd(status);
        }
    }

    private static String maven(int status, String example, String... goals) throws IOException, InterruptedException {
        List<String> command = SameMaven.command();
        command.add("--quiet");
        command.addAll(List.of(goals));
        Map<String, String> environment = Map.of(
                "LANCANG_URL",
                SET.running().gatewayUrl(),
                "JAVA_HOME",
                System.getProperty("java.home"),
                "MAVEN_OPTS",
                "-XX:+UseSerialGC -XX:TieredStopAtLevel=1");
        try (ExampleProcess maven = ExampleProcess.start(ExampleProcess.folder(example), environment, command)) {
            return maven.awaitEnd(status);
        }
    }

    private static Map<String, String> gateway() {
        return Map.of("LANCANG_URL", SET.running().gatewayUrl());
    }
}
