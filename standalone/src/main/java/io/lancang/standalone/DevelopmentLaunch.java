package io.lancang.standalone;

import io.lancang.standalone.StandaloneException.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Starts applications in the development mode of Quarkus, each with a Maven of its own: a request that comes after a change in
 * {@code src/main}, of the application or of a library in the repository, is answered with the change.
 *
 * @param maven the command that runs Maven on the repository
 * @param home the repository's folder
 */
record DevelopmentLaunch(List<String> maven, Path home) implements Launch {
    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    /** As small as the built ones are started, with room for the compiler. */
    private static final String VIRTUAL_MACHINE = "-Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1"
            + " --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow";

    DevelopmentLaunch {
        maven = List.copyOf(maven);
    }

    @Override
    public void prepare(Application application) throws StandaloneException {
        if (!Files.exists(home.resolve(application.directory()).resolve("target/classes"))) {
            throw new StandaloneException(
                    ExitCode.FAILED,
                    application.directory() + " is not built. Build it: ./lancang dev builds what is not built.");
        }
    }

    /**
     * With the libraries of the repository (`-am`), which Quarkus passes over but compiles anew when they change. Nothing is compiled at
     * the start: three processes would do so in the same folders, and the build has just done it.
     */
    @Override
    public List<String> command(Application application) {
        Stream<String> goal = Stream.of(
                // The phase lets Maven find the libraries in their folders.
                "test-compile",
                "quarkus:dev",
                "--projects",
                application.directory(),
                "--also-make",
                "-Dmaven.main.skip",
                "-Dmaven.test.skip",
                "-Dmaven.resources.skip",
                "-Dspotless.check.skip",
                "-Dexec.skip",
                // Three applications would fight for the one port of debuggers.
                "-Ddebug=false",
                "-Dquarkus.analytics.disabled=true",
                "-Djvm.args=" + VIRTUAL_MACHINE);
        return Stream.concat(maven.stream(), goal).toList();
    }

    @Override
    public Map<String, String> environment(Application application) {
        Map<String, String> environment = new TreeMap<>();
        // The set brings its database: containers that Quarkus would start are not needed.
        environment.put("QUARKUS_DEVSERVICES_ENABLED", "false");
        environment.put("QUARKUS_TEST_CONTINUOUS_TESTING", "disabled");
        // It calls every text column an error. Migrations make the tables, and tests hold entities to them.
        environment.put("QUARKUS_HIBERNATE_ORM_VALIDATE_IN_DEV_MODE", "false");
        environment.put("MAVEN_OPTS", "-Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1");
        if (application.name().equals("gateway")) {
            // It would give answers from before a change.
            environment.put(Application.CACHE, "false");
            // The request that finds a change waits until it is compiled.
            environment.put("LANCANG_GATEWAY_TRAFFIC_TIMEOUT", "60s");
            environment.put("LANCANG_GATEWAY_LIMITS_DEADLINE", "90s");
        }
        return environment;
    }

    @Override
    public Duration startLimit() {
        return START_LIMIT;
    }
}
