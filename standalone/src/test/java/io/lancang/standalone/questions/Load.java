package io.lancang.standalone.questions;

import io.lancang.standalone.siege.canary.Latencies;
import io.lancang.standalone.siege.wire.HttpAnswer;
import io.lancang.standalone.siege.wire.HttpConnection;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clients that ask one question over and over, each on connections of its own, as soon as the last answer is there. */
record Load(int clients, Duration length) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** How long each answer took, which may take several steps one after the other; fails if one is wrong. */
    Latencies ask(List<Step> steps) throws InterruptedException, IOException {
        long end = System.nanoTime() + length.toNanos();
        List<Long> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<List<Long>>> running = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                running.add(threads.submit(() -> new Client().askUntil(end, steps)));
            }
            for (Future<List<Long>> each : running) {
                all.addAll(each.get());
            }
        } catch (ExecutionException failed) {
            throw new IOException("A question was not answered", failed.getCause());
        }
        return Latencies.of(all, 0);
    }

    /** One that keeps its connections. */
    private static final class Client {
        private final Map<InetSocketAddress, HttpConnection> connections = new HashMap<>();

        List<Long> askUntil(long end, List<Step> steps) throws IOException {
            List<Long> nanos = new ArrayList<>();
            try {
                for (long begin = System.nanoTime(); begin < end; begin = System.nanoTime()) {
                    for (Step step : steps) {
                        ask(step);
                    }
                    nanos.add(System.nanoTime() - begin);
                }
            } finally {
                for (HttpConnection connection : connections.values()) {
                    connection.close();
                }
            }
            return nanos;
        }

        private void ask(Step step) throws IOException {
            HttpConnection connection = connections.get(step.at());
            if (connection == null) {
                connection = HttpConnection.open(step.at(), PATIENCE);
                connections.put(step.at(), connection);
            }
            HttpAnswer answer = connection.ask(step.request());
            if (!answer.isGood() || !answer.body().contains(step.answer())) {
                throw new IOException("A wrong answer: " + answer.status() + " " + answer.body());
            }
        }
    }
}
