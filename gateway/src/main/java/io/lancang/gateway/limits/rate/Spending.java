package io.lancang.gateway.limits.rate;

import io.lancang.gateway.request.Refusal;
import io.lancang.gateway.request.RefusedException;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What one operation takes of the limits of its client. Belongs to the event loop of the client's connection. */
public final class Spending {
    private final Rates rates;
    private final RateKey key;
    private final Consumption consumption;
    private Taking.@Nullable Balance balance;
    private boolean holdsPlace;
    private boolean isTaken;
    /** Whether something is used that nobody has heard of. */
    private boolean isGranted;

    private long estimated;

    Spending(Rates rates, RateKey key, Consumption consumption) {
        this.rates = rates;
        this.key = key;
        this.consumption = consumption;
    }

    /**
     * Before anything is done for the operation: takes a place among the client's operations in work, until {@link #end}.
     *
     * @throws RefusedException if there is none, or if it is known that no request is left
     */
    public void begin() throws RefusedException {
        Taking.Refused known = rates.buckets().refusal(key);
        if (known != null) {
            throw refused(known, 0);
        }
        if (key.plan().concurrentRequests() != Plan.NO_LIMIT) {
            if (!rates.inWork().enter(key, key.plan().concurrentRequests())) {
                throw refused(Kind.CONCURRENT_REQUESTS, RateRefusals.tooManyAtATime(key.plan()));
            }
            holdsPlace = true;
        }
    }

    /** The operation is not in work any more, and what it used is known. */
    public void end() {
        if (isGranted) {
            isGranted = false;
            consumption.add(1, 0, estimated);
        }
        if (holdsPlace) {
            holdsPlace = false;
            rates.inWork().leave(key);
        }
    }

    /**
     * Takes a request and what it is estimated to cost, once. Fails with a {@link RefusedException} if too little is left; then
     * the operation must not run.
     */
    public Future<Void> take(long cost) {
        isTaken = true;
        estimated = cost;
        if (!key.plan().hasRates()) {
            isGranted = true;
            return Future.succeededFuture();
        }
        return rates.buckets().take(key, cost).compose(taking -> switch (taking) {
            case Taking.Granted(Taking.Balance left) -> {
                balance = left;
                isGranted = true;
                yield Future.succeededFuture();
            }
            case Taking.Refused refused -> Future.failedFuture(refused(refused, cost));
        });
    }

    /**
     * Runs something that counts as one request of its client and costs nothing, such as a file. It is in work until it has ended.
     *
     * @param spending of the client; null if it has no limits
     * @param shown told what is left, before it runs or is refused
     * @return fails with a {@link RefusedException} if no request is left
     */
    public static <T> Future<T> asOneRequest(@Nullable Spending spending, MultiMap shown, Supplier<Future<T>> run) {
        if (spending == null) {
            return run.get();
        }
        try {
            spending.begin();
        } catch (RefusedException refused) {
            spending.addTo(shown);
            return Future.failedFuture(refused);
        }
        return spending.take(0)
                .onComplete(taken -> spending.addTo(shown))
                .compose(taken -> run.get())
                .onComplete(done -> spending.end());
    }

    /** As {@link #take} of something that was not run, and costs nothing; without effect if something was taken before. */
    public Future<Void> takeOnce() {
        return isTaken ? Future.succeededFuture() : take(0);
    }

    /** What the operation really cost: the rest of what was taken is given back. After the end, usage stays as it was counted. */
    public void spent(long actual) {
        long rest = estimated - actual;
        // What cost more than was estimated was let in as what it seemed to be.
        if (rest > 0) {
            estimated = actual;
            rates.buckets().giveBack(key, rest);
        }
    }

    /**
     * Takes a place among the client's open subscriptions.
     *
     * @return gives it back; to be run once
     * @throws RefusedException if there is none
     */
    public Runnable openStream() throws RefusedException {
        long maximum = key.plan().subscriptions();
        if (maximum == Plan.NO_LIMIT) {
            return () -> {};
        }
        if (!rates.streams().enter(key, maximum)) {
            rates.meters().limited(Kind.SUBSCRIPTIONS);
            // Counted as a request before.
            consumption.add(0, 1, 0);
            throw new RefusedException(RateRefusals.tooManySubscriptions(key.plan()));
        }
        return () -> rates.streams().leave(key);
    }

    /** Tells the client what is left, as far as that is known. */
    public void addTo(MultiMap headers) {
        if (balance != null) {
            RateHeaders.addTo(headers, balance);
        }
    }

    private RefusedException refused(Taking.Refused refused, long cost) {
        balance = refused.balance();
        return refused(refused.kind(), RateRefusals.of(key.plan(), refused, cost));
    }

    private RefusedException refused(Kind kind, Refusal refusal) {
        rates.meters().limited(kind);
        consumption.add(0, 1, 0);
        return new RefusedException(refusal);
    }
}
