package io.lancang.gateway.subgraph.call;

import static io.lancang.gateway.telemetry.SubgraphOutcome.ABANDONED;
import static io.lancang.gateway.telemetry.SubgraphOutcome.ANSWERED;
import static io.lancang.gateway.telemetry.SubgraphOutcome.NOT_SENT;
import static io.lancang.gateway.telemetry.SubgraphOutcome.TIMEOUT;
import static io.lancang.gateway.telemetry.SubgraphOutcome.UNAVAILABLE;

import io.lancang.federation.SubgraphException;
import io.lancang.federation.SubgraphResponse;
import io.lancang.gateway.subgraph.answer.AnswerHead;
import io.lancang.gateway.subgraph.endpoint.SubgraphEndpoint;
import io.lancang.gateway.subgraph.failure.SubgraphFailures;
import io.lancang.gateway.subgraph.request.Abandonable;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.lancang.gateway.subgraph.resilience.Bulkhead;
import io.lancang.gateway.subgraph.resilience.Resilience;
import io.lancang.gateway.subgraph.resilience.RetryAfter;
import io.lancang.gateway.subgraph.resilience.ServerChoice;
import io.lancang.gateway.subgraph.timing.Alarms;
import io.lancang.gateway.subgraph.timing.CallTime;
import io.lancang.gateway.telemetry.ResilienceEvent;
import io.lancang.gateway.telemetry.SubgraphOutcome;
import io.lancang.gateway.telemetry.trace.FetchTrace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One request to a subgraph, and the attempts that are made for it. Belongs to one event loop: everything here runs on it, so
 * that whichever of answer, failure, timer and leaving client comes first decides, and the others find it decided.
 *
 * <p>Only a query is sent more than once: of a mutation that was sent nobody knows whether the subgraph has acted on it.
 */
public final class SubgraphCall implements Abandonable, SubgraphAttempt.Listener, CallTime.Listener {
    private static final Logger LOG = Logger.getLogger(SubgraphCall.class);

    /** How often a request may be sent, and what is kept of its answer. */
    public enum Kind {
        /** Once, because it may change something. */
        CHANGE,
        /** Again, if that helps. */
        QUERY,
        /** As a query, and somebody will ask for the head of the answer. */
        QUERY_WITH_HEAD,
        /** As that, but where it fails an old answer is given at once rather than a new one waited for. */
        QUERY_WITH_OLD_ANSWER;

        private boolean isHedged() {
            return this != CHANGE;
        }

        private boolean isRepeated() {
            return this == QUERY || this == QUERY_WITH_HEAD;
        }

        private boolean keepsHead() {
            return this == QUERY_WITH_HEAD || this == QUERY_WITH_OLD_ANSWER;
        }
    }

    private final SubgraphEndpoint endpoint;
    private final Resilience resilience;
    private final ClientRequest client;
    private final byte[] body;
    private final Kind kind;
    private final FetchTrace trace;
    private final @Nullable CallPlace place;
    private final ServerChoice servers;
    private final CallTime time;

    private final CompletableFuture<SubgraphResponse> answer = new CompletableFuture<>();
    private final List<SubgraphAttempt> running = new ArrayList<>(2);
    private Alarms.@Nullable Alarm pause;
    private int made;
    private @Nullable SubgraphAttempt hedge;
    private @Nullable AnswerHead head;

    public SubgraphCall(SubgraphEndpoint endpoint, ClientRequest client, byte[] body, Kind kind, FetchTrace trace) {
        this.trace = trace;
        this.endpoint = endpoint;
        this.resilience = endpoint.resilience();
        this.time = new CallTime(endpoint.alarms(), this);
        this.client = client;
        this.body = body;
        this.kind = kind;
        this.servers = resilience.servers(/* mayProbe= */ kind != Kind.CHANGE);
        Bulkhead bulkhead = resilience.bulkhead();
        this.place = bulkhead == null ? null : new CallPlace(bulkhead, endpoint);
    }

    /** Sends the request. To be called once, on an event loop. */
    public void start() {
        long remaining = client.deadline().remainingMillis();
        if (client.isAbandoned()) {
            fail(ABANDONED, SubgraphFailures.abandoned(endpoint.name()));
        } else if (remaining <= 0) {
            fail(TIMEOUT, SubgraphFailures.deadline(endpoint.name()));
        } else {
            client.started(this);
            resilience.begun();
            time.start(
                    Math.min(remaining, endpoint.timeoutMillis()),
                    kind.isHedged() ? resilience.hedgeNanos() : Long.MAX_VALUE);
            if (place == null) {
                attempt();
            } else {
                place.enter(answer::isDone, this::attempt, this::refuseByBulkhead);
            }
        }
    }

    private void refuseByBulkhead() {
        endpoint.meter().resilience(ResilienceEvent.BULKHEAD_REFUSED);
        fail(NOT_SENT, SubgraphFailures.busy(endpoint.name()));
    }

    private void attempt() {
        if (answer.isDone()) {
            return;
        }
        if (resilience.enter()) {
            made++;
            send(/* isHedge= */ false);
            return;
        }
        long wait = kind.isRepeated() ? resilience.breakerMillis(time.remainingMillis()) : Resilience.NEVER;
        if (wait == Resilience.NEVER) {
            endpoint.meter().resilience(ResilienceEvent.BREAKER_REFUSED);
            fail(NOT_SENT, SubgraphFailures.spared(endpoint.name()));
        } else {
            later(wait);
        }
    }

    private SubgraphAttempt send(boolean isHedge) {
        SubgraphAttempt attempt = new SubgraphAttempt(
                endpoint, client, body, time::remainingMillis, this, trace.attempt(isHedge), servers.next());
        running.add(attempt);
        attempt.start();
        return attempt;
    }

    private void later(long wait) {
        pause = endpoint.alarms().set(wait, this::attempt);
    }

    /** What may not be sent a second time now may be when it is very late, and so may that of which the second request failed. */
    @Override
    public void late(boolean isVeryLate) {
        // Where there is no connection yet, a second request would only wait in the same line.
        boolean isAlone = running.size() == 1 && running.getFirst().isSent();
        if (isAlone && resilience.mayHedge(isVeryLate) && resilience.enter()) {
            hedge = send(/* isHedge= */ true);
        }
    }

    @Override
    public void over() {
        fail(TIMEOUT, SubgraphFailures.timeout(endpoint.name(), time.millis()));
    }

    public CompletionStage<SubgraphResponse> answer() {
        return answer;
    }

    /** The head of the answer, once there is one. */
    public AnswerHead head() {
        return Objects.requireNonNull(head, "the head is wanted, and the answer is there");
    }

    @Override
    public void abandon() {
        fail(ABANDONED, SubgraphFailures.abandoned(endpoint.name()));
    }

    @Override
    public void answered(SubgraphAttempt attempt, AnswerHead received, byte[] bytes) {
        running.remove(attempt);
        if (resilience.isFailure(received.status())) {
            SubgraphException failure = SubgraphFailures.status(endpoint.name(), received.status());
            resilience.failed(attempt.server(), attempt.age(), failure);
            if (isToBeMadeAgain(received)) {
                client.room().drop(bytes.length);
                return;
            }
        } else {
            resilience.succeeded(attempt.server(), attempt.age());
        }
        if (!answer.isDone()) {
            if (attempt.equals(hedge)) {
                resilience.hedgeWon();
            } else if (hedge != null) {
                resilience.hedgeLost();
            }
            running.forEach(other -> {
                other.cancel();
                resilience.overtaken(other.server(), attempt.server(), other.age());
            });
            running.clear();
            decided(ANSWERED);
            client.answerHeaders().take(endpoint.name(), received.headers());
            head = kind.keepsHead() ? received : null;
            answer.complete(new SubgraphResponse(bytes));
        }
    }

    @Override
    public void failed(
            SubgraphAttempt attempt,
            SubgraphOutcome outcome,
            SubgraphException failure,
            @Nullable AnswerHead received,
            boolean isConnection) {
        running.remove(attempt);
        boolean mayPass = isConnection || (received != null && resilience.isFailure(received.status()));
        switch (outcome) {
            case UNAVAILABLE, TIMEOUT -> resilience.failed(attempt.server(), attempt.age(), failure);
            case ANSWERED, REFUSED, TOO_LARGE, ABANDONED, NOT_SENT -> resilience.ignored(attempt.server());
        }
        if (outcome == UNAVAILABLE && !attempt.isSent() && goesElsewhere()) {
            attempt();
        } else if (!mayPass || !isToBeMadeAgain(received)) {
            fail(outcome, failure);
        }
    }

    /** Of what found no connection nothing was sent: it goes to another server at once, if there is one in use, even if it changes something. */
    private boolean goesElsewhere() {
        return !answer.isDone() && running.isEmpty() && servers.hasOther();
    }

    /** Whether another attempt is under way already, or will be. */
    private boolean isToBeMadeAgain(@Nullable AnswerHead received) {
        if (answer.isDone()) {
            return false;
        }
        if (!running.isEmpty()) {
            return true;
        }
        if (!kind.isRepeated()) {
            return false;
        }
        // What a server asks for says nothing of the others.
        String retryAfter = received == null || servers.hasOther()
                ? null
                : received.headers().get("retry-after");
        long asked = retryAfter == null ? 0 : RetryAfter.millis(retryAfter, Instant.now());
        long wait = resilience.retryMillis(made, asked, time.remainingMillis());
        if (wait == Resilience.NEVER) {
            return false;
        }
        later(wait);
        return true;
    }

    private void fail(SubgraphOutcome outcome, SubgraphException exception) {
        if (answer.isDone()) {
            return;
        }
        if (outcome == UNAVAILABLE) {
            Throwable cause = exception.getCause();
            LOG.warnf("%s%s", exception.getMessage(), cause == null ? "" : " The cause: " + cause);
        }
        decided(outcome);
        giveUpAttempts(outcome, exception);
        answer.completeExceptionally(exception);
    }

    private void giveUpAttempts(SubgraphOutcome outcome, SubgraphException exception) {
        for (SubgraphAttempt attempt : List.copyOf(running)) {
            attempt.cancel();
            if (outcome == TIMEOUT && time.millis() >= endpoint.timeoutMillis()) {
                resilience.failed(attempt.server(), attempt.age(), exception);
            } else {
                resilience.ignored(attempt.server());
            }
        }
        running.clear();
    }

    /** Ends all that goes on, so that nothing decides again. */
    private void decided(SubgraphOutcome outcome) {
        time.stop();
        if (pause != null) {
            endpoint.alarms().callOff(pause);
        }
        client.ended(this);
        if (place != null) {
            place.leave();
        }
        endpoint.meter().request(outcome, time.nanos());
    }
}
