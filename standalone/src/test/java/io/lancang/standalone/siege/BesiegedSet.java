package io.lancang.standalone.siege;

import io.lancang.standalone.AnonymousPlan;
import io.lancang.standalone.Folders;
import io.lancang.standalone.LancangSet;
import io.lancang.standalone.Options;
import io.lancang.standalone.Progress;
import io.lancang.standalone.StandaloneException;
import io.lancang.standalone.siege.attack.Target;
import io.lancang.standalone.siege.report.Part;
import io.lancang.standalone.siege.report.ProcessMemory;
import io.lancang.standalone.siege.wire.HttpConnection;
import io.lancang.standalone.siege.wire.HttpRequests;
import io.lancang.standalone.siege.wire.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The set that is attacked, with the limits that it ships with, on a data folder of its own. Used by one thread. */
final class BesiegedSet implements AutoCloseable {
    private static final List<String> NAMES = List.of("gateway", "trade", "corridor");
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Path home;
    private final DataHome data;
    private final Progress progress;
    private LancangSet set;
    private Map<String, Before> before = Map.of();

    /** What a process was before an attack. */
    private record Before(long pid, @Nullable ProcessMemory memory) {}

    /** A folder for the set's data, and whether it outlives the siege. */
    private record DataHome(Path folder, boolean kept) {}

    private BesiegedSet(Path home, DataHome data, Progress progress, LancangSet set) {
        this.home = home;
        this.data = data;
        this.progress = progress;
        this.set = set;
    }

    /** Starts the built set of a repository, on data in a temporary folder unless another one is given. */
    static BesiegedSet start(Path home, @Nullable Path folder)
            throws StandaloneException, InterruptedException, IOException {
        DataHome data = folder == null
                ? new DataHome(Files.createTempDirectory("lancang-siege"), false)
                : new DataHome(folder, true);
        Progress silent = new Progress(
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                InstantSource.system());
        return new BesiegedSet(home, data, silent, started(home, data, silent));
    }

    private static LancangSet started(Path home, DataHome data, Progress progress)
            throws StandaloneException, InterruptedException {
        LancangSet started = LancangSet.start(new Options(0, data.folder(), Options.Start.KEEP), home, progress);
        // What is under attack is what protects everybody, whoever asks: attackers and others have one address here.
        AnonymousPlan.lift(started);
        return started;
    }

    Target target() throws IOException {
        return new Target(
                address(set.gatewayUrl()),
                address(set.serviceUrl("trade")),
                address(set.serviceUrl("corridor")),
                Files.readString(set.stewardToken()).strip());
    }

    /** Remembers the processes and their memory. */
    void remember() throws InterruptedException {
        Map<String, Before> now = new HashMap<>();
        for (String name : NAMES) {
            ProcessHandle process = set.process(name);
            now.put(name, new Before(process.pid(), ProcessMemory.of(process)));
        }
        before = Map.copyOf(now);
    }

    /** Compares the processes with what is remembered, after they had time to recover, which most do not need. */
    List<Part> compare(Recovery recovery) throws InterruptedException {
        long end = System.nanoTime() + recovery.patience().toNanos();
        List<Part> parts = parts();
        while (System.nanoTime() < end && !parts.stream().allMatch(recovery.of())) {
            LockSupport.parkNanos(PAUSE.toNanos());
            parts = parts();
        }
        return parts;
    }

    private List<Part> parts() throws InterruptedException {
        List<Part> parts = new ArrayList<>();
        for (String name : NAMES) {
            Before then = before.get(name);
            if (then == null) {
                throw new IllegalStateException("nothing is remembered of " + name);
            }
            ProcessHandle process = set.process(name);
            boolean survived = process.pid() == then.pid()
                    && process.isAlive()
                    && isReady(name)
                    && (!name.equals("gateway") || answersANewDocument());
            parts.add(new Part(name, survived, then.memory(), survived ? ProcessMemory.of(process) : null));
        }
        return parts;
    }

    /** A process whose threads are all held up says that it is ready, and answers nobody. */
    private boolean answersANewDocument() {
        String document = "{ partner(code: \"LAO\") { r%d: name } }".formatted(System.nanoTime());
        try (HttpConnection connection = HttpConnection.openAsBystander(address(set.gatewayUrl()), PATIENCE)) {
            return connection.ask(HttpRequests.post(Json.request(document))).isGood();
        } catch (IOException silent) {
            return false;
        }
    }

    private boolean isReady(String name) {
        try {
            HttpURLConnection connection = (HttpURLConnection) URI.create(set.managementUrl(name) + "/q/health/ready")
                    .toURL()
                    .openConnection();
            connection.setConnectTimeout(2_000);
            connection.setReadTimeout(5_000);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException silent) {
            return false;
        }
    }

    /** Stops what is left of it and starts it on the same data. */
    void startAgain() throws StandaloneException, InterruptedException {
        set.close();
        set = started(home, data, progress);
    }

    private static InetSocketAddress address(String url) {
        URI uri = URI.create(url);
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), uri.getPort());
    }

    @Override
    public void close() {
        set.close();
        if (data.kept()) {
            return;
        }
        try {
            Folders.delete(data.folder());
        } catch (IOException e) {
            throw new UncheckedIOException("the siege's data in " + data.folder() + " could not be deleted", e);
        }
    }
}
