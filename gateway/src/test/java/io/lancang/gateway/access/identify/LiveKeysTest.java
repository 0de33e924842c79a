package io.lancang.gateway.access.identify;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.lancang.gateway.access.ApiClient;
import io.lancang.gateway.access.Identity;
import io.lancang.gateway.access.key.KeyBook;
import io.lancang.gateway.access.key.Verdict;
import io.lancang.gateway.limits.rate.Plan;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How long what is open lasts with the key with which it began. */
class LiveKeysTest {
    private static final Plan FREE = new Plan("free", Plan.NO_LIMIT, Plan.NO_LIMIT, Plan.NO_LIMIT, Plan.NO_LIMIT);
    private static final Verdict REVOKED = new Verdict.Bad(Verdict.Reason.KEY_REVOKED);

    private final Vertx vertx = Vertx.vertx();
    private final LiveKeys live = new LiveKeys(vertx);
    private final CompletableFuture<String> ended = new CompletableFuture<>();

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, SECONDS);
    }

    /** Between the look at its key and the beginning of its stream. */
    @Test
    void endsWhatBeganWithAKeyThatWasRevokedMeanwhile() throws Exception {
        live.watch(client("a"), new Book(REVOKED), () -> ended.complete("ended"));

        ended.get(10, SECONDS);
    }

    @Test
    void endsWhatIsOpenWithAKeyThatCountsForLessAndLeavesOthersAlone() throws Exception {
        CompletableFuture<String> other = new CompletableFuture<>();
        CompletableFuture<String> left = new CompletableFuture<>();
        live.watch(client("a"), counting("a"), () -> ended.complete("ended"));
        live.watch(client("b"), counting("b"), () -> other.complete("ended"));
        live.watch(client("a"), counting("a"), () -> left.complete("ended")).run();
        live.recheck(client("b")::equals, counting("b"));
        assertFalse(ended.isDone());

        live.recheck(client("a")::equals, new Book(REVOKED));

        ended.get(10, SECONDS);
        assertFalse(other.isDone());
        assertFalse(left.isDone());
    }

    private static ApiClient client(String name) {
        return new ApiClient("hash of " + name, name, name, Set.of(), Set.of(), FREE, Long.MAX_VALUE);
    }

    private static KeyBook counting(String name) {
        return new Book(new Verdict.Counts(client(name), Identity.ANONYMOUS));
    }

    /** Says the same of each key. */
    private record Book(Verdict verdict) implements KeyBook {
        @Override
        public void start() {
            // There is nothing to read.
        }

        @Override
        public Future<Verdict> find(String hash) {
            return Future.succeededFuture(verdict);
        }

        @Override
        public boolean hasMet(String hash) {
            return true;
        }

        @Override
        public void close() {
            // There is nothing to close.
        }
    }
}
