package io.lancang.standalone.siege.canary;

import io.lancang.standalone.siege.wire.HttpAnswer;
import io.lancang.standalone.siege.wire.HttpConnection;
import io.lancang.standalone.siege.wire.HttpRequests;
import io.lancang.standalone.siege.wire.Json;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Asks one question after the other on a connection of its own, at fixed times. What is asked late because the answer before
 * was late counts from when it should have been asked: a pause of a second is ten slow answers and not one.
 *
 * <p>It has one thread, whose findings others read after {@link #stop}.
 */
public final class Canary {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final InetSocketAddress gateway;
    private final Duration interval;
    private final IntFunction<byte[]> question;
    private final List<Long> nanos = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;
    private @Nullable HttpConnection connection;

    private Canary(InetSocketAddress gateway, Duration interval, IntFunction<byte[]> question) {
        this.gateway = gateway;
        this.interval = interval;
        this.question = question;
        this.thread = Thread.ofPlatform().name("canary").start(this::ask);
    }

    /** Asks the same query, whose plan is cached, ten times a second. */
    public static Canary ofACachedQuery(InetSocketAddress gateway) {
        byte[] request = HttpRequests.post(Json.request("{ corridor(id: \"clr\") { name } }"));
        return new Canary(gateway, Duration.ofMillis(100), _ -> request);
    }

    /** Asks a new document every second, as a developer or a new release of a page does. */
    public static Canary ofNewDocuments(InetSocketAddress gateway) {
        long series = System.nanoTime();
        return new Canary(
                gateway,
                Duration.ofSeconds(1),
                number -> HttpRequests.post(Json.request(
                        "query Q%d_%d { partner(code: \"LAO\") { n%d: name } }".formatted(series, number, number))));
    }

    /** Ends it. */
    public Latencies stop() throws InterruptedException {
        stopped.countDown();
        thread.join();
        return Latencies.of(nanos, failures.size());
    }

    /** What came instead of good answers, the first few; to be read after {@link #stop}. */
    public List<String> failures() {
        return List.copyOf(failures);
    }

    private void ask() {
        long due = System.nanoTime();
        try {
            for (int number = 0; !stopped.await(due - System.nanoTime(), TimeUnit.NANOSECONDS); number++) {
                String failure = failureOf(question.apply(number));
                if (failure != null) {
                    failures.add(failure);
                }
                nanos.add(System.nanoTime() - due);
                due += interval.toNanos();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            forget();
        }
    }

    private @Nullable String failureOf(byte[] request) {
        try {
            HttpConnection open = connection == null ? HttpConnection.openAsBystander(gateway, PATIENCE) : connection;
            connection = open;
            HttpAnswer answer = open.ask(request);
            if (answer.closes()) {
                forget();
            }
            return answer.isGood() ? null : answer.outcome();
        } catch (IOException failed) {
            forget();
            return failed.toString();
        }
    }

    private void forget() {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }
}
