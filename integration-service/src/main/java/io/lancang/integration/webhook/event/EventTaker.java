package io.lancang.integration.webhook.event;

import io.lancang.integration.webhook.event.EventReader.ReadEvent;
import io.lancang.integration.webhook.outbox.OutboxRepository.Lease;
import io.lancang.integration.webhook.outbox.OutboxRepository.Taken;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes the events of one webhook: subscribes behind the last one, keeps each in the outbox together with its place, and subscribes anew when
 * the stream ends. Belongs to one context, on which all is called.
 */
public final class EventTaker {
    private static final Logger LOG = Logger.getLogger(EventTaker.class);
    private static final long FIRST_PAUSE = 250;
    private static final long LONGEST_PAUSE = 30_000;
    private static final int MOST_DOUBLINGS = 10;
    /** Where nothing is wrong, but no more events may wait. */
    private static final long FULL_PAUSE = 1_000;
    /** A stream that lasted so long was a good one. */
    private static final long GOOD_NANOS = 10_000_000_000L;
    /** How many events are written at once. */
    private static final int BATCH = 100;
    /** How many characters of events are held before no more are read. */
    private static final int HELD = 524_288;

    private final Context context;
    private final Lease lease;
    private final TakenEvents events;
    private final Surroundings surroundings;
    private final Listener listener;
    private final List<Taken> read = new ArrayList<>();
    private @Nullable HttpClientResponse stream;
    /** Of streams: what comes of one that was closed does not count. */
    private int generation;

    private String place;
    private long waiting;
    private long openedAt;
    private int held;
    private int failures;
    private boolean isWriting;
    private boolean isOver;

    /** What is around a taker. */
    public interface Surroundings {
        /** Opens the subscription, paused, behind a place. */
        Future<HttpClientResponse> open(String place);

        /** Keeps events; false where the lease does not count any more. */
        Uni<Boolean> add(Lease lease, List<Taken> events);

        /** How many deliveries wait. */
        Uni<Long> waiting(Lease lease);

        /** How many may. */
        int maxWaiting();
    }

    /** Who is told. */
    public interface Listener {
        /** More waits in the outbox. */
        void added();

        /** Events cannot be taken until somebody changes something. */
        void refused(String why);

        /** Something hinders that ends by itself; null when it has ended. */
        void hindered(@Nullable String why);

        /** The lease does not count any more. */
        void lost();
    }

    /**
     * @param events what becomes of each event
     * @param place of the last event that was taken
     */
    public EventTaker(
            Context context,
            Lease lease,
            TakenEvents events,
            String place,
            Surroundings surroundings,
            Listener listener) {
        this.context = context;
        this.lease = lease;
        this.events = events;
        this.place = place;
        this.surroundings = surroundings;
        this.listener = listener;
    }

    /** Begins to take. */
    public void begin() {
        on(surroundings.waiting(lease))
                .onSuccess(this::openUnlessFull)
                .onFailure(failure -> pauseAfter("The outbox cannot be read: " + failure));
    }

    /** Takes no more. */
    public void end() {
        isOver = true;
        close();
    }

    private void openUnlessFull(long already) {
        waiting = already;
        if (isOver) {
            return;
        }
        if (already >= surroundings.maxWaiting()) {
            listener.hindered(already + " deliveries wait, the most that may (" + surroundings.maxWaiting()
                    + "): no more events are taken until the receiver takes some. None is lost.");
            later(FULL_PAUSE);
            return;
        }
        surroundings
                .open(place)
                .onSuccess(opened -> context.runOnContext(ignored -> listen(opened)))
                .onFailure(failure -> context.runOnContext(ignored -> refused(failure)));
    }

    private void listen(HttpClientResponse opened) {
        if (isOver) {
            opened.exceptionHandler(ended -> LOG.tracef("A subscription is not wanted any more: %s", ended));
            opened.request().reset();
            return;
        }
        stream = opened;
        int own = generation;
        openedAt = System.nanoTime();
        EventReader reader = new EventReader(events.maximum(), this::take);
        opened.handler(piece -> {
                    if (own == generation) {
                        reader.read(piece);
                        write();
                    }
                })
                .endHandler(end -> ended(own))
                .exceptionHandler(failure -> ended(own));
        listener.hindered(null);
        opened.resume();
    }

    private void ended(int which) {
        if (which == generation) {
            again("The stream of the gateway ended.");
        }
    }

    private void refused(Throwable failure) {
        if (failure instanceof RefusedEventsException refusal && refusal.isLasting()) {
            listener.refused(refusal.code() + ": " + refusal.getMessage());
        } else {
            pauseAfter("The gateway gives no events: " + failure.getMessage());
        }
    }

    private void take(ReadEvent event) {
        // Of a stream that was closed while a piece of it was read nothing counts any more.
        if (stream == null || event.name().equals("complete")) {
            return;
        }
        switch (events.judge(event)) {
            case TakenEvents.Judgement.Good(Taken taken) -> {
                read.add(taken);
                held += taken.payload().length();
            }
            case TakenEvents.Judgement.Incomplete(String why) -> again(why);
            case TakenEvents.Judgement.Refused(RefusedEventsException refusal) -> {
                close();
                context.runOnContext(ignored -> refused(refusal));
            }
        }
    }

    private void write() {
        if (stream != null && (read.size() >= BATCH || held > HELD)) {
            stream.pause();
        }
        if (isWriting || read.isEmpty() || isOver) {
            return;
        }
        isWriting = true;
        List<Taken> batch = List.copyOf(read.subList(0, Math.min(BATCH, read.size())));
        on(surroundings.add(lease, batch)).onComplete(written -> {
            isWriting = false;
            if (written.failed()) {
                LOG.warnf("Events of the webhook %s are taken anew: %s", lease.webhook(), written.cause());
                read.clear();
                held = 0;
                again("Events cannot be kept at the moment.");
            } else if (written.result()) {
                kept(batch);
            } else {
                end();
                listener.lost();
            }
        });
    }

    private void kept(List<Taken> batch) {
        read.subList(0, batch.size()).clear();
        held -= batch.stream().mapToInt(taken -> taken.payload().length()).sum();
        place = batch.getLast().place();
        waiting += batch.size();
        failures = 0;
        events.complete();
        listener.added();
        write();
        if (stream == null) {
            reopenWhenWritten(0);
        } else if (waiting >= surroundings.maxWaiting()) {
            close();
            reopenWhenWritten(0);
        } else if (read.size() < BATCH && held <= HELD) {
            stream.resume();
        }
    }

    /** Closes the stream, and opens it anew behind the last event that was kept. */
    private void again(String why) {
        if (stream != null && System.nanoTime() - openedAt > GOOD_NANOS) {
            failures = 0;
        }
        close();
        if (!isWriting && read.isEmpty()) {
            pauseAfter(why);
        }
    }

    private void reopenWhenWritten(long pause) {
        if (!isWriting && read.isEmpty()) {
            later(pause + FIRST_PAUSE);
        }
    }

    private void close() {
        HttpClientResponse closed = stream;
        stream = null;
        generation++;
        if (closed != null) {
            closed.request().reset();
        }
    }

    /** Each attempt waits up to twice as long as the one before. */
    private void pauseAfter(String why) {
        long most = Math.min(LONGEST_PAUSE, FIRST_PAUSE << Math.min(failures, MOST_DOUBLINGS));
        failures++;
        // What passes at once is nothing that anybody has to read.
        if (failures > 2) {
            listener.hindered(why);
        }
        later(Math.round(most * ThreadLocalRandom.current().nextDouble(0.5, 1)));
    }

    private void later(long milliseconds) {
        if (!isOver) {
            context.owner()
                    .setTimer(
                            Math.max(1, milliseconds),
                            ignored -> context.runOnContext(now -> {
                                if (!isOver) {
                                    begin();
                                }
                            }));
        }
    }

    private <T> Future<T> on(Uni<T> work) {
        return Future.fromCompletionStage(work.subscribeAsCompletionStage(), context);
    }
}
