package io.lancang.standalone.soak;

import io.lancang.standalone.Folders;
import io.lancang.standalone.ReplicatedForm;
import io.lancang.standalone.ReplicatedSet;
import io.lancang.standalone.StandaloneException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** {@code k8s/test/soak}, after the build. Ends with 1 if the set did not hold, with 2 if the command line is wrong. */
public final class SoakMain {
    private static final String STANDBYS = "standbys";

    private SoakMain() {}

    public static void main(String[] arguments) throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        stopWithProcess(Thread.currentThread(), over);
        int status = 1;
        try {
            status = run(SoakOptions.parse(List.of(arguments))) ? 0 : 1;
        } catch (IllegalArgumentException wrong) {
            System.out.println("lancang: " + wrong.getMessage());
            status = 2;
        } catch (InterruptedException asked) {
            System.out.println("lancang: the soak was ended before its time");
        } finally {
            over.countDown();
        }
        System.exit(status);
    }

    /** On Ctrl-C the thread that runs the soak stops what it has started, and is waited for. */
    private static void stopWithProcess(Thread running, CountDownLatch over) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            running.interrupt();
                            try {
                                boolean isOver = over.await(1, TimeUnit.MINUTES);
                                if (!isOver) {
                                    System.out.println("lancang: not all processes of the soak could be ended");
                                }
                            } catch (InterruptedException interrupted) {
                                Thread.currentThread().interrupt();
                            }
                        },
                        "stop"));
    }

    private static boolean run(SoakOptions options) throws Exception {
        Path home = Path.of(System.getProperty("lancang.home", "")).toAbsolutePath();
        boolean isKept = options.data() != null;
        Path folder = isKept ? Objects.requireNonNull(options.data()) : Files.createTempDirectory("lancang-soak");
        if (Files.exists(folder.resolve(STANDBYS))) {
            throw new IllegalArgumentException(folder + " has the data of an earlier soak. Choose another: --data DIR");
        }
        try {
            return run(options, home, folder);
        } finally {
            if (!isKept) {
                Folders.delete(folder);
            }
        }
    }

    private static boolean run(SoakOptions options, Path home, Path folder) throws Exception {
        Path data = folder.resolve("set");
        System.out.println("Starting a set of its own on loopback; logs are in " + data.resolve("logs"));
        prepare(home, data);
        ReplicatedForm form =
                new ReplicatedForm(options.each(), ReplicatedForm.Store.VALKEY, ReplicatedForm.Life.LONG, Map.of());
        try (ReplicatedSet set = ReplicatedSet.start(home, data, folder.resolve(STANDBYS), form)) {
            System.out.println(
                    "Ready: " + set.handles().size() + " processes, PostgreSQL with a standby, and a Valkey");
            return new Soak(set, options, System.out).run();
        }
    }

    /** What an earlier start began, and did not come to its end, goes on where it was. */
    private static void prepare(Path home, Path data) throws StandaloneException, InterruptedException, IOException {
        Path prepared = data.resolveSibling("prepared");
        if (!Files.exists(prepared)) {
            ReplicatedSet.prepare(home, data);
            Files.createFile(prepared);
        }
    }
}
