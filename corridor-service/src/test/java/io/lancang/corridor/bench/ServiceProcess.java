package io.lancang.corridor.bench;

import io.lancang.kit.fixture.Readiness;
import io.lancang.kit.fixture.ServiceDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The built service as a process, on a database. */
final class ServiceProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Process process;
    private final URI graph;
    private final HttpClient client = HttpClient.newHttpClient();

    private ServiceProcess(Process process, URI graph) {
        this.process = process;
        this.graph = graph;
    }

    /** Starts it and waits until it is ready. */
    static ServiceProcess start(Path jar, ServiceDatabase database) throws IOException {
        int port = freePort();
        int managementPort = freePort();
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                jar.toString());
        builder.environment()
                .putAll(Map.of(
                        "QUARKUS_HTTP_PORT",
                        Integer.toString(port),
                        "QUARKUS_HTTP_HOST",
                        "127.0.0.1",
                        "QUARKUS_MANAGEMENT_PORT",
                        Integer.toString(managementPort),
                        "QUARKUS_DATASOURCE_USERNAME",
                        ServiceDatabase.NAME,
                        "QUARKUS_DATASOURCE_PASSWORD",
                        ServiceDatabase.NAME,
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        database.jdbcUrl(),
                        "QUARKUS_DATASOURCE_REACTIVE_URL",
                        database.reactiveUrl(),
                        "QUARKUS_LOG_LEVEL",
                        "WARN",
                        "QUARKUS_LOG_CONSOLE_JSON_ENABLED",
                        "false"));
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        ServiceProcess service = new ServiceProcess(process, URI.create("http://127.0.0.1:" + port + "/graphql"));
        service.awaitReady(URI.create("http://127.0.0.1:" + managementPort + "/q/health/ready"));
        return service;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady(URI ready) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < deadline) {
            try {
                client.send(HttpRequest.newBuilder(ready).build(), HttpResponse.BodyHandlers.discarding());
                Readiness.await(ready);
                return;
            } catch (IOException notListening) {
                java.util.concurrent.locks.LockSupport.parkNanos(
                        Duration.ofMillis(100).toNanos());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IOException("The wait for the service was interrupted", interrupted);
            }
        }
        process.destroy();
        throw new IOException("The service did not get ready; is it built?");
    }

    /**
     * Asks the graph and returns the answer.
     *
     * @param query as GraphQL, with single quotes instead of double ones
     */
    String ask(String query) throws IOException {
        String body = "{\"query\":\"" + query.replace("'", "\\\"") + "\"}";
        HttpRequest request = HttpRequest.newBuilder(graph)
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .timeout(PATIENCE)
                .build();
        try {
            String answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body();
            if (answer.contains("\"errors\"")) {
                throw new IOException("The service answered " + answer + " to " + query);
            }
            return answer;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("The wait for an answer was interrupted", interrupted);
        }
    }

    @Override
    public void close() {
        client.close();
        process.destroy();
    }
}
