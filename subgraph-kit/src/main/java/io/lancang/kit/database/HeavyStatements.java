package io.lancang.kit.database;

import io.lancang.kit.bounds.RequestBudget;
import io.lancang.kit.bounds.Requests;
import io.lancang.kit.turn.Turns;
import io.lancang.kit.turn.Turns.Entry;
import io.lancang.kit.turn.Turns.Turn;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Lets only so many statements of large requests run at once, those of the callers in turn. Safe for any thread. */
final class HeavyStatements {
    private final Turns turns;

    /** @param atOnce how many of them run at once; what waits is bounded by what those requests may select */
    HeavyStatements(int atOnce, MeterRegistry metrics) {
        this.turns = new Turns(atOnce, Integer.MAX_VALUE);
        Gauge.builder("lancang.database.pool.heavy.waiting", turns, Turns::waiting)
                .description("Statements of large requests that wait for others of their kind")
                .register(metrics);
    }

    /** Runs a statement: at once, unless the request that it is for is a large one. */
    <T> Future<T> inTurn(Supplier<Future<T>> statement) {
        Optional<RequestBudget> large = Requests.budget().filter(RequestBudget::isLarge);
        Optional<Executor> threads = Requests.threads();
        return large.isPresent() && threads.isPresent()
                ? inTurn(large.get(), threads.get(), statement)
                : statement.get();
    }

    private <T> Future<T> inTurn(RequestBudget budget, Executor threads, Supplier<Future<T>> statement) {
        Promise<T> promise = Promise.promise();
        Statement<T> own = new Statement<>(budget, statement, promise);
        Turn turn = turns.of(budget.caller(), 1, () -> threads.execute(own::run));
        promise.future().onComplete(done -> turn.leave());
        if (turn.enter() == Entry.AT_ONCE) {
            own.run();
        }
        return promise.future();
    }

    private record Statement<T>(RequestBudget budget, Supplier<Future<T>> statement, Promise<T> promise) {
        private void run() {
            try {
                budget.checkAsked();
                statement.get().onComplete(promise);
            } catch (RuntimeException failure) {
                promise.fail(failure);
            }
        }
    }
}
