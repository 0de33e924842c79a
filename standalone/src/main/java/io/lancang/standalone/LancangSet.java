package io.lancang.standalone;

import io.lancang.standalone.StandaloneException.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The running set: PostgreSQL, the services, the gateway. Started by one thread; {@link #close} may be called by another,
 * once the start has returned or failed, and only the first call does anything.
 */
public final class LancangSet implements AutoCloseable {
    private static final List<String> SERVICES = List.of("trade", "corridor", KeySecrets.SERVICE);

    private final DataFolder folder;
    private final DiskSpace disk;
    private final List<SupervisedApplication> applications = new CopyOnWriteArrayList<>();
    private final CompletableFuture<StandaloneException> failure = new CompletableFuture<>();
    private final AtomicBoolean closing = new AtomicBoolean();
    private @Nullable Database database;

    private LancangSet(DataFolder folder) {
        this.folder = folder;
        this.disk = new DiskSpace(folder.root());
    }

    /**
     * Starts everything and returns when every part is ready. What was started before a failure is stopped again.
     *
     * @param home the repository's folder, where the built applications are
     */
    public static LancangSet start(Options options, Path home, Progress progress)
            throws StandaloneException, InterruptedException {
        return start(options, home, progress, LocalSteward.make(Instant.now()));
    }

    /** As {@link #start(Options, Path, Progress)}, for a steward whose key somebody keeps. */
    static LancangSet start(Options options, Path home, Progress progress, LocalSteward steward)
            throws StandaloneException, InterruptedException {
        return start(options, home, progress, steward, LaunchChoice.BUILT);
    }

    /** As {@link #start(Options, Path, Progress, LocalSteward)}, with applications that are started in another way. */
    static LancangSet start(Options options, Path home, Progress progress, LocalSteward steward, LaunchChoice choice)
            throws StandaloneException, InterruptedException {
        LancangSet set = new LancangSet(DataFolder.open(options));
        try {
            set.disk.requireForStart(!set.folder.hasDatabase());
            set.startOrExplain(options, home, progress, steward, choice.launch(home, set.folder));
            return set;
        } catch (StandaloneException | InterruptedException | RuntimeException e) {
            set.close();
            throw e;
        }
    }

    /** Where the gateway answers. */
    public String gatewayUrl() {
        return application("gateway").application().url();
    }

    /** Where the gateway is, without a path. */
    public String gatewayRoot() {
        return application("gateway").application().root();
    }

    /** Where a service answers, {@code trade} for instance. */
    public String serviceUrl(String name) {
        return application(name).application().url();
    }

    /** The file with the bearer token by which data are loaded into the running set. */
    public Path stewardToken() {
        return folder.stewardToken();
    }

    /** The file with the key of an administrator, by which clients of the running set are made. */
    public Path adminKey() {
        return folder.adminKey();
    }

    /** The process of an application, {@code trade} for instance. */
    public ProcessHandle process(String name) {
        return application(name).handle();
    }

    /** The process of PostgreSQL, whose children answer the services. */
    public ProcessHandle databaseProcess() {
        return Objects.requireNonNull(database, "the set has started").process();
    }

    /** Where a part of the set answers health and metrics, {@code gateway} for instance. */
    public String managementUrl(String name) {
        return application(name).application().managementRoot();
    }

    /** How a part of the set is started. */
    Application part(String name) {
        return application(name).application();
    }

    /** The configuration of a service, by which it reaches its database among others. */
    Map<String, String> configuration(String name) {
        return part(name).environment();
    }

    /** Stops one service while the rest goes on, as an outage would. The set no longer fails because of it. */
    public void stopService(String name) throws InterruptedException {
        SupervisedApplication service = application(name);
        applications.remove(service);
        service.requestStop();
        service.awaitStop();
    }

    /** Completes with the reason when a part of the running set ends by itself. */
    public CompletableFuture<StandaloneException> failure() {
        return failure;
    }

    @Override
    public void close() {
        if (!closing.compareAndSet(false, true)) {
            return;
        }
        try {
            applications.forEach(SupervisedApplication::requestStop);
            for (SupervisedApplication running : applications) {
                running.awaitStop();
            }
            if (database != null) {
                database.close();
            }
            folder.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException("the set did not stop cleanly", e);
        }
    }

    /** The disk is looked at before what was started is closed, which makes room on it. */
    private void startOrExplain(Options options, Path home, Progress progress, LocalSteward steward, Launch launch)
            throws StandaloneException, InterruptedException {
        try {
            startAll(options, home, progress, steward, launch);
        } catch (StandaloneException failed) {
            throw disk.explain(failed);
        }
    }

    private void startAll(Options options, Path home, Progress progress, LocalSteward steward, Launch launch)
            throws StandaloneException, InterruptedException {
        Ports ports = new Ports();
        int gatewayPort = ports.wanted(options.port());

        Progress.Step step = progress.begin("PostgreSQL");
        Database started = Database.start(folder, ports.free(), SERVICES);
        database = started;
        // What it does completes `failure`, which somebody waits for; nobody waits for the watch itself.
        CompletableFuture<Void> _ = started.process().onExit().thenRun(this::databaseEnded);
        step.done("127.0.0.1:" + started.port());

        KeySecrets secrets = secrets(started);
        List<Application> services = new ArrayList<>();
        for (String name : SERVICES) {
            services.add(Application.service(name, ports.free(), ports.free(), started.port(), password(started, name))
                    .with(steward.environment())
                    .with(
                            name.equals(KeySecrets.SERVICE)
                                    ? secrets.ofService("http://127.0.0.1:" + gatewayPort + "/graphql")
                                    : Map.of()));
        }
        printHowToLoad(steward, services);
        Path supergraph = home.resolve("standalone/supergraph.graphql");
        Application gateway = Application.gateway(gatewayPort, ports.free(), supergraph, services)
                .with(secrets.ofGateway(services.getLast().root()));

        List<Progress.Step> steps = new ArrayList<>();
        List<Application> all = new ArrayList<>(services);
        all.add(gateway);
        for (Application application : all) {
            steps.add(progress.begin(application.name()));
            applications.add(SupervisedApplication.start(application, launch, folder, progress));
        }
        for (int index = 0; index < all.size(); index++) {
            SupervisedApplication running = applications.get(index);
            running.awaitReady();
            steps.get(index).done(running.application().url());
            running.supervise(failed -> failure.complete(disk.explain(failed)));
        }
    }

    private void printHowToLoad(LocalSteward steward, List<Application> services) throws StandaloneException {
        try {
            steward.write(folder.stewardToken());
            for (Application service : services) {
                Files.writeString(folder.url(service.name()), service.root() + "\n");
            }
        } catch (IOException e) {
            throw new StandaloneException(
                    ExitCode.FAILED, "The token in " + folder.stewardToken() + " cannot be kept: " + e, e);
        }
    }

    private KeySecrets secrets(Database started) throws StandaloneException {
        KeySecrets secrets = new KeySecrets(
                password(started, KeySecrets.TOKEN),
                password(started, KeySecrets.ADMIN),
                password(started, KeySecrets.PREFIX));
        try {
            secrets.writeAdminKey(folder.adminKey());
            return secrets;
        } catch (IOException e) {
            throw new StandaloneException(
                    ExitCode.FAILED, "The key in " + folder.adminKey() + " cannot be kept: " + e, e);
        }
    }

    private String password(Database started, String role) throws StandaloneException {
        try {
            return started.password(role);
        } catch (IOException e) {
            throw new StandaloneException(
                    ExitCode.FAILED, "The passwords in " + folder.credentials() + " cannot be kept: " + e, e);
        }
    }

    private void databaseEnded() {
        if (!closing.get()) {
            failure.complete(disk.explain(new StandaloneException(
                    ExitCode.FAILED,
                    "PostgreSQL ended. Its log is " + folder.logs().resolve("postgres.log"))));
        }
    }

    private SupervisedApplication application(String name) {
        return applications.stream()
                .filter(running -> running.application().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no part of the set is called " + name));
    }
}
