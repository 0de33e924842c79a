package io.lancang.gateway.storm;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clients that ask one question after the other, each for something else, and now and then change something. */
final class StormLoad {
    /** Every so many requests one is a mutation. */
    private static final int MUTATION_EVERY = 50;

    /** How long the subgraph is there before it goes away, and until it comes back, in milliseconds. */
    private static final long BEFORE_OUTAGE = 3_000;

    private static final long OUTAGE = 3_000;

    private final URI gateway;
    private final StormGraph graph;
    private final int connections;

    StormLoad(URI gateway, StormGraph graph, int connections) {
        this.gateway = gateway;
        this.graph = graph;
        this.connections = connections;
    }

    private record Asked(long nanos, boolean isFailed, boolean isWrong, boolean isMutation) {}

    /** Lets the clients ask for so long. */
    StormResult run(Weather weather, Duration time) throws Exception {
        graph.trade().weather(weather);
        long end = System.nanoTime() + time.toNanos();
        List<Asked> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
            List<Future<List<Asked>>> clients = new ArrayList<>();
            Callable<List<Asked>> asks = () -> ask(client, end);
            for (int i = 0; i < connections; i++) {
                clients.add(threads.submit(asks));
            }
            if (weather.hasOutage()) {
                outages(end);
            } else if (weather == Weather.ONE_AWAY) {
                graph.trade().goAway();
            }
            for (Future<List<Asked>> each : clients) {
                all.addAll(each.get());
            }
        } finally {
            graph.trade().weather(Weather.FAIR);
            if (weather == Weather.ONE_AWAY) {
                graph.trade().comeBack();
            }
        }
        return new StormResult(
                weather,
                all.stream().mapToLong(Asked::nanos).toArray(),
                (int) all.stream()
                        .filter(asked -> !asked.isMutation() && asked.isFailed())
                        .count(),
                (int) all.stream().filter(Asked::isWrong).count(),
                (int) all.stream().filter(Asked::isMutation).count(),
                graph.mostChanges());
    }

    /** Every nine seconds the subgraph is away for three. */
    private void outages(long end) throws IOException, InterruptedException {
        while (end - System.nanoTime() > (BEFORE_OUTAGE + OUTAGE) * 1_000_000) {
            Thread.sleep(BEFORE_OUTAGE);
            graph.trade().goAway();
            Thread.sleep(OUTAGE);
            graph.trade().comeBack();
            Thread.sleep(Math.clamp((end - System.nanoTime()) / 1_000_000, 0, BEFORE_OUTAGE));
        }
    }

    private List<Asked> ask(HttpClient client, long end) throws IOException, InterruptedException {
        List<Asked> asked = new ArrayList<>();
        while (System.nanoTime() < end) {
            long number = graph.nextNumber();
            asked.add(number % MUTATION_EVERY == 0 ? change(client, number) : convert(client, number));
        }
        return asked;
    }

    private Asked convert(HttpClient client, long number) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        JsonObject data = post(client, "{ convert(amount: " + number + ") }");
        long took = System.nanoTime() - begin;
        Object got = data.getValue("convert");
        boolean isWrong = got != null && !got.toString().equals(Long.toString(number));
        return new Asked(took, got == null, isWrong, /* isMutation= */ false);
    }

    private Asked change(HttpClient client, long number) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        JsonObject data = post(client, "mutation { rename(code: \"" + number + "\", name: \"x\") { code } }");
        long took = System.nanoTime() - begin;
        JsonObject got = data.getJsonObject("rename");
        boolean isWrong = got != null && !Long.toString(number).equals(got.getString("code"));
        return new Asked(took, got == null, isWrong, /* isMutation= */ true);
    }

    /** The data of the answer; empty if there is none. */
    private JsonObject post(HttpClient client, String query) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(gateway)
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(60))
                .POST(HttpRequest.BodyPublishers.ofString(
                        new JsonObject().put("query", query).encode()))
                .build();
        String answer =
                client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        JsonObject data = new JsonObject(answer).getJsonObject("data");
        return data == null ? new JsonObject() : data;
    }
}
