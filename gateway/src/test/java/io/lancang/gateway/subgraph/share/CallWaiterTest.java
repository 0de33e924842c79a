package io.lancang.gateway.subgraph.share;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lancang.federation.SubgraphException;
import io.lancang.federation.error.ErrorCode;
import io.lancang.gateway.limits.Deadline;
import io.lancang.gateway.subgraph.answer.FetchedAnswer;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.lancang.gateway.subgraph.timing.Alarms;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallWaiterTest {
    private final Vertx vertx = Vertx.vertx();
    private final Context loop = vertx.getOrCreateContext();
    private final Alarms alarms = new Alarms(vertx);

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, SECONDS);
    }

    @Test
    void tellsAllWhoWaitForOneClient() {
        ClientRequest client = client(50);
        CompletableFuture<FetchedAnswer> first = waiter(client, "trade");
        CompletableFuture<FetchedAnswer> second = waiter(client, "corridor");

        assertEquals(ErrorCode.TIMEOUT, late(first));
        assertEquals(ErrorCode.TIMEOUT, late(second));
    }

    @Test
    void tellsNobodyOnceTheRequestIsOver() {
        ClientRequest over = client(300);
        CompletableFuture<FetchedAnswer> left = waiter(over, "trade");
        loop.runOnContext(ignored -> over.release());

        // Begins later and has more time: once it is told, the moment of the other is over.
        late(waiter(client(400), "corridor"));

        assertFalse(left.isDone());
    }

    @Test
    void givesTheNextEventTimeOfItsOwn() {
        ClientRequest client = client(50);
        CompletableFuture<FetchedAnswer> before = waiter(client, "trade");
        loop.runOnContext(ignored -> client.beginEvent());

        assertEquals(ErrorCode.TIMEOUT, late(waiter(client, "corridor")));
        assertEquals(ErrorCode.TIMEOUT, late(before));
    }

    private static ClientRequest client(long millis) {
        return new ClientRequest(
                MultiMap.caseInsensitiveMultiMap(), Deadline.in(Duration.ofMillis(millis), System::nanoTime));
    }

    private CompletableFuture<FetchedAnswer> waiter(ClientRequest client, String subgraph) {
        CallWaiter waiter = new CallWaiter(loop, client, subgraph);
        loop.runOnContext(ignored -> waiter.begin(alarms));
        return waiter.answer().toCompletableFuture();
    }

    private static ErrorCode late(CompletableFuture<FetchedAnswer> answer) {
        Throwable why = assertThrows(ExecutionException.class, () -> answer.get(10, SECONDS))
                .getCause();
        return assertInstanceOf(SubgraphException.class, why).code();
    }
}
