package io.lancang.gateway.subgraph;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import io.lancang.federation.SubgraphException;
import io.lancang.federation.SubgraphResponse;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;

/** Takes a stream in, and lets a test wait for what comes. */
public final class StreamListener implements Flow.Subscriber<SubgraphResponse> {
    private final long wanted;
    private final BlockingQueue<String> arrived = new LinkedBlockingQueue<>();
    private final CompletableFuture<String> end = new CompletableFuture<>();
    private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();

    public StreamListener(long wanted) {
        this.wanted = wanted;
    }

    public String event() throws InterruptedException {
        String event = arrived.poll(10, SECONDS);
        if (event == null) {
            throw new AssertionError("no event came; the end is " + end);
        }
        return event;
    }

    public boolean isQuiet() {
        return arrived.isEmpty() && !end.isDone();
    }

    public String end() throws Exception {
        return end.get(10, SECONDS);
    }

    public void want(long more) throws Exception {
        subscription.get(10, SECONDS).request(more);
    }

    public void cancel() throws Exception {
        subscription.get(10, SECONDS).cancel();
    }

    @Override
    public void onSubscribe(Flow.Subscription opened) {
        subscription.complete(opened);
        opened.request(wanted);
    }

    @Override
    public void onNext(SubgraphResponse response) {
        arrived.add(new String(response.body(), UTF_8));
    }

    @Override
    public void onError(Throwable failure) {
        end.complete(
                failure instanceof SubgraphException known
                        ? known.code() + " " + known.getMessage()
                        : failure.toString());
    }

    @Override
    public void onComplete() {
        end.complete("completed");
    }
}
