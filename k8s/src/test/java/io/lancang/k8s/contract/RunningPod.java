package io.lancang.k8s.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.lancang.k8s.manifest.Manifest;
import io.lancang.kit.fixture.ServiceDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A built application, started as a process with the environment that its workload gives it, on free ports. It is asked by
 * the paths of the workload's probes.
 */
final class RunningPod implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long PAUSE_NANOS = Duration.ofMillis(50).toNanos();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final JsonNode container;
    private final Process process;
    private final Path log;
    private final int port = freePort();
    private final int managementPort = freePort();

    /** An answer to a probe or a query. */
    record Answer(int status, String body) {}

    /**
     * @param resolve what stands for a plain value of the manifest here, such as an address of another pod
     * @param further variables that only this machine needs, and values of the secrets, by variable
     */
    RunningPod(
            BuiltApplication application,
            Manifest workload,
            UnaryOperator<String> resolve,
            Map<String, String> further,
            Path logs) {
        this(
                application,
                workload,
                resolve,
                further,
                logs,
                ParsedClasses.of(application).optionsToRead());
    }

    /** As the other one, with what its virtual machine is told about its classes. */
    RunningPod(
            BuiltApplication application,
            Manifest workload,
            UnaryOperator<String> resolve,
            Map<String, String> further,
            Path logs,
            List<String> classes) {
        this.container =
                workload.pods().flatMap(pod -> pod.containers().findFirst()).orElseThrow();
        this.log = logs.resolve(workload.name() + "-" + port + ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx160m",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(classes);
        command.add("-jar");
        command.add(application.folder().resolve("quarkus-run.jar").toString());
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.to(log.toFile()));
        builder.environment().putAll(environment(workload, resolve, further));
        try {
            process = builder.start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Map<String, String> environment(
            Manifest workload, UnaryOperator<String> resolve, Map<String, String> further) {
        Map<String, String> variables = new HashMap<>();
        Environment.of(workload)
                .filter(variable -> variable.has("value"))
                .forEach(variable -> variables.put(
                        variable.path("name").asText(),
                        resolve.apply(variable.path("value").asText())));
        variables.putAll(further);
        variables.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        variables.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        variables.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        variables.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
        return variables;
    }

    String root() {
        return "http://127.0.0.1:" + port;
    }

    /** What a probe of the workload answers now. */
    Answer probe(String name) {
        JsonNode probe = container.path(name).path("httpGet");
        String listener = probe.path("port").asText();
        if (!listener.equals("management")) {
            throw new AssertionError(name + " asks port " + listener);
        }
        return get("http://127.0.0.1:" + managementPort + probe.path("path").asText());
    }

    /** Waits until a probe answers with this status. */
    Answer awaitProbe(String name, int status) {
        return awaitProbe(name, status, "");
    }

    /** Waits until a probe answers with this status and says this. */
    Answer awaitProbe(String name, int status, String says) {
        Predicate<Answer> expected =
                answer -> answer.status() == status && answer.body().contains(says);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Answer answer = probe(name);
        while (!expected.test(answer) && System.nanoTime() < deadline && process.isAlive()) {
            LockSupport.parkNanos(PAUSE_NANOS);
            answer = probe(name);
        }
        if (!expected.test(answer)) {
            throw new AssertionError(
                    name + " answers " + answer + ", not " + status + " " + says + ". The log:\n" + log());
        }
        return answer;
    }

    /** The metrics, once one that begins so is among them: what has been answered is counted just after. */
    List<String> metricsWith(String start) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<String> metrics = metrics();
        while (metrics.stream().noneMatch(line -> line.startsWith(start)) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(PAUSE_NANOS);
            metrics = metrics();
        }
        return metrics;
    }

    /** The metrics as Prometheus scrapes them. */
    List<String> metrics() {
        return get("http://127.0.0.1:" + managementPort + "/q/metrics")
                .body()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    /** The answer to a GraphQL query. */
    Answer ask(String query) {
        return send(HttpRequest.newBuilder(URI.create(root() + "/graphql"))
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"query\": \"" + query.replace("\"", "\\\"") + "\"}"))
                .build());
    }

    /** Waits for the process to end by itself and returns its status. */
    int awaitExit() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("It does not end. The log:\n" + log());
        }
        return process.exitValue();
    }

    /** What it has logged. */
    String log() {
        try {
            return Files.readString(log);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The variables that the manifests take from the database's secret. */
    static Map<String, String> access(ServiceDatabase database) {
        URI address = URI.create(database.reactiveUrl());
        return Map.of(
                "QUARKUS_DATASOURCE_USERNAME", ServiceDatabase.NAME,
                "QUARKUS_DATASOURCE_PASSWORD", ServiceDatabase.NAME,
                "LANCANG_DATABASE_HOST", address.getHost(),
                "LANCANG_DATABASE_PORT", Integer.toString(address.getPort()),
                "LANCANG_DATABASE_NAME", ServiceDatabase.NAME);
    }

    private static Answer get(String url) {
        return send(HttpRequest.newBuilder(URI.create(url)).build());
    }

    private static Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (ConnectException notYet) {
            return new Answer(0, "does not listen");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
