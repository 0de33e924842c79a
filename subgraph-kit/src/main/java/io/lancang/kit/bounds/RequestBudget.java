package io.lancang.kit.bounds;

import graphql.ExecutionResult;
import graphql.GraphQLContext;
import graphql.execution.instrumentation.InstrumentationState;
import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.RefusedRequest;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.turn.Turns.Turn;
import io.vertx.core.http.HttpServerRequest;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/**
 * What one request has read and answered so far. Whatever exceeds a limit ends the request: its client is answered at once,
 * and every further step of it fails. The same holds for a request whose client has left.
 *
 * <p>Safe for any thread. The limits are exact to some values, since steps that run at the same time count on their own.
 */
public final class RequestBudget implements InstrumentationState {
    /** Under which the context of an execution has it. */
    public static final String KEY = RequestBudget.class.getName();

    private static final String WAY_OUT =
            "Ask for less in one request, or in several; the service's operator may raise ";
    /** Values are taken from what all requests share in pieces. */
    private static final int PIECE = 256;
    /** After so many values it is seen whether the client is there: of the order of a thousandth of a second's work. */
    private static final int LOOK = 32;
    /** How many values a field that is fetched on its own weighs as much as: four kilobytes. */
    private static final int FETCHED = 8;

    private final RequestLimits limits;
    private final AtomicLong valuesOfAll;
    private final Caller caller;
    private final AtomicInteger rows = new AtomicInteger();
    private final AtomicInteger values = new AtomicInteger();
    private final AtomicInteger fetches = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong taken = new AtomicLong();
    private final CompletableFuture<ExecutionResult> end = new CompletableFuture<>();
    private volatile @Nullable RefusedRequest refusal;
    private volatile @Nullable Turn turn;
    private volatile boolean isLarge;
    private volatile boolean isQuery;
    private volatile boolean isAboutPast;

    /**
     * @param valuesOfAll how many values all requests have taken together
     * @param caller who asks
     */
    RequestBudget(RequestLimits limits, AtomicLong valuesOfAll, Caller caller) {
        this.limits = limits;
        this.valuesOfAll = valuesOfAll;
        this.caller = caller;
    }

    /** The budget of the request that is executed. */
    static RequestBudget of(GraphQLContext context) {
        return Objects.requireNonNull(context.get(KEY), "every execution has a budget");
    }

    /**
     * Counts a row of the database.
     *
     * @throws RefusedRequest if that is one too many
     */
    public void row() {
        check();
        if (rows.incrementAndGet() > limits.rows()) {
            throw refuse(
                    ErrorCode.LIMIT_EXCEEDED,
                    "The request reads more than " + limits.rows() + " rows.",
                    "lancang.requests.rows");
        }
    }

    /**
     * Counts a field that is fetched on its own.
     *
     * @throws RefusedRequest if that is one too many
     */
    void fetch() {
        check();
        int number = fetches.incrementAndGet();
        if (number > limits.fetches()) {
            throw refuse(
                    ErrorCode.LIMIT_EXCEEDED,
                    "The request fetches more than " + limits.fetches() + " fields on their own.",
                    "lancang.requests.fetches");
        }
        if (number % LOOK == 0) {
            checkAsked();
            take(LOOK * (long) FETCHED);
        }
    }

    /**
     * Counts values of the answer.
     *
     * @param text how many characters their names and texts have
     * @throws RefusedRequest if that is too much
     */
    public void values(int number, long text) {
        check();
        int before = values.getAndAdd(number);
        if (before + (long) number > limits.values()) {
            throw refuse(
                    ErrorCode.LIMIT_EXCEEDED,
                    "The answer has more than " + limits.values() + " values.",
                    "lancang.requests.values");
        }
        if (bytes.addAndGet(text) > limits.answer().asLongValue()) {
            throw refuse(
                    ErrorCode.LIMIT_EXCEEDED,
                    "The answer is larger than " + limits.answer().asLongValue() + " bytes.",
                    "lancang.requests.answer");
        }
        if (before / LOOK != (before + number) / LOOK) {
            checkAsked();
        }
        if (before / PIECE != (before + number) / PIECE) {
            take((before + number) / PIECE * (long) PIECE - before / PIECE * (long) PIECE);
        }
    }

    private void take(long number) {
        taken.addAndGet(number);
        if (valuesOfAll.addAndGet(number) > limits.valuesAtOnce() && isHeavy()) {
            throw refuse(
                    ErrorCode.UNAVAILABLE,
                    "The answers that are assembled now have more than " + limits.valuesAtOnce() + " values together.",
                    "lancang.requests.values-at-once");
        }
    }

    /** Whether so much was answered that the rest is better assembled where it keeps nobody waiting. */
    boolean isHeavy() {
        return values.get() > limits.lightValues() || fetches.get() > limits.lightValues();
    }

    /** Who asks, as far as callers can be distinguished. */
    public String caller() {
        return caller.address();
    }

    /**
     * Called when the operation is known to be a query.
     *
     * @param aboutPast whether nothing that it asks for can change any more
     */
    void answersQuery(boolean aboutPast) {
        isAboutPast = aboutPast;
        isQuery = true;
    }

    /** Whether it changes nothing. */
    public boolean isQuery() {
        return isQuery;
    }

    /** Whether it is a query, and nothing that it asks for can change any more. */
    public boolean isAboutPast() {
        return isAboutPast;
    }

    /** Whether the context that it is executed on runs nothing else. A WebSocket has one for all of its operations. */
    public boolean hasItsContext() {
        return caller.isOfOneRequest();
    }

    /** Hands on the request, where the client asked by HTTP: headers of its answer can be set. */
    public void withHttpRequest(Consumer<HttpServerRequest> use) {
        HttpServerRequest request = caller.request();
        if (request != null) {
            use.accept(request);
        }
    }

    /** The events that the request subscribes to, which end when its client has left. */
    public <T> Publisher<T> whileAsked(Publisher<T> events) {
        return caller.whileThere(events);
    }

    /**
     * Fails if nobody waits for the answer any more.
     *
     * @throws RefusedRequest to the end of the request
     */
    public void checkAsked() {
        if (caller.hasLeft()) {
            throw refuse(new ServiceException(
                    ErrorCode.UNAVAILABLE,
                    "The client left before it was answered.",
                    "Ask again and wait for the answer."));
        }
    }

    /**
     * The place among the requests that are executed, which the request has or waits for.
     *
     * @param large whether it is one of those of which a large answer is expected
     */
    void takes(Turn place, boolean large) {
        turn = place;
        isLarge = large;
    }

    /** Whether a large answer is expected, so that what it asks next may wait for others. */
    public boolean isLarge() {
        return isLarge;
    }

    /** Gives back all that the request holds of what all requests share. To be called when its answer is written. */
    public void end() {
        release();
        Turn held = turn;
        // It knows all of the execution, and an idle thread may know the budget until its next task.
        turn = null;
        if (held != null) {
            held.leave();
        }
    }

    /** Gives back the values that were counted. Counting begins anew. */
    void release() {
        valuesOfAll.addAndGet(-taken.getAndSet(0));
        rows.set(0);
        values.set(0);
        fetches.set(0);
        bytes.set(0);
    }

    /** Fails once the request was refused, so that its remaining steps end early. */
    void check() {
        RefusedRequest refused = refusal;
        if (refused != null) {
            throw refused;
        }
    }

    RefusedRequest refuseToWait() {
        return refuse(new ServiceException(
                ErrorCode.UNAVAILABLE,
                limits.waiting() + " requests wait already, the most that this instance lets wait.",
                "Retry in some seconds."));
    }

    private RefusedRequest refuse(ErrorCode code, String message, String key) {
        return refuse(new ServiceException(code, message, WAY_OUT + "`" + key + "`."));
    }

    private RefusedRequest refuse(ServiceException reason) {
        RefusedRequest refused = new RefusedRequest(reason);
        refusal = refused;
        // What is under way may wait for steps that are never taken now, so that the answer must not wait for it.
        end.complete(refused.toExecutionResult());
        return refused;
    }

    /** The result of an execution, or the refusal as soon as there is one. */
    CompletableFuture<ExecutionResult> endOf(Supplier<CompletableFuture<ExecutionResult>> execution) {
        try {
            return end.applyToEither(execution.get(), Function.identity());
        } catch (RefusedRequest _) {
            return end;
        }
    }
}
