package io.lancang.kit.bounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.channel.embedded.EmbeddedChannel;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

class EventsForClientTest {
    private final EmbeddedChannel connection = new EmbeddedChannel();
    private final AtomicBoolean isCancelled = new AtomicBoolean();
    private int asked;

    @AfterEach
    void close() {
        connection.finishAndReleaseAll();
    }

    @Test
    void endsWhenTheConnectionCloses() {
        subscribe();
        assertFalse(isCancelled.get());

        connection.finishAndReleaseAll();
        connection.runPendingTasks();

        assertTrue(isCancelled.get());
    }

    @Test
    void endsAtOnceWhereTheConnectionHasClosedBefore() {
        connection.finishAndReleaseAll();
        subscribe();
        connection.runPendingTasks();

        assertTrue(isCancelled.get());
    }

    @Test
    void handsOnWhatIsAskedForAndCancelled() {
        Subscription subscription = subscribe();

        subscription.request(3);
        subscription.cancel();

        assertEquals(3, asked);
        assertTrue(isCancelled.get());
    }

    private Subscription subscribe() {
        Publisher<String> events = subscriber -> subscriber.onSubscribe(new Subscription() {
            @Override
            public void request(long number) {
                asked += (int) number;
            }

            @Override
            public void cancel() {
                isCancelled.set(true);
            }
        });
        AtomicReference<Subscription> begun = new AtomicReference<>();
        new EventsForClient<>(events, connection).subscribe(new Subscriber<>() {
            @Override
            public void onSubscribe(Subscription subscription) {
                begun.set(subscription);
            }

            @Override
            public void onNext(String event) {
                throw new AssertionError("There is no event.");
            }

            @Override
            public void onError(Throwable failure) {
                throw new AssertionError(failure);
            }

            @Override
            public void onComplete() {
                throw new AssertionError("There is no end.");
            }
        });
        return begun.get();
    }
}
