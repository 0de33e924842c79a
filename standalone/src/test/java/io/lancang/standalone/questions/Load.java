package io.lancang.standalone.questions;

import io.lancang.standalone.siege.canary.Latencies;
import io.lancang.standalone.siege.wire.HttpAnswer;
import io.lancang.standalone.siege.wire.HttpConnection;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clients that ask one question over and over, each on a connection of its own, as soon as the last answer is there. */
record Load(InetSocketAddress gateway, int connections) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** How long each answer took; fails if one is wrong. */
    Latencies ask(Question question, Duration length) throws InterruptedException, IOException {
        long end = System.nanoTime() + length.toNanos();
        List<Long> all = new ArrayList<>();
        try (ExecutorService clients = Executors.newFixedThreadPool(connections)) {
            List<Future<List<Long>>> running = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                running.add(clients.submit(() -> client(question, end)));
            }
            for (Future<List<Long>> each : running) {
                all.addAll(each.get());
            }
        } catch (ExecutionException failed) {
            throw new IOException("'" + question.name() + "' was not answered", failed.getCause());
        }
        return Latencies.of(all, 0);
    }

    private List<Long> client(Question question, long end) throws IOException {
        byte[] request = question.request();
        List<Long> nanos = new ArrayList<>();
        try (HttpConnection connection = HttpConnection.open(gateway, PATIENCE)) {
            for (long begin = System.nanoTime(); begin < end; begin = System.nanoTime()) {
                HttpAnswer answer = connection.ask(request);
                if (!answer.isGood() || !answer.body().contains(question.answer())) {
                    throw new IOException("A wrong answer: " + answer.status() + " " + answer.body());
                }
                nanos.add(System.nanoTime() - begin);
            }
        }
        return nanos;
    }
}
