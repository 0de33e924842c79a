package io.lancang.standalone;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.nullValue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Data of a set that was started once: what ships is loaded, PostgreSQL is unpacked, and the virtual machines have written down their
 * classes. Sets of tests begin with a copy, which takes a second; each would otherwise do all of that itself, with both processors for
 * half a minute.
 */
public final class PreparedData {
    private static final Path TARGET = RunningSet.home().resolve("standalone/target");
    private static final Path ORIGINAL = TARGET.resolve("prepared-data");
    private static final Path BEGUN = TARGET.resolve("data-in-preparation");

    /** What nobody writes into. A virtual machine that makes its archive anew makes a new file. */
    private static final Set<Path> NEVER_CHANGED = Set.of(Path.of("binaries"), Path.of("classes"));

    private static final List<String> APPLICATIONS = List.of("trade", "corridor", "integration", "gateway");

    private static final String QUESTION = """
            { partner(code: "LAO") { name trade(from: 2019, to: 2024) { points { total { amount } growth } }
                corridors { name segments { name from { name } } } }
              routes(from: "kunming", to: "vientiane") { complete } tradeRanking(year: 2024, top: 3) { partner { name } } }""";

    private PreparedData() {}

    /** Sees to it that a folder holds the data of a set: those of an earlier start, or what every set has. */
    public static void into(Path folder) throws StandaloneException, InterruptedException {
        if (!Files.exists(folder.resolve("postgres"))) {
            anewInto(folder);
        }
    }

    /** Puts what every set has in place of what a folder holds. */
    static void anewInto(Path folder) throws StandaloneException, InterruptedException {
        try {
            prepare();
            copy(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the prepared data cannot be copied to " + folder, e);
        }
    }

    /** Processes that run tests side by side wait for the first. */
    private static void prepare() throws IOException, StandaloneException, InterruptedException {
        Files.createDirectories(TARGET);
        try (FileChannel channel = FileChannel.open(
                        TARGET.resolve("prepared-data.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            if (Files.exists(ORIGINAL)) {
                return;
            }
            Progress progress = new Progress(System.out, InstantSource.system());
            try (LancangSet set = LancangSet.start(
                    new Options(0, BEGUN, Options.Start.FRESH),
                    RunningSet.home(),
                    progress,
                    LocalSteward.make(Instant.now()),
                    PatientLaunch.CHOICE)) {
                ask(set);
                endApplications(set);
            }
            Files.move(BEGUN, ORIGINAL, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** However long they write their archives, for which a set has less patience than a busy machine needs. */
    private static void endApplications(LancangSet set) {
        List<ProcessHandle> processes = APPLICATIONS.stream().map(set::process).toList();
        processes.forEach(ProcessHandle::destroy);
        processes.forEach(process -> process.onExit().join());
    }

    /** So that the archives have the classes that answers need as well. */
    private static void ask(LancangSet set) {
        given().contentType("application/json")
                .body(Map.of("query", QUESTION))
                .post(set.gatewayUrl())
                .then()
                .statusCode(200)
                .body("errors", nullValue());
    }

    /** Whole or not at all: what an interrupted copy left is copied anew. */
    private static void copy(Path folder) throws IOException {
        Path begun = folder.resolveSibling(folder.getFileName() + "-in-copy");
        forget(begun);
        forget(folder);
        try (Stream<Path> files = Files.walk(ORIGINAL)) {
            for (Path file : files.toList()) {
                Path name = ORIGINAL.relativize(file);
                copy(file, begun.resolve(name.toString()), isNeverChanged(name));
            }
        }
        Files.move(begun, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void copy(Path file, Path to, boolean asLink) throws IOException {
        if (asLink && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            Files.createLink(to, file);
        } else {
            Files.copy(file, to, LinkOption.NOFOLLOW_LINKS, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private static void forget(Path folder) throws IOException {
        if (Files.exists(folder)) {
            Folders.delete(folder);
        }
    }

    private static boolean isNeverChanged(Path name) {
        return NEVER_CHANGED.contains(name.getName(0));
    }
}
