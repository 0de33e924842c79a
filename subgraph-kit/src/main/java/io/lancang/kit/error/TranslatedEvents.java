package io.lancang.kit.error;

import graphql.ExecutionResult;
import java.util.function.UnaryOperator;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * The events of a subscription, each with its errors translated. They are asked for and cancelled as the subscriber does.
 *
 * @param events the results of a subscription, as the GraphQL extension gives them
 * @param translation translates one of them
 */
record TranslatedEvents(Publisher<?> events, UnaryOperator<ExecutionResult> translation)
        implements Publisher<ExecutionResult> {
    @Override
    public void subscribe(Subscriber<? super ExecutionResult> subscriber) {
        events.subscribe(new Translating(subscriber, translation));
    }

    private record Translating(
            Subscriber<? super ExecutionResult> subscriber, UnaryOperator<ExecutionResult> translation)
            implements Subscriber<Object> {
        @Override
        public void onSubscribe(Subscription subscription) {
            subscriber.onSubscribe(subscription);
        }

        @Override
        public void onNext(Object event) {
            subscriber.onNext(translation.apply((ExecutionResult) event));
        }

        @Override
        public void onError(Throwable failure) {
            subscriber.onError(failure);
        }

        @Override
        public void onComplete() {
            subscriber.onComplete();
        }
    }
}
