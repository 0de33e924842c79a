package io.lancang.standalone;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A PostgreSQL on the data of a set, as a process that can be killed, and that others can follow. */
final class PostgresServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final String SUPERUSER = "postgres";

    /** What each role is asked for; a name for all databases does not stand for replication. */
    private static final String HOST_BASED_ACCESS = """
            host all         all 127.0.0.1/32 scram-sha-256
            host replication all 127.0.0.1/32 scram-sha-256
            """;

    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "shared_buffers=64MB",
            "max_connections=150",
            "jit=off",
            // No machine fails here, processes do.
            "fsync=off",
            "wal_level=replica",
            "max_wal_senders=8",
            "wal_keep_size=1GB",
            "hot_standby_feedback=on",
            "wal_retrieve_retry_interval=100ms",
            // In the folder of the data, which is deleted, whatever becomes of the process.
            "dynamic_shared_memory_type=mmap");

    private final Path program;
    private final Path data;
    private final int port;
    private final String password;
    private final Path log;
    private final Process process;

    private PostgresServer(Path program, Path data, int port, String password, Path log) throws IOException {
        this.program = program;
        this.data = data;
        this.port = port;
        this.password = password;
        this.log = log;
        this.process = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()))
                .start();
    }

    /** Starts a server on the data of a set, to which everything is written. */
    static PostgresServer startPrimary(DataFolder folder, int port) throws IOException, InterruptedException {
        Files.writeString(folder.postgres().resolve("pg_hba.conf"), HOST_BASED_ACCESS);
        PostgresServer started = new PostgresServer(
                program(folder.binaries()),
                folder.postgres(),
                port,
                Credentials.load(folder.credentials()).password(SUPERUSER),
                folder.logs().resolve("postgres-" + port + ".log"));
        return started.answering();
    }

    /** Starts a server that follows this one, on a copy that is made while this one works. */
    PostgresServer follow(Path copy, int itsPort) throws IOException, InterruptedException, SQLException {
        try (Connection connection = connect(SUPERUSER);
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_backup_start('follow', true)");
            copyFiles(copy);
            try (ResultSet label = statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
                label.next();
                Files.writeString(copy.resolve("backup_label"), label.getString(1));
            }
        }
        Files.createFile(copy.resolve("standby.signal"));
        Files.writeString(
                copy.resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=127.0.0.1 port=" + port + " user=" + SUPERUSER + " password=" + password
                        + "'\n");
        return new PostgresServer(program, copy, itsPort, password, log.resolveSibling("postgres-" + itsPort + ".log"))
                .answering();
    }

    /** All but what belongs to the process that runs; the log is sent by the server that is followed. */
    private void copyFiles(Path copy) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.toList()) {
                Path name = data.relativize(file);
                boolean isOfTheProcess = name.startsWith("postmaster.pid") || name.startsWith("postmaster.opts");
                boolean isLog = name.startsWith("pg_wal") && Files.isRegularFile(file);
                if (!isOfTheProcess && !isLog) {
                    copy(file, copy.resolve(name.toString()));
                }
            }
        }
    }

    private static void copy(Path file, Path to) throws IOException {
        try {
            Files.copy(file, to, LinkOption.NOFOLLOW_LINKS, StandardCopyOption.COPY_ATTRIBUTES);
        } catch (NoSuchFileException gone) {
            // The server works on: what it has deleted meanwhile, the log deletes as well.
            if (Files.exists(file)) {
                throw gone;
            }
        }
    }

    private static Path program(Path binaries) throws IOException {
        try (Stream<Path> found = Files.find(binaries, 4, (path, is) -> path.endsWith(Path.of("bin", "postgres")))) {
            return found.findFirst().orElseThrow(() -> new IOException("no PostgreSQL is unpacked in " + binaries));
        }
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        // PostgreSQL does not run as root, which this leaves as the library for embedded servers does.
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(program.toString(), "-D", data.toString(), "-p", Integer.toString(port)));
        SETTINGS.forEach(setting -> command.addAll(List.of("-c", setting)));
        return command;
    }

    private PostgresServer answering() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (Connection ready = connect(SUPERUSER)) {
                if (ready.isValid(1)) {
                    return this;
                }
            } catch (SQLException notYet) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    close();
                    throw new IOException("PostgreSQL does not start; its log is " + log, notYet);
                }
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    int port() {
        return port;
    }

    Path data() {
        return data;
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    /** A connection of the superuser, who may pause what a standby replays. */
    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, SUPERUSER, password);
    }

    /** The first value of the first row, as text; what a statement gives that is no question is null. */
    String ask(String database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }

    /** Makes a standby the primary, and waits until it is. */
    void promote() throws SQLException {
        ask(SUPERUSER, "select pg_promote(true, 60)");
    }

    /** Ends it as {@code kill -9} does. What it has started notices, and ends. */
    void kill() throws InterruptedException {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        process.waitFor();
        children.forEach(child -> child.onExit().join());
    }

    /** Ends it at once and in order: SIGINT, which Java has no word for. SIGTERM would wait for the services to leave. */
    @Override
    public void close() throws IOException {
        try {
            end();
        } catch (InterruptedException stopping) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void end() throws IOException, InterruptedException {
        if (process.isAlive()) {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                kill();
            }
        }
    }
}
