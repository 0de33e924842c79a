package io.lancang.k8s.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.k8s.manifest.Home;
import io.lancang.k8s.manifest.ManifestSet;
import io.lancang.kit.fixture.ServiceDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Databases that the jobs of dev have prepared, once for all tests of this process, which take copies of them. The jobs write down the
 * classes of their services, too, which later pods begin with.
 */
final class PreparedDatabases {
    private static final Map<String, ServiceDatabase> STOPPED = new HashMap<>();

    private PreparedDatabases() {}

    /** That of a service. It is stopped, to be copied, and removed when the process ends. */
    static synchronized ServiceDatabase of(BuiltApplication service) throws InterruptedException {
        ServiceDatabase prepared = STOPPED.get(service.name());
        if (prepared == null) {
            prepared = prepare(service);
            STOPPED.put(service.name(), prepared);
            Runtime.getRuntime().addShutdownHook(new Thread(prepared::close));
        }
        return prepared;
    }

    private static ServiceDatabase prepare(BuiltApplication service) throws InterruptedException {
        ServiceDatabase database = ServiceDatabase.start();
        try (RunningPod job = new RunningPod(
                service,
                ManifestSet.render("overlays/dev").get("Job", service.name() + "-preparation"),
                UnaryOperator.identity(),
                RunningPod.access(database),
                logs(),
                ParsedClasses.of(service).optionsToWrite())) {
            assertEquals(0, job.awaitExit(), job::log);
        }
        database.stop();
        return database;
    }

    private static Path logs() {
        try {
            return Files.createDirectories(Home.repository().resolve("k8s/target/prepared-databases"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
