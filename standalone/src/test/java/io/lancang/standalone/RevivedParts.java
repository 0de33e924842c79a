package io.lancang.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;

/** Parts of a running set that are ended as {@code kill -9} does it, and started again at the same addresses, as a cluster does it. */
final class RevivedParts implements AutoCloseable {
    private final RunningSet set;
    private final DataFolder folder;
    private final QuickLaunch launch;
    private final Map<String, RunningApplication> revived = new LinkedHashMap<>();

    RevivedParts(RunningSet set) throws IOException, StandaloneException {
        this.set = set;
        this.folder = DataFolder.open(new Options(0, Files.createTempDirectory("lancang-revived"), Options.Start.KEEP));
        this.launch = QuickLaunch.withArchives(RunningSet.changedData().resolve("classes"));
    }

    /** Ends a part, {@code gateway} for instance, and begins to start it again. */
    void kill(String name) throws StandaloneException {
        ProcessHandle process = process(name);
        process.destroyForcibly();
        process.onExit().join();
        revived.put(name, RunningApplication.start(set.running().part(name), launch, folder));
    }

    /** The process of a part that runs now. */
    ProcessHandle process(String name) {
        RunningApplication again = revived.get(name);
        return again == null ? set.running().process(name) : again.handle();
    }

    /** Waits until a part that was ended is ready again. */
    void await(String name) throws StandaloneException, InterruptedException {
        RunningApplication again = revived.get(name);
        if (again != null) {
            again.awaitReady();
        }
    }

    @Override
    public void close() {
        revived.values().forEach(RunningApplication::requestStop);
        try {
            for (RunningApplication each : revived.values()) {
                each.awaitStop();
            }
            folder.close();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
