package io.lancang.integration;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** An export of the {@link FakeGateway}, which answers ranges as the services do, and breaks off or refuses where a test wants it. */
final class FakeFile {
    static final String FOLDER = "/exports/test/";
    private static final Map<String, FakeFile> FILES = new ConcurrentHashMap<>();

    final String path;
    /** What was asked with: the header Range, or {@code whole}. */
    final List<String> asked = new CopyOnWriteArrayList<>();

    final List<String> keys = new CopyOnWriteArrayList<>();
    /** The next answer stops without an end behind so many bytes of the file; none if negative. */
    final AtomicInteger stopsBehind = new AtomicInteger(-1);

    /** Breaks off an answer that has stopped. */
    private final AtomicReference<Runnable> end = new AtomicReference<>(() -> {});
    /** Answers do not say how long they are. */
    final AtomicBoolean isOfUnknownSize = new AtomicBoolean();
    /** The next rest that is asked for is answered by a part from the beginning on. */
    final AtomicBoolean answersAnotherPart = new AtomicBoolean();
    /** How many seconds refusals ask to be left alone for; null for none. */
    final AtomicReference<@Nullable String> retryAfter = new AtomicReference<>();
    /** So many answers are this refusal. */
    final AtomicReference<@Nullable Refusal> refusal = new AtomicReference<>();

    private volatile byte[] content;
    private final AtomicInteger version = new AtomicInteger(1);

    /** A refusal of the gateway, given so many times. */
    record Refusal(int status, String code, AtomicInteger times) {}

    private FakeFile(String path) {
        this.path = path;
        this.content = bytes(path, 1_000);
    }

    /** That at a path, of 1,000 bytes if nobody says otherwise. */
    static FakeFile at(String path) {
        return FILES.computeIfAbsent(path, FakeFile::new);
    }

    /** A file of so many bytes. */
    static FakeFile of(String name, int bytes) {
        FakeFile file = at(FOLDER + name);
        file.content = bytes(name, bytes);
        return file;
    }

    /** The same for the same name, and nothing that could be taken for another part of it. */
    private static byte[] bytes(String name, int count) {
        byte[] bytes = new byte[count];
        new Random(name.hashCode()).nextBytes(bytes);
        return bytes;
    }

    byte[] content() {
        return content;
    }

    /** There is another version of it from now on. */
    void replace(int bytes) {
        content = bytes(path + " " + version.incrementAndGet(), bytes);
    }

    /** The answer that has stopped breaks off. */
    void breakOff() {
        end.get().run();
    }

    void refuse(int status, String code, int times) {
        refusal.set(new Refusal(status, code, new AtomicInteger(times)));
    }

    void answer(HttpServerRequest request) {
        keys.add(String.valueOf(request.getHeader("x-api-key")));
        String range = request.getHeader("range");
        asked.add(range == null ? "whole" : range);
        HttpServerResponse response = request.response();
        Refusal refused = refusal.get();
        if (refused != null && refused.times().getAndDecrement() > 0) {
            String seconds = retryAfter.get();
            if (seconds != null) {
                response.putHeader("retry-after", seconds);
            }
            response.setStatusCode(refused.status())
                    .end("{\"errors\":[{\"message\":\"no file\",\"extensions\":{\"code\":\"" + refused.code()
                            + "\"}}]}");
            return;
        }
        String etag = "\"v" + version.get() + "\"";
        int wanted = range != null && etag.equals(request.getHeader("if-range"))
                ? Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"))
                : 0;
        if (wanted > 0 && wanted >= content.length) {
            response.setStatusCode(416)
                    .putHeader("content-range", "bytes */" + content.length)
                    .end();
            return;
        }
        int from = wanted > 0 && answersAnotherPart.getAndSet(false) ? 0 : wanted;
        response.putHeader("etag", etag)
                .putHeader("content-type", "text/x-test")
                .putHeader("content-disposition", "attachment; filename=\"test.txt\"");
        if (isOfUnknownSize.get()) {
            response.setChunked(true);
        } else {
            response.putHeader("content-length", Integer.toString(content.length - from));
        }
        if (wanted > 0) {
            response.setStatusCode(206)
                    .putHeader("content-range", "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
        }
        send(response, from);
    }

    private void send(HttpServerResponse response, int from) {
        int stops = stopsBehind.getAndSet(-1);
        Buffer all = Buffer.buffer(content);
        if (stops >= 0) {
            Context own = Objects.requireNonNull(Vertx.currentContext());
            end.set(() -> own.runOnContext(now -> response.reset()));
            response.write(all.slice(from, stops));
        } else {
            response.end(all.slice(from, all.length()));
        }
    }
}
