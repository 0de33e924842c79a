package io.lancang.standalone;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A gateway beside that of a running set, in front of the same services. */
final class FurtherGateway implements AutoCloseable {
    private final Application gateway;
    private final RunningApplication process;

    private FurtherGateway(Application gateway, RunningApplication process) {
        this.gateway = gateway;
        this.process = process;
    }

    /**
     * Starts one and waits until it is ready.
     *
     * @param settings environment variables besides those that every gateway of a set has
     */
    static FurtherGateway start(RunningSet set, Map<String, String> settings)
            throws IOException, InterruptedException, StandaloneException {
        Path home = RunningSet.home();
        Ports ports = new Ports();
        Application gateway = Application.gateway(
                        ports.free(),
                        ports.free(),
                        home.resolve("standalone/supergraph.graphql"),
                        List.of(running(set, "trade"), running(set, "corridor")))
                .with(settings);
        DataFolder folder = DataFolder.open(
                new Options(0, Files.createTempDirectory("lancang-further-gateway"), Options.Start.KEEP));
        QuickLaunch launch = QuickLaunch.withArchives(RunningSet.changedData().resolve("classes"));
        RunningApplication process = RunningApplication.start(gateway, launch, folder);
        process.awaitReady();
        return new FurtherGateway(gateway, process);
    }

    private static Application running(RunningSet set, String service) {
        int port = URI.create(set.running().serviceUrl(service)).getPort();
        return new Application(service, service + "-service", port, 0, 0, Map.of());
    }

    String url() {
        return gateway.url();
    }

    String managementUrl() {
        return gateway.managementRoot();
    }

    @Override
    public void close() {
        process.requestStop();
        try {
            process.awaitStop();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
