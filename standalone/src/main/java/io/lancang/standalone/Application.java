package io.lancang.standalone;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * How one of the built applications is started.
 *
 * @param name as shown to people and used for the log file
 * @param directory the module's folder below the repository
 * @param port where it answers GraphQL on loopback
 * @param managementPort where it answers health and metrics on loopback
 * @param heapMegabytes limit of its heap
 * @param environment configuration of its own, beside what all applications get
 */
record Application(
        String name,
        String directory,
        int port,
        int managementPort,
        int heapMegabytes,
        Map<String, String> environment) {
    /** The file of documents that the gateway trusts. */
    private static final String DOCUMENTS = "LANCANG_GATEWAY_DOCUMENTS_TRUSTED";

    /** Whether the gateway keeps answers. */
    static final String CACHE = "LANCANG_GATEWAY_CACHE_ENABLED";

    /** The event by which each service announces that its answers have changed. */
    private static final Map<String, String> CHANGES =
            Map.of("trade", "releasePublished", "corridor", "networkReleased");

    /** The services that give files. */
    private static final Set<String> EXPORTING = Set.of("trade", "corridor");

    /** Records of clients and keys are few; figures and networks are many. */
    private static final int SMALL_HEAP = 64;

    private static final int HEAP = 128;

    /** The service whose features maps show. */
    private static final String MAPS = "corridor";

    Application {
        environment = Map.copyOf(environment);
    }

    /** A service with its own database on the embedded server. */
    static Application service(String name, int port, int managementPort, int databasePort, String password) {
        String address = "postgresql://127.0.0.1:" + databasePort + "/" + name;
        return new Application(
                name,
                name + "-service",
                port,
                managementPort,
                EXPORTING.contains(name) ? HEAP : SMALL_HEAP,
                Map.of(
                        "QUARKUS_DATASOURCE_USERNAME", name,
                        "QUARKUS_DATASOURCE_PASSWORD", password,
                        "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:" + address,
                        "QUARKUS_DATASOURCE_REACTIVE_URL", address));
    }

    /** This application with further configuration. */
    Application with(Map<String, String> further) {
        Map<String, String> all = new TreeMap<>(environment);
        all.putAll(further);
        return new Application(name, directory, port, managementPort, heapMegabytes, all);
    }

    /** The gateway, in front of the services. */
    static Application gateway(int port, int managementPort, Path supergraph, List<Application> services) {
        Map<String, String> environment = new TreeMap<>();
        environment.put("LANCANG_GATEWAY_SUPERGRAPH", supergraph.toString());
        // Whoever runs the set on one machine wants to see what went wrong in it.
        environment.put("LANCANG_GATEWAY_SUBGRAPH_ERRORS_MASK", "false");
        // Tools for language models, where LANCANG_GATEWAY_MCP_ENABLED has them answered.
        environment.put(
                DOCUMENTS,
                Objects.requireNonNullElse(
                        System.getenv(DOCUMENTS),
                        supergraph.resolveSibling("tools/tools.json").toString()));
        environment.put(CACHE, Objects.requireNonNullElse(System.getenv(CACHE), "true"));
        for (Application service : services) {
            String name = service.name().toUpperCase(Locale.ROOT);
            environment.put("LANCANG_GATEWAY_SUBGRAPHS_" + name + "_URL", service.url());
            if (EXPORTING.contains(service.name())) {
                environment.put("LANCANG_GATEWAY_SUBGRAPHS_" + name + "_EXPORTS", service.root() + "/export");
            }
            if (service.name().equals(KeySecrets.SERVICE)) {
                environment.put("LANCANG_GATEWAY_SUBGRAPHS_" + name + "_JOBS", service.root() + "/jobs");
            }
            if (service.name().equals(MAPS)) {
                environment.put("LANCANG_GATEWAY_SUBGRAPHS_" + name + "_FEATURES", service.root() + "/ogc");
            }
            String changes = CHANGES.get(service.name());
            if (changes != null) {
                String events = "LANCANG_GATEWAY_SUBGRAPHS_" + name + "_CACHE_EVENTS_";
                environment.put(events + "SUBSCRIPTION", "subscription { " + changes + " { __typename } }");
                // What a service answers of the past has no tag, and no event drops it.
                environment.put(events + "TAGS", service.name());
            }
        }
        return new Application("gateway", "gateway", port, managementPort, 192, environment);
    }

    /** Where everything of the application is, without a path. */
    String root() {
        return "http://127.0.0.1:" + port;
    }

    String url() {
        return "http://127.0.0.1:" + port + "/graphql";
    }

    /** Where health and metrics are. */
    String managementRoot() {
        return "http://127.0.0.1:" + managementPort;
    }

    String readinessUrl() {
        return managementRoot() + "/q/health/ready";
    }

    /** The built application, relative to the repository. */
    Path runner(Path home) {
        return home.resolve(directory).resolve("target/quarkus-app/quarkus-run.jar");
    }

    /** Where its virtual machine keeps its parsed classes from one start to the next. */
    Path archive(Path classes) {
        return classes.resolve(name + ".jsa");
    }

    /** The command that starts it, with the folder of such archives. */
    List<String> command(Path java, Path home, Path classes) {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        // Four small virtual machines on one machine: the serial collector and few compiler threads cost least memory.
        command.add("-XX:+UseSerialGC");
        command.add("-Xms24m");
        command.add("-Xmx" + heapMegabytes + "m");
        // Whatever missed its memory is in no known state: it ends, and the set starts it again.
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.add("-XX:ReservedCodeCacheSize=64m");
        command.add("-Xss512k");
        // What compilers and start-up leave to the C library goes back to the system.
        command.add("-XX:TrimNativeHeapInterval=5000");
        // With its classes already parsed it starts in three quarters of the time. That an archive does not fit is
        // nothing that a log should call an error.
        command.add("-XX:+AutoCreateSharedArchive");
        // Mapped where it was recorded: moved, as is usual, each of its pages would be written and become the process'
        // own.
        command.add("-XX:+UnlockDiagnosticVMOptions");
        command.add("-XX:ArchiveRelocationMode=0");
        command.add("-XX:SharedArchiveFile=" + archive(classes));
        command.add("-Xlog:cds=off");
        command.add("-Xlog:aot=off");
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.add("-jar");
        command.add(runner(home).toString());
        return List.copyOf(command);
    }

    Map<String, String> fullEnvironment() {
        Map<String, String> full = new TreeMap<>(environment);
        // The C library would keep memory for each of up to eight times as many threads as there are cores.
        full.put("MALLOC_ARENA_MAX", "1");
        full.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        full.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        full.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        full.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
        full.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
        // The delay lets a cluster take the address out of its routes; here nobody routes.
        full.put("QUARKUS_SHUTDOWN_DELAY", "0s");
        return full;
    }
}
