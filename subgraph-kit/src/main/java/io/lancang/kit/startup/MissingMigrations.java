package io.lancang.kit.startup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.resource.LoadableResource;

/**
 * The migrations that a database lacks, by one look into the history that Flyway keeps there. Flyway itself asks 26 statements over two
 * connections for that, at the start of every pod.
 *
 * <p>A repeatable migration counts as had in whatever form it ran: a newer version may have changed it, and what it makes is such that the
 * version before can go on with it.
 */
final class MissingMigrations {
    /** There is no such table: nobody has prepared the database. */
    private static final String UNDEFINED_TABLE = "42P01";

    private final Configuration configuration;

    /** @param configuration of Flyway, with a provider of the application's files as Quarkus sets one */
    MissingMigrations(Configuration configuration) {
        this.configuration = configuration;
    }

    /** The names of their files: of the application's own that never ran, and of any that failed and were not run again since. */
    List<String> names() throws SQLException {
        Set<String> had = new HashSet<>();
        Set<String> missing = new LinkedHashSet<>();
        try (Connection connection = configuration.getDataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet history = statement.executeQuery("select script, bool_or(success) from \""
                        + configuration.getTable() + "\" group by script order by min(installed_rank)")) {
            while (history.next()) {
                String script = fileName(history.getString(1));
                (history.getBoolean(2) ? had : missing).add(script);
            }
        } catch (SQLException failure) {
            if (!UNDEFINED_TABLE.equals(failure.getSQLState())) {
                throw failure;
            }
        }
        own().filter(script -> !had.contains(script)).forEach(missing::add);
        return List.copyOf(missing);
    }

    /** With Quarkus the history has the folder as well, without it the name alone. */
    private static String fileName(String script) {
        return script.substring(script.lastIndexOf('/') + 1);
    }

    private Stream<String> own() {
        ResourceProvider files = Objects.requireNonNull(configuration.getResourceProvider(), "Quarkus sets it");
        return Stream.of(configuration.getSqlMigrationPrefix(), configuration.getRepeatableSqlMigrationPrefix())
                .flatMap(prefix -> files.getResources(prefix, configuration.getSqlMigrationSuffixes()).stream())
                .map(LoadableResource::getFilename)
                .sorted();
    }
}
