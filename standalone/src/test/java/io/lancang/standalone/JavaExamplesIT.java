package io.lancang.standalone;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Both Java clients are built by the Maven that runs the tests, with its settings, and run as their READMEs say. */
class JavaExamplesIT {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @RegisterExtension
    static final RunningSet SET = RunningSet.shared();

    @Test
    void printsAPartnerWithTheTypesafeClientOfQuarkus() throws Exception {
        maven("java-quarkus", "package");

        PartnerReport.assertTells(quarkus("LAO", 0), "3561939590");
        String refused = quarkus("LAX", 1);
        assertTrue(refused.startsWith("NOT_FOUND: There is no partner 'LAX'."), refused);
    }

    @Test
    void printsAPartnerWithSpringForGraphql() throws Exception {
        PartnerReport.assertTells(maven("java-spring", "compile", "exec:java", "-Dexec.args=LAO"), "3561939590");
    }

    private static String quarkus(String code, int status) throws IOException, InterruptedException {
        try (ExampleProcess client = ExampleProcess.start(
                ExampleProcess.folder("java-quarkus"),
                gateway(),
                List.of(JAVA, "-jar", "target/quarkus-app/quarkus-run.jar", code))) {
            return client.awaitEnd(status);
        }
    }

    private static String maven(String example, String... goals) throws IOException, InterruptedException {
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
            return maven.awaitEnd(0);
        }
    }

    private static Map<String, String> gateway() {
        return Map.of("LANCANG_URL", SET.running().gatewayUrl());
    }
}
