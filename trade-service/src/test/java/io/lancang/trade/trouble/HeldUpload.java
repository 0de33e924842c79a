package io.lancang.trade.trouble;

import io.lancang.kit.fixture.Steward;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A file on its way to the service that stops in the middle until it is let go. */
final class HeldUpload implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final CountDownLatch held = new CountDownLatch(1);
    private final CompletableFuture<HttpResponse<String>> answer;

    /** @param address of {@code POST /releases} with its parameters */
    HeldUpload(URI address, String beginning, String end) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("authorization", "Bearer " + Steward.token("steward"))
                .header("content-type", "text/csv")
                .POST(BodyPublishers.ofInputStream(() -> new SequenceInputStream(
                        bytes(beginning), new SequenceInputStream(new Waiting(held), bytes(end)))))
                .build();
        this.answer = client.sendAsync(request, BodyHandlers.ofString());
    }

    /** Sends the rest and returns the answer; fails if there is none within a minute. */
    HttpResponse<String> letGo() {
        held.countDown();
        return answer.orTimeout(1, TimeUnit.MINUTES).join();
    }

    @Override
    public void close() {
        held.countDown();
        // The thread that would hear that the connection is gone may be the one that waited for the rest of the file.
        client.shutdownNow();
        client.close();
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Has nothing, and takes its time to say so. */
    private static final class Waiting extends InputStream {
        private final CountDownLatch held;

        Waiting(CountDownLatch held) {
            this.held = held;
        }

        @Override
        public int read() throws IOException {
            try {
                held.await();
                return -1;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("The upload was interrupted");
            }
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return read();
        }
    }
}
