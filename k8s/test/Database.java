import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A PostgreSQL on loopback with the empty databases trade, corridor and integration, each with an owner of the same name and password. */
public final class Database {
    private Database() {}

    /** @param arguments the file to which the port is written once the server answers */
    public static void main(String[] arguments) throws Exception {
        EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(postgres)));
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String name : List.of("trade", "corridor", "integration")) {
                statement.execute("create role " + name + " login password '" + name + "'");
                statement.execute("create database " + name + " owner " + name);
            }
        }
        Files.writeString(Path.of(arguments[0]), Integer.toString(postgres.getPort()));
        new CountDownLatch(1).await();
    }

    private static void close(EmbeddedPostgres postgres) {
        try {
            postgres.close();
        } catch (java.io.IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
