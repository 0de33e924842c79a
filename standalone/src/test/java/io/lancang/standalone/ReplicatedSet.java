package io.lancang.standalone;

import io.lancang.standalone.ServiceLaunch.Compilers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The set as a cluster runs it: several processes of each application behind one address, a primary and a standby of PostgreSQL, and a Valkey that
 * the gateways share. Each part can be stopped, killed and started again while the others go on. Used by one thread.
 */
public final class ReplicatedSet implements AutoCloseable {
    /** The applications, in the order in which they are started. */
    public static final List<String> APPLICATIONS = List.of("trade", "corridor", KeySecrets.SERVICE, "gateway");

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final DataFolder folder;
    private final String token;
    private final String adminKey;
    private final FollowedDatabase database;
    private final @Nullable SharedStore store;
    private final Map<String, List<ServiceProcess>> processes = new LinkedHashMap<>();
    private final Map<String, Balancer> balancers = new LinkedHashMap<>();
    private final Map<String, Integer> addresses;

    private ReplicatedSet(
            DataFolder folder,
            String token,
            KeySecrets secrets,
            ReplicatedForm form,
            FollowedDatabase database,
            Ports ports)
            throws IOException, StandaloneException {
        this.folder = folder;
        this.token = token;
        this.adminKey = secrets.adminKey();
        this.database = database;
        this.store = form.store() == ReplicatedForm.Store.VALKEY ? SharedStore.start(ports.free()) : null;
        Map<String, Integer> chosen = new LinkedHashMap<>();
        for (String application : APPLICATIONS) {
            chosen.put(application, ports.free());
        }
        this.addresses = Map.copyOf(chosen);
    }

    /** Starts a set of one process each in an empty folder, which loads all that ships, and ends it. */
    public static void prepare(Path home, Path data) throws StandaloneException, InterruptedException {
        LancangSet.start(
                        new Options(0, data, Options.Start.KEEP),
                        home,
                        new Progress(System.out, InstantSource.system()),
                        LocalSteward.make(Instant.now()),
                        (repository, folder) -> ServiceLaunch.of(repository, folder, Compilers.FIRST, Duration.ZERO))
                .close();
    }

    /**
     * Starts everything, and returns when every part is ready.
     *
     * @param home the repository's folder, where the built applications are
     * @param data the folder of a set that was started once, and has ended
     * @param copies where the data of standbys go
     */
    public static ReplicatedSet start(Path home, Path data, Path copies, ReplicatedForm form)
            throws IOException, InterruptedException, SQLException, StandaloneException {
        DataFolder folder = DataFolder.open(new Options(0, data, Options.Start.KEEP));
        Ports ports = new Ports();
        FollowedDatabase database = FollowedDatabase.start(folder, copies, ports);
        @Nullable ReplicatedSet begun = null;
        try {
            Credentials credentials = Credentials.load(folder.credentials());
            LocalSteward steward = LocalSteward.make(Instant.now());
            KeySecrets secrets = new KeySecrets(
                    credentials.password(KeySecrets.TOKEN),
                    credentials.password(KeySecrets.ADMIN),
                    credentials.password(KeySecrets.PREFIX));
            begun = new ReplicatedSet(folder, steward.token(), secrets, form, database, ports);
            begun.startAll(home, form, steward, secrets, credentials, ports);
            return begun;
        } catch (IOException | InterruptedException | StandaloneException | RuntimeException failure) {
            if (begun == null) {
                database.close();
                folder.close();
            } else {
                begun.close();
            }
            throw failure;
        }
    }

    private void startAll(
            Path home,
            ReplicatedForm form,
            LocalSteward steward,
            KeySecrets secrets,
            Credentials credentials,
            Ports ports)
            throws IOException, InterruptedException, StandaloneException {
        Launch launch = ServiceLaunch.of(
                home, folder, form.life().compilers(), form.life().delay());
        for (String name : APPLICATIONS) {
            List<ServiceProcess> started = new ArrayList<>();
            processes.put(name, started);
            for (int number = 1; number <= form.each(); number++) {
                Application one = name.equals("gateway")
                        ? gateway(home, ports)
                                .with(secrets.ofGateway(root(KeySecrets.SERVICE)))
                                .with(store == null ? Map.of() : store.settings())
                                .with(form.gateway())
                        : service(name, credentials.password(name), ports)
                                .with(steward.environment())
                                .with(
                                        name.equals(KeySecrets.SERVICE)
                                                ? secrets.ofService(root("gateway") + "/graphql")
                                                : Map.of());
                started.add(ServiceProcess.start(named(one, name + "-" + number), launch, folder));
            }
        }
        for (Map.Entry<String, List<ServiceProcess>> each : processes.entrySet()) {
            for (ServiceProcess process : each.getValue()) {
                process.awaitReady();
            }
        }
        for (Map.Entry<String, List<ServiceProcess>> each : processes.entrySet()) {
            balancers.put(each.getKey(), Balancer.start(each.getValue(), address(each.getKey())));
        }
        liftLimits();
    }

    /** The gateways have tried to reach integration-service before it was there, and try again by and by. */
    private void liftLimits() throws InterruptedException {
        long deadline = System.nanoTime() + PatientLaunch.START_LIMIT.toNanos();
        while (true) {
            try {
                AnonymousPlan.lift(root("gateway") + "/graphql", adminKey);
                return;
            } catch (IllegalStateException | UncheckedIOException notYet) {
                if (System.nanoTime() > deadline) {
                    throw notYet;
                }
                Thread.sleep(PAUSE);
            }
        }
    }

    private Application service(String name, String password, Ports ports) throws StandaloneException {
        Application service = Application.service(
                        name, ports.free(), ports.free(), database.primary().port(), password)
                .with(database.settings(name));
        return name.equals(KeySecrets.SERVICE)
                ? service
                : service.with(Map.of("LANCANG_DATABASE_REPLICAS_HOSTS", database.hosts()));
    }

    /** In front of the addresses of the services, each of which stands for several processes. */
    private Application gateway(Path home, Ports ports) throws StandaloneException {
        List<Application> services = APPLICATIONS.stream()
                .filter(name -> !name.equals("gateway"))
                .map(name -> new Application(name, name + "-service", address(name), 0, 0, Map.of()))
                .toList();
        return Application.gateway(ports.free(), ports.free(), home.resolve("standalone/supergraph.graphql"), services);
    }

    private static Application named(Application one, String name) {
        return new Application(
                name, one.directory(), one.port(), one.managementPort(), one.heapMegabytes(), one.environment());
    }

    private int address(String application) {
        return Objects.requireNonNull(addresses.get(application), application);
    }

    private List<ServiceProcess> all(String application) {
        return Objects.requireNonNull(processes.get(application), application);
    }

    private Balancer balancer(String application) {
        return Objects.requireNonNull(balancers.get(application), application);
    }

    /** Where an application is, whichever of its processes answers; without a path. */
    public String root(String application) {
        return "http://127.0.0.1:" + address(application);
    }

    /** Where each process of an application is, without a path. */
    public List<String> roots(String application) {
        return all(application).stream()
                .map(process -> process.application().root())
                .toList();
    }

    /** Where each process of an application answers health and metrics. */
    public List<String> managementRoots(String application) {
        return all(application).stream()
                .map(process -> process.application().managementRoot())
                .toList();
    }

    /** A bearer token of a steward, who loads files. */
    public String stewardToken() {
        return token;
    }

    /** The key of an administrator, who makes clients, plans and keys. */
    public String adminKey() {
        return adminKey;
    }

    /** The processes that there are now, by name. */
    public Map<String, ProcessHandle> handles() {
        Map<String, ProcessHandle> handles = new LinkedHashMap<>();
        for (String application : APPLICATIONS) {
            all(application).forEach(each -> handles.put(each.application().name(), each.handle()));
        }
        return handles;
    }

    /** Where the processes write their logs. */
    public Path logs() {
        return folder.logs();
    }

    /** The two servers of PostgreSQL. */
    FollowedDatabase database() {
        return database;
    }

    /** Restarts the processes of an application, one after the other; each is waited for before the next. */
    public void restart(String application) throws InterruptedException, StandaloneException {
        for (ServiceProcess process : all(application)) {
            process.stop();
            balancer(application).look();
            process.startAgain();
            balancer(application).look();
        }
    }

    /** Ends one process of an application as {@code kill -9} does, and starts another in its place. */
    public void kill(String application, int number) throws InterruptedException, StandaloneException {
        List<ServiceProcess> all = all(application);
        ServiceProcess victim = all.get(Math.floorMod(number, all.size()));
        victim.kill();
        victim.startAgain();
        balancer(application).look();
    }

    /** The primary of PostgreSQL dies, and the standby takes its place. */
    public void failOver() throws InterruptedException, SQLException {
        database.failOver();
    }

    /** Another standby follows the primary, in place of the server that died. */
    public void followAgain() throws IOException, InterruptedException, SQLException {
        database.followAgain();
    }

    /** The Valkey dies, with all that is in it. */
    public void killStore() throws InterruptedException {
        Objects.requireNonNull(store, "the set has none").kill();
    }

    /** An empty one takes its place. */
    public void startStoreAgain() throws IOException {
        Objects.requireNonNull(store, "the set has none").startAgain();
    }

    @Override
    public void close() throws IOException {
        for (Balancer balancer : balancers.values()) {
            balancer.close();
        }
        // What runs is a copy of data that nobody needs: nothing is waited for.
        processes.values().forEach(all -> all.forEach(each -> each.handle().destroyForcibly()));
        processes
                .values()
                .forEach(all -> all.forEach(each -> each.handle().onExit().join()));
        if (store != null) {
            store.close();
        }
        database.close();
        folder.close();
    }
}
