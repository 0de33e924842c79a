package io.lancang.standalone;

import io.lancang.standalone.StandaloneException.ExitCode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/**
 * The embedded PostgreSQL, with a database and a login role for each service. Roles own their database, are no superusers
 * and, like the superuser, can log in only with their password.
 */
final class Database implements AutoCloseable {
    private static final String SUPERUSER = "postgres";
    /** A server that was killed reads back what it had not written yet; one that ends is not waited for. */
    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    /** Only password logins over loopback; the file is read anew by the running server after {@code pg_reload_conf()}. */
    private static final String HOST_BASED_ACCESS = """
            # Written by Lancang: every role logs in over loopback with its password.
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128      scram-sha-256
            """;

    private final EmbeddedPostgres server;
    private final ProcessHandle process;
    private final Credentials credentials;

    private Database(EmbeddedPostgres server, ProcessHandle process, Credentials credentials) {
        this.server = server;
        this.process = process;
        this.credentials = credentials;
    }

    /** Starts the server on the folder's data and sees to it that each of the roles has its database. */
    static Database start(DataFolder folder, int port, List<String> roles) throws StandaloneException {
        refuseRootThatCannotLeave();
        File log = folder.logs().resolve("postgres.log").toFile();
        try {
            PostgresProcess.stopOrphan(folder.postgres());
            Credentials credentials = Credentials.load(folder.credentials());
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(folder.binaries().toFile())
                    .setDataDirectory(folder.postgres())
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPort(port)
                    .setPGStartupWait(START_LIMIT)
                    .setConnectConfig("password", credentials.password(SUPERUSER))
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("shared_buffers", "64MB")
                    .setServerConfig("max_connections", "40")
                    .setServerConfig("jit", "off")
                    // Nobody follows this server, so that what fills a new table needs no log: its files are flushed
                    // instead.
                    .setServerConfig("wal_level", "minimal")
                    .setServerConfig("max_wal_senders", "0")
                    .setErrorRedirector(Redirect.appendTo(log))
                    .setOutputRedirector(Redirect.appendTo(log));
            return prepared(start(builder, folder.postgres()), folder.postgres(), credentials, roles);
        } catch (IOException | SQLException | IllegalStateException e) {
            throw new StandaloneException(
                    ExitCode.FAILED,
                    "PostgreSQL does not start on " + folder.postgres() + ": " + e.getMessage() + "\nIts log is " + log
                            + ". If the folder is damaged, ./lancang up --fresh starts anew, without what was loaded:"
                            + " keep a copy of it before.",
                    e);
        }
    }

    private static EmbeddedPostgres start(EmbeddedPostgres.Builder builder, Path data) throws IOException {
        try (StartWatch watch = StartWatch.begin(data)) {
            EmbeddedPostgres server = builder.start();
            watch.end();
            return server;
        }
    }

    private static Database prepared(EmbeddedPostgres server, Path data, Credentials credentials, List<String> roles)
            throws IOException, SQLException {
        try {
            ProcessHandle process =
                    PostgresProcess.of(data).orElseThrow(() -> new IOException("its main process is gone"));
            Database database = new Database(server, process, credentials);
            database.prepare(data, roles);
            return database;
        } catch (IOException | SQLException e) {
            server.close();
            throw e;
        }
    }

    /** PostgreSQL does not run as root. The library leaves that identity by a user namespace, if it gets one. */
    private static void refuseRootThatCannotLeave() throws StandaloneException {
        boolean isRoot =
                ProcessHandle.current().info().user().filter("root"::equals).isPresent();
        if (isRoot && !LinuxUtils.isUnshareAvailable()) {
            throw new StandaloneException(ExitCode.FAILED, """
                    PostgreSQL does not run as root, and root may make no user namespace here, as in most containers. Run as \
                    another user:
                      useradd --create-home lancang && chown -R lancang .
                      su lancang --command './lancang up'""");
        }
    }

    int port() {
        return server.getPort();
    }

    String password(String role) throws IOException {
        return credentials.password(role);
    }

    /** The server's main process. The library's own handle is of the command that starts it, which ends at once. */
    ProcessHandle process() {
        return process;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void prepare(Path data, List<String> roles) throws SQLException, IOException {
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            setPassword(connection, SUPERUSER);
            for (String role : roles) {
                if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", role)) {
                    execute(connection, "CREATE ROLE " + role + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE");
                }
                setPassword(connection, role);
                if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", role)) {
                    execute(connection, "CREATE DATABASE " + role + " OWNER " + role);
                    execute(connection, "REVOKE ALL ON DATABASE " + role + " FROM PUBLIC");
                }
            }
            Files.writeString(data.resolve("pg_hba.conf"), HOST_BASED_ACCESS);
            execute(connection, "SELECT pg_reload_conf()");
        }
    }

    /** Passwords are hexadecimal, so they need no quoting; ALTER ROLE takes no parameters. */
    private void setPassword(Connection connection, String role) throws SQLException, IOException {
        execute(connection, "ALTER ROLE " + role + " PASSWORD '" + credentials.password(role) + "'");
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet result = statement.executeQuery()) {
                return result.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
