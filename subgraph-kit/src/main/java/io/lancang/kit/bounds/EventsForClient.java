package io.lancang.kit.bounds;

import io.netty.channel.Channel;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.GenericFutureListener;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * Events of a subscription, which end with the client's connection. The GraphQL extension cancels the subscriptions that it knows
 * when a connection closes; one that begins only then, because its request waited, nobody would ever cancel.
 *
 * @param connection the client's
 */
record EventsForClient<T>(Publisher<T> events, Channel connection) implements Publisher<T> {
    @Override
    public void subscribe(Subscriber<? super T> subscriber) {
        events.subscribe(new Connected<>(subscriber, connection));
    }

    /** Hears of it when the connection closes, at once if it has closed, until the events end. */
    // That the listener hears of it is all that is wanted of the connection's future.
    @SuppressWarnings("FutureReturnValueIgnored")
    private static final class Connected<T> implements Subscriber<T>, GenericFutureListener<Future<Void>> {
        private final Subscriber<? super T> subscriber;
        private final Channel connection;
        private volatile @Nullable Subscription subscription;

        private Connected(Subscriber<? super T> subscriber, Channel connection) {
            this.subscriber = subscriber;
            this.connection = connection;
        }

        @Override
        public void onSubscribe(Subscription begun) {
            subscription = begun;
            connection.closeFuture().addListener(this);
            subscriber.onSubscribe(new Subscription() {
                @Override
                public void request(long number) {
                    begun.request(number);
                }

                @Override
                public void cancel() {
                    ended();
                    begun.cancel();
                }
            });
        }

        @Override
        public void operationComplete(Future<Void> closed) {
            Objects.requireNonNull(subscription).cancel();
        }

        @Override
        public void onNext(T event) {
            subscriber.onNext(event);
        }

        @Override
        public void onError(Throwable failure) {
            ended();
            subscriber.onError(failure);
        }

        @Override
        public void onComplete() {
            ended();
            subscriber.onComplete();
        }

        private void ended() {
            connection.closeFuture().removeListener(this);
        }
    }
}
