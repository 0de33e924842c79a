package io.lancang.standalone.siege.attack;

import io.lancang.standalone.siege.attack.Target.Gate;
import io.lancang.standalone.siege.wire.HttpConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One run of an attack: its target, its end, and what came of it. When it ends, its connections are closed, which also ends
 * a thread that waits for one. Thread-safe.
 */
public final class Assault {
    private static final Duration AFTER_FAILURE = Duration.ofMillis(50);

    private final Target target;
    private final Duration length;
    private final long end;
    private final Tally tally = new Tally();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Set<HttpConnection> open = ConcurrentHashMap.newKeySet();

    /** Begins now and is over after the given time. */
    public Assault(Target target, Duration length) {
        this.target = target;
        this.length = length;
        this.end = System.nanoTime() + length.toNanos();
    }

    public Target target() {
        return target;
    }

    public Tally tally() {
        return tally;
    }

    /** Whether there is time left. */
    public boolean goesOn() {
        return over.getCount() > 0 && System.nanoTime() < end;
    }

    /** Waits, but not beyond the end. */
    public void pause(Duration pause) throws InterruptedException {
        long nanos = Math.min(pause.toNanos(), end - System.nanoTime());
        if (nanos > 0) {
            boolean _ = over.await(nanos, TimeUnit.NANOSECONDS);
        }
    }

    /** Waits a little, so that a target that refuses is not asked in a tight loop. */
    public void pauseAfterFailure() throws InterruptedException {
        pause(AFTER_FAILURE);
    }

    /** Waits for the end. */
    public void stay() throws InterruptedException {
        pause(length);
    }

    /** A connection that lives until it or the assault ends. */
    public HttpConnection connect(Gate gate) throws IOException {
        HttpConnection connection = HttpConnection.open(target.at(gate), length.plusSeconds(1));
        open.add(connection);
        if (over.getCount() == 0) {
            connection.close();
        }
        return connection;
    }

    /** Closes a connection before the end. */
    public void release(HttpConnection connection) {
        open.remove(connection);
        connection.close();
    }

    /** Lets many do the same side by side until all are done or the time is over. */
    public void together(int clients, Client client) throws InterruptedException {
        List<Thread> threads = new ArrayList<>(clients);
        for (int number = 0; number < clients; number++) {
            int own = number;
            threads.add(Thread.ofVirtual().start(() -> runOnce(client, own)));
        }
        for (Thread thread : threads) {
            long left = end - System.nanoTime();
            if (left > 0) {
                boolean _ = thread.join(Duration.ofNanos(left));
            }
        }
        close();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** As {@link #together}, and each begins anew whenever its connection fails. */
    public void againAndAgain(int clients, Client client) throws InterruptedException {
        together(clients, number -> {
            while (goesOn()) {
                try {
                    client.run(number);
                } catch (IOException failure) {
                    if (goesOn()) {
                        tally.count(failure);
                        pauseAfterFailure();
                    }
                }
            }
        });
    }

    /** Ends it now. */
    public void close() {
        over.countDown();
        open.forEach(HttpConnection::close);
        open.clear();
    }

    private void runOnce(Client client, int number) {
        try {
            client.run(number);
        } catch (IOException failure) {
            if (goesOn()) {
                tally.count(failure);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What one of many clients does. */
    @FunctionalInterface
    public interface Client {
        /** Attacks as the client with a number, counted from 0. */
        void run(int number) throws IOException, InterruptedException;
    }
}
