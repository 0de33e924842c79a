package io.lancang.federation.execute.run;

import io.lancang.federation.AnswerPart;
import io.lancang.federation.DeferredAnswer;
import io.lancang.federation.PendingAnswer;
import io.lancang.federation.error.GraphQLError;
import io.lancang.federation.execute.answer.AnswerErrors;
import io.lancang.federation.execute.answer.AnswerTooLargeException;
import io.lancang.federation.execute.answer.AnswerWriter;
import io.lancang.federation.execute.answer.ObjectProjection;
import io.lancang.federation.execute.answer.PendingFragment;
import io.lancang.federation.execute.answer.ResponseWriter;
import io.lancang.federation.execute.compile.ExecutablePlan;
import io.lancang.federation.execute.compile.Streams;
import io.lancang.federation.execute.introspection.IntrospectionAnswer;
import io.lancang.federation.execute.request.RequestVariables;
import io.lancang.federation.json.ByteSink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One request that is answered in parts. The primary part is written when the fetches are done for which it waits; what it
 * shows says on which objects deferred fragments are still to come. Each of those is written when its own fetches are done,
 * and may announce fragments in it. Everything but {@link #subscribe} is called by the owner of the run's tree, so one part is
 * delivered after the other.
 */
public final class IncrementalExecution implements Flow.Publisher<AnswerPart> {
    private final ExecutablePlan plan;
    private final Caller<?> caller;
    private final RequestVariables variables;
    private final IntrospectionAnswer introspection;
    private final List<GraphQLError> warnings;
    private final @Nullable CostReport cost;
    private final @Nullable Streams streams;
    private final int maximumBytes;
    private final AtomicBoolean subscribed = new AtomicBoolean();

    /**
     * @param cost sent in the first part and the last; null if it is not
     * @param streams lists of which the first part has the beginning alone; null if there are none
     * @param maximumBytes how long each part of the answer may be
     */
    public IncrementalExecution(
            ExecutablePlan plan,
            Caller<?> caller,
            RequestVariables variables,
            IntrospectionAnswer introspection,
            List<GraphQLError> warnings,
            @Nullable CostReport cost,
            @Nullable Streams streams,
            int maximumBytes) {
        this.plan = plan;
        this.caller = caller;
        this.variables = variables;
        this.introspection = introspection;
        this.warnings = warnings;
        this.cost = cost;
        this.streams = streams;
        this.maximumBytes = maximumBytes;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super AnswerPart> subscriber) {
        if (subscribed.getAndSet(true)) {
            // Running a mutation again would do more than report it again.
            subscriber.onSubscribe(Refused.SUBSCRIPTION);
            subscriber.onError(new IllegalStateException("the answer is delivered to somebody already"));
            return;
        }
        PartsDelivery delivery = new PartsDelivery(subscriber);
        subscriber.onSubscribe(delivery);
        delivery.run.start();
    }

    /** What a second subscriber holds. */
    private enum Refused implements Flow.Subscription {
        SUBSCRIPTION;

        @Override
        public void request(long parts) {
            // Nothing comes.
        }

        @Override
        public void cancel() {
            // Nothing runs.
        }
    }

    private final class PartsDelivery implements Flow.Subscription, FetchRun.Listener {
        private final Flow.Subscriber<? super AnswerPart> subscriber;
        private final FetchRun run;
        private final PartErrors errors;
        private final List<PendingFragment> pending = new ArrayList<>();
        /** Of all that were announced; one object is one fragment. */
        private final Map<PendingFragment, Integer> numbers = new HashMap<>();

        private final List<PendingAnswer> announced = new ArrayList<>();
        /** Null if no list is streamed. */
        private final @Nullable ItemParts items = streams == null ? null : new ItemParts(streams);

        private boolean begun;
        private long wanted;

        PartsDelivery(Flow.Subscriber<? super AnswerPart> subscriber) {
            this.subscriber = subscriber;
            run = new FetchRun(plan, caller, variables, this::note, this, items == null ? null : items.lists());
            errors = new PartErrors(run);
            warnings.forEach(this::note);
        }

        private void note(GraphQLError error) {
            errors.note(error);
        }

        @Override
        public void request(long parts) {
            run.enter(() -> want(parts));
        }

        @Override
        public void cancel() {
            run.enter(run::stop);
        }

        private void want(long parts) {
            if (parts <= 0) {
                run.stop();
                subscriber.onError(
                        new IllegalArgumentException("asked for " + parts + " parts; it must be one or more"));
            } else {
                wanted = wanted + parts < 0 ? Long.MAX_VALUE : wanted + parts;
            }
        }

        @Override
        public void advanced() {
            AnswerPart part = run.isStopped() || wanted == 0 ? null : next();
            while (part != null) {
                wanted = wanted == Long.MAX_VALUE ? wanted : wanted - 1;
                subscriber.onNext(part);
                if (!part.hasNext()) {
                    run.stop();
                    subscriber.onComplete();
                } else if (items != null && part instanceof AnswerPart.Primary) {
                    items.begin(run);
                }
                part = run.isStopped() || wanted == 0 ? null : next();
            }
        }

        @Override
        public void broken(Throwable defect) {
            subscriber.onError(defect);
        }

        /** The next part, if it can be written already. */
        private @Nullable AnswerPart next() {
            if (begun && items != null) {
                return items.next(run, errors, this::writer, this::extensionsOfItems, cost);
            }
            if (begun) {
                List<PendingFragment> ready = pending.stream()
                        .filter(fragment -> run.areDone(plan.deferred(fragment.id())))
                        .toList();
                return ready.isEmpty() ? null : write(ready);
            }
            if (!run.areDone(plan.primary())) {
                return null;
            }
            begun = true;
            return writePrimary();
        }

        private AnswerPart writePrimary() {
            ObjectProjection projection = plan.projection(variables);
            AnswerErrors own = new AnswerErrors();
            errors.report(projection, plan.primary(), own);
            ByteSink sink = new ByteSink(plan.sizes().bytes());
            AnswerWriter writer = writer(sink, own);
            try {
                if (items == null) {
                    writer.write(projection, run.root());
                } else {
                    writer.write(projection, run.root(), items.lists());
                }
            } catch (AnswerTooLargeException tooLarge) {
                return new AnswerPart.Primary(
                        ResponseWriter.NULL, List.of(tooLarge.error()), List.of(), /* hasNext= */ false, Map.of());
            }
            announce(writer.pending());
            if (items != null) {
                announced.addAll(items.announce(writer.pendingItems()));
            }
            if (isComplete()) {
                errors.reportRest(own);
            }
            if (cost != null) {
                cost.note(List.of(), sink.bytes(), 0, sink.length());
            }
            return new AnswerPart.Primary(
                    sink.toByteArray(),
                    own.toList(),
                    announced(),
                    !isComplete(),
                    warned(cost == null ? Map.of() : extensions(cost)));
        }

        /** Whether nothing is to come any more. */
        private boolean isComplete() {
            return pending.isEmpty() && (items == null || items.isEmpty());
        }

        private AnswerPart write(List<PendingFragment> ready) {
            pending.removeAll(ready);
            List<Written> written = new ArrayList<>();
            for (PendingFragment fragment : ready) {
                AnswerErrors own = new AnswerErrors();
                errors.report(fragment, plan.deferred(fragment.id()), own);
                ByteSink sink = new ByteSink(512);
                AnswerWriter writer = writer(sink, own);
                written.add(write(fragment, writer, sink, own));
            }
            if (pending.isEmpty()) {
                errors.reportRest(written.getLast().errors());
            }
            Map<String, @Nullable Object> extensions = Map.of();
            if (cost != null) {
                written.forEach(each -> cost.note(each.fragment().path(), each.data(), 0, each.data().length));
                extensions = pending.isEmpty() ? cost.entries() : extensions;
            }
            return new AnswerPart.Deferred(
                    written.stream().map(this::answer).toList(), announced(), !pending.isEmpty(), warned(extensions));
        }

        private void announce(List<PendingFragment> fragments) {
            for (PendingFragment fragment : fragments) {
                numbers.put(fragment, numbers.size());
                pending.add(fragment);
                announced.add(new PendingAnswer(number(fragment), fragment.path(), fragment.label()));
            }
        }

        /** What was announced since the part before. */
        private List<PendingAnswer> announced() {
            List<PendingAnswer> all = List.copyOf(announced);
            announced.clear();
            return all;
        }

        private int number(PendingFragment fragment) {
            return Objects.requireNonNull(numbers.get(fragment), "a fragment is announced before it comes");
        }

        private DeferredAnswer answer(Written written) {
            PendingFragment fragment = written.fragment();
            return new DeferredAnswer(
                    number(fragment),
                    fragment.path(),
                    fragment.label(),
                    written.data(),
                    written.errors().toList());
        }

        /** Which answers are old ones is known with the last part only. */
        private Map<String, @Nullable Object> warned(Map<String, @Nullable Object> extensions) {
            return isComplete() ? run.stale().addTo(extensions) : extensions;
        }

        /** What is really spent is known with the last part only. */
        private Map<String, @Nullable Object> extensions(CostReport report) {
            return isComplete() ? report.entries() : report.estimate();
        }

        private Map<String, @Nullable Object> extensionsOfItems() {
            return warned(cost != null && isComplete() ? cost.entries() : Map.of());
        }

        private Written write(PendingFragment fragment, AnswerWriter writer, ByteSink sink, AnswerErrors own) {
            try {
                writer.write(fragment);
            } catch (AnswerTooLargeException tooLarge) {
                own.add(tooLarge.error().under(fragment.path()));
                return new Written(fragment, ResponseWriter.NULL, own);
            }
            announce(writer.pending());
            return new Written(fragment, sink.toByteArray(), own);
        }

        private AnswerWriter writer(ByteSink sink, AnswerErrors own) {
            return new AnswerWriter(run.tree(), sink, own, run, introspection.fields(), maximumBytes);
        }
    }

    /** A fragment with its data, whose errors may still grow. */
    private record Written(PendingFragment fragment, byte[] data, AnswerErrors errors) {}
}
