package io.lancang.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.gateway.server.Answers;
import io.lancang.gateway.server.SubgraphServer;
import io.lancang.gateway.server.TestGraph;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged gateway, in a process of its own that is asked to end. */
class TerminationIT {
    private static final Pattern LISTENING = Pattern.compile("Listening on: http://[^:]+:(\\d+)");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    @Test
    void finishesWhatIsInWorkAndBeginsNothingNew() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        try (SubgraphServer trade = new SubgraphServer((request, exchange, closed) -> {
                    awaitUninterrupted(answer);
                    Answers.json("{\"data\":{\"partners\":[{\"name\":\"Laos\"}]}}")
                            .to(request, exchange, closed);
                });
                HttpClient client = HttpClient.newHttpClient()) {
            Process gateway = start(trade);
            try (BufferedReader output = gateway.inputReader(UTF_8)) {
                URI endpoint = endpoint(output);
                CompletableFuture<HttpResponse<String>> inWork =
                        client.sendAsync(ask(endpoint), HttpResponse.BodyHandlers.ofString());
                await().until(() -> trade.received().size() == 1);

                // Process.destroy would close the output as well.
                gateway.toHandle().destroy();

                await().atMost(10, SECONDS).until(() -> isRefused(endpoint));
                assertFalse(inWork.isDone(), "the request ended before its subgraph answered");
                answer.countDown();
                HttpResponse<String> response = inWork.get(10, SECONDS);
                assertEquals(200, response.statusCode());
                assertEquals("{\"data\":{\"partners\":[{\"name\":\"Laos\"}]}}", response.body());
                assertTrue(gateway.waitFor(10, SECONDS), "the gateway goes on though nothing is left to do");
            } finally {
                answer.countDown();
                gateway.destroyForcibly();
            }
        }
    }

    private Process start(SubgraphServer trade) throws IOException {
        Path supergraph = folder.resolve("supergraph.graphql");
        Files.writeString(supergraph, TestGraph.sdl(trade.url().toString(), "http://nobody.invalid/graphql"));
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-XX:+ExitOnOutOfMemoryError",
                "-jar",
                Path.of("target", "quarkus-app", "quarkus-run.jar").toString());
        builder.environment().put("LANCANG_GATEWAY_SUPERGRAPH", supergraph.toString());
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        builder.environment().put("QUARKUS_HTTP_PORT", "0");
        builder.environment().put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        builder.environment().put("QUARKUS_MANAGEMENT_PORT", "0");
        builder.environment().put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
        return builder.redirectErrorStream(true).start();
    }

    private static URI endpoint(BufferedReader output) throws IOException {
        StringBuilder printed = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher listening = LISTENING.matcher(line);
            if (listening.find()) {
                return URI.create("http://127.0.0.1:" + listening.group(1) + "/graphql");
            }
            printed.append(line).append('\n');
        }
        throw new AssertionError("the gateway ended before it listened:\n" + printed);
    }

    private static HttpRequest ask(URI endpoint) {
        return HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"{ partners { name } }\"}"))
                .build();
    }

    /** Asks on a connection of its own for what needs no subgraph. */
    private static boolean isRefused(URI endpoint) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(endpoint + "?query=%7B__typename%7D"))
                .header("Apollo-Require-Preflight", "1")
                .GET()
                .build();
        try (HttpClient newcomer = HttpClient.newHttpClient()) {
            return newcomer.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() == 503;
        } catch (ConnectException closed) {
            return true;
        }
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
