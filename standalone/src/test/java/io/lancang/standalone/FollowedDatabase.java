package io.lancang.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A primary and a standby that streams from it, at two addresses of which services know both. Each of the two may be either; used by one thread at a
 * time.
 */
final class FollowedDatabase implements AutoCloseable {
    private final Path copies;
    private final List<Integer> ports;
    private PostgresServer primary;
    private PostgresServer standby;
    private int copied;

    private FollowedDatabase(Path copies, PostgresServer primary, int standbyPort)
            throws IOException, InterruptedException, SQLException {
        this.copies = copies;
        this.ports = List.of(primary.port(), standbyPort);
        this.primary = primary;
        this.standby = primary.follow(nextCopy(), standbyPort);
    }

    /**
     * Starts both.
     *
     * @param folder with the data of a set
     * @param copies where the data of standbys go
     */
    static FollowedDatabase start(DataFolder folder, Path copies, Ports free)
            throws IOException, InterruptedException, SQLException, StandaloneException {
        PostgresServer primary = PostgresServer.startPrimary(folder, free.free());
        try {
            return new FollowedDatabase(copies, primary, free.free());
        } catch (IOException | InterruptedException | SQLException | StandaloneException failure) {
            primary.close();
            throw failure;
        }
    }

    private Path nextCopy() throws IOException {
        copied++;
        return Files.createDirectories(copies).resolve("standby-" + copied);
    }

    PostgresServer primary() {
        return primary;
    }

    PostgresServer standby() {
        return standby;
    }

    /** By which a service finds the primary, whichever of the two it is, and the standbys. */
    Map<String, String> settings(String database) {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:postgresql://" + hosts() + "/" + database + "?targetServerType=primary&connectTimeout=2",
                "QUARKUS_DATASOURCE_REACTIVE_URL",
                ports.stream()
                        .map(port -> "postgresql://127.0.0.1:" + port + "/" + database)
                        .collect(Collectors.joining(",")));
    }

    /** Both addresses. */
    String hosts() {
        return ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
    }

    /** The primary dies as by {@code kill -9}, and the standby takes its place once it is asked to. */
    void failOver() throws InterruptedException, SQLException {
        primary.kill();
        standby.promote();
        PostgresServer gone = primary;
        primary = standby;
        standby = gone;
    }

    /** A new standby follows the primary, at the address of the server that died. */
    void followAgain() throws IOException, InterruptedException, SQLException {
        Path former = standby.data();
        standby = primary.follow(nextCopy(), standby.port());
        Folders.delete(former);
    }

    @Override
    public void close() throws IOException {
        standby.close();
        primary.close();
    }
}
