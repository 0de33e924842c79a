package io.lancang.standalone.soak;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends requests of all kinds at a rate, whether earlier ones are answered or not, as clients come who know nothing of each other. So many at most are
 * under way: where the set stands still for long, fewer are sent, and counted as left out.
 */
final class Load {
    private static final int MOST = 1_000;
    private static final int ALL = 1_000;

    private final Client client;
    private final Random random;
    private final Semaphore places = new Semaphore(MOST);
    private final AtomicLong leftOut = new AtomicLong();
    // Written before the clock begins.
    private long begin;
    private Duration rise = Duration.ZERO;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("load").factory());

    Load(Client client, long seed) {
        this.client = client;
        this.random = new Random(seed);
    }

    /**
     * Begins with few requests.
     *
     * @param rate in requests a second
     * @param rise after so long it is reached, evenly, as traffic is led to a set that has just started
     */
    void begin(int rate, Duration rise) {
        long every = Duration.ofSeconds(1).toNanos() / rate;
        begin = System.nanoTime();
        this.rise = rise;
        ScheduledFuture<?> _ = clock.scheduleAtFixedRate(this::send, 0, every, TimeUnit.NANOSECONDS);
    }

    private void send() {
        Kind kind = kind(random.nextInt(ALL));
        long seed = random.nextLong();
        if (!isSent(Duration.ofNanos(System.nanoTime() - begin), rise, random.nextDouble())) {
            return;
        }
        if (!places.tryAcquire()) {
            leftOut.incrementAndGet();
            return;
        }
        Thread.ofVirtual().start(() -> {
            try {
                client.ask(kind, new Random(seed));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            } finally {
                places.release();
            }
        });
    }

    /** Whether a request whose turn has come is sent; chances are from 0 to 1. */
    static boolean isSent(Duration sinceBegin, Duration rise, double chance) {
        return chance * rise.toNanos() <= sinceBegin.toNanos();
    }

    /** Which kind a number below a thousand stands for. */
    static Kind kind(int number) {
        int before = 0;
        for (Kind kind : Kind.values()) {
            before += kind.ofThousand();
            if (number < before) {
                return kind;
            }
        }
        throw new IllegalArgumentException(number + " of a thousand");
    }

    /** How many were not sent because too many were under way. */
    long leftOut() {
        return leftOut.get();
    }

    /** Sends no more, and waits for the answers. */
    void end() throws InterruptedException {
        clock.shutdown();
        boolean areAnswered =
                clock.awaitTermination(1, TimeUnit.MINUTES) && places.tryAcquire(MOST, 1, TimeUnit.MINUTES);
        if (!areAnswered) {
            leftOut.addAndGet(MOST - places.availablePermits());
        }
    }
}
