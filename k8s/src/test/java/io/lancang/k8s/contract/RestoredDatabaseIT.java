package io.lancang.k8s.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.lancang.k8s.manifest.ManifestSet;
import io.lancang.k8s.manifest.Tool;
import io.lancang.k8s.readme.Readme;
import io.lancang.kit.fixture.ServiceDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What {@code pg_dump} writes of a service's database, {@code pg_restore} puts in place of what the job brought to another, and
 * the service goes on with that. It needs what the owner of a database may do and no more: restoring runs with an empty search path, in which
 * expressions of columns, indexes and functions have to find each other.
 */
class RestoredDatabaseIT {
    private static final String INSTALL = "apt-get install postgresql-client-17";

    /** Where Debian has the programs of this version of PostgreSQL; those on the path may be of another. */
    private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/17/bin");

    private final ManifestSet deployed = ManifestSet.render("overlays/dev");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    static Stream<Arguments> services() {
        return Stream.of(
                Arguments.of(new BuiltApplication("trade-service"), "{ partner(code: \"LAO\") { name } }"),
                Arguments.of(
                        new BuiltApplication("corridor-service"),
                        "{ locations(near: {latitude: 25, longitude: 102.7, radiusKm: 50}) { totalCount } }"),
                // Its records are for their owners alone.
                Arguments.of(new BuiltApplication("integration-service"), "{ __typename }"));
    }

    @ParameterizedTest
    @MethodSource("services")
    void goesOnWithADumpThatWasRestored(BuiltApplication service, String question) throws Exception {
        ServiceDatabase prepared = PreparedDatabases.of(service);
        try (ServiceDatabase before = prepared.copy();
                ServiceDatabase after = prepared.copy()) {
            execute(before, "create table kept as select 'what no job brings' as content");
            String dump = folder.resolve("dump").toString();

            succeeds("pg_dump", List.of("--file=" + dump, address(before)));
            succeeds("pg_restore", List.of("--dbname=" + address(after), dump));

            assertEquals(rows(before), rows(after));
            try (RunningPod pod = new RunningPod(
                    service,
                    service.deployment(deployed),
                    UnaryOperator.identity(),
                    RunningPod.access(after),
                    folder)) {
                pod.awaitProbe("readinessProbe", 200);
                RunningPod.Answer answer = pod.ask(question);
                assertFalse(answer.body().contains("errors"), answer::body);
            }
        }
    }

    /** As the owner, whose name is its password. */
    private static String address(ServiceDatabase database) {
        return database.reactiveUrl().replace("://", "://" + ServiceDatabase.NAME + ":" + ServiceDatabase.NAME + "@");
    }

    /** With the options that README.md has it run with in a pod, but for those that say where a database is and whose. */
    private void succeeds(String program, List<String> more) {
        Path installed = PROGRAMS.resolve(program);
        List<String> command = new ArrayList<>(List.of(Files.exists(installed) ? installed.toString() : program));
        command.addAll(options(program));
        command.addAll(more);

        assertEquals(new Tool.Output(0, ""), Tool.run(INSTALL, folder, command));
    }

    private static List<String> options(String program) {
        String shown = new Readme()
                .commands()
                .filter(command -> command.contains(" -- " + program + " "))
                .findFirst()
                .orElseThrow(() -> new AssertionError("README.md runs no " + program));
        List<String> options = Stream.of(shown.substring(shown.indexOf(" -- ")).split(" "))
                .filter(word -> word.startsWith("--") && word.length() > 2)
                .filter(word -> !word.startsWith("--dbname=") && !word.startsWith("--role="))
                .toList();
        assertFalse(options.isEmpty(), shown);
        return options;
    }

    private static void execute(ServiceDatabase database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Map<String, Long> rows(ServiceDatabase database) throws SQLException {
        Map<String, Long> rows = new TreeMap<>();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet tables =
                    statement.executeQuery("select tablename from pg_tables where schemaname = 'public'")) {
                while (tables.next()) {
                    rows.put(tables.getString(1), 0L);
                }
            }
            for (String table : List.copyOf(rows.keySet())) {
                try (ResultSet count = statement.executeQuery("select count(*) from \"" + table + "\"")) {
                    count.next();
                    rows.put(table, count.getLong(1));
                }
            }
        }
        return rows;
    }
}
