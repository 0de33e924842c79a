package io.lancang.federation.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lancang.federation.AnswerPart;
import io.lancang.federation.engine.DeferSpec20220824;
import io.lancang.federation.engine.IncrementalSpec02;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** A client that takes as many parts of an answer as the test says. */
public final class DeferredParts implements Flow.Subscriber<AnswerPart> {
    private final List<String> parts = new ArrayList<>();
    private final List<String> draftParts = new ArrayList<>();
    private Flow.@Nullable Subscription subscription;
    private @Nullable Throwable failure;
    private boolean completed;

    /** What arrived so far, as clients that speak the protocol of August 2022 see it. */
    public List<String> parts() {
        return parts;
    }

    /** The same, as clients that speak the current draft see it. */
    public List<String> draftParts() {
        return draftParts;
    }

    public @Nullable Throwable failure() {
        return failure;
    }

    public boolean isCompleted() {
        return completed;
    }

    /** Asks for more. */
    public void want(long more) {
        Objects.requireNonNull(subscription).request(more);
    }

    public void cancel() {
        Objects.requireNonNull(subscription).cancel();
    }

    @Override
    public void onSubscribe(Flow.Subscription opened) {
        subscription = opened;
    }

    @Override
    public void onNext(AnswerPart part) {
        parts.add(new String(new DeferSpec20220824().write(part), UTF_8));
        draftParts.add(new String(new IncrementalSpec02().write(part), UTF_8));
    }

    @Override
    public void onError(Throwable thrown) {
        failure = thrown;
    }

    @Override
    public void onComplete() {
        completed = true;
    }
}
