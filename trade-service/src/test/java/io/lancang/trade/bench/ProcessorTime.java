package io.lancang.trade.bench;

import io.lancang.kit.fixture.ServiceDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The processor time that a PostgreSQL server and a service took so far, as Linux tells it: on a machine that others use too, wall
 * clocks tell how busy they are.
 */
final class ProcessorTime {
    /** Of {@code /proc/PID/stat} behind the name: of itself, in the program and in the kernel, and of children that ended. */
    private static final int OWN = 11;

    private static final int OF_CHILDREN = 13;
    private static final int FIELDS = 2;
    private static final double TICKS_PER_SECOND = 100;

    private final ProcessHandle server;
    private final long service;

    ProcessorTime(ServiceDatabase database, long service) throws SQLException {
        this.service = service;
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet backend = statement.executeQuery("select pg_backend_pid()")) {
            backend.next();
            this.server = ProcessHandle.of(backend.getLong(1))
                    .flatMap(ProcessHandle::parent)
                    .orElseThrow(() -> new IllegalStateException("The server is no process of this machine."));
        }
    }

    /** Seconds of the server with all of its processes, those that ended included. */
    double ofServer() throws IOException {
        double seconds = seconds(server.pid(), OWN) + seconds(server.pid(), OF_CHILDREN);
        for (ProcessHandle child : server.children().toList()) {
            seconds += seconds(child.pid(), OWN);
        }
        return seconds;
    }

    /** Seconds of the service. */
    double ofService() throws IOException {
        return seconds(service, OWN);
    }

    private static double seconds(long process, int first) throws IOException {
        try {
            String message = Files.readString(Path.of("/proc", Long.toString(process), "stat"));
            String[] fields = message.substring(message.lastIndexOf(')') + 2).split(" ");
            return List.of(fields).subList(first, first + FIELDS).stream()
                            .mapToLong(Long::parseLong)
                            .sum()
                    / TICKS_PER_SECOND;
        } catch (NoSuchFileException ended) {
            // A worker that ended meanwhile counts with its parent the next time.
            return 0;
        }
    }
}
