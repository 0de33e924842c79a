package io.lancang.standalone.siege.attack.socket;

import static io.lancang.standalone.siege.wire.WebSocketConnection.CONTINUATION;
import static io.lancang.standalone.siege.wire.WebSocketConnection.PING;
import static io.lancang.standalone.siege.wire.WebSocketConnection.TEXT;

import io.lancang.standalone.siege.attack.Assault;
import io.lancang.standalone.siege.attack.Attack;
import io.lancang.standalone.siege.wire.Json;
import io.lancang.standalone.siege.wire.WebSocketConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** The family's list. Each attack is what one client does with a connection that it just opened. */
public final class SocketAttacks {
    private static final int MANY = 20_000;
    private static final String INIT = "{\"type\":\"connection_init\"}";
    private static final String SUBSCRIPTION = "subscription { corridorChanged { corridorId } }";

    private SocketAttacks() {}

    public static List<Attack> all() {
        return List.of(
                new SocketAttack(
                        "socket-silence",
                        "2,000 WebSocket connections without a first message",
                        2_000,
                        SocketAttacks::isSilent),
                new SocketAttack(
                        "socket-fragments",
                        "messages in frames of one byte that never end",
                        16,
                        SocketAttacks::sendFragments),
                new SocketAttack("socket-pings", "pings as fast as they are taken", 16, SocketAttacks::sendPings),
                new SocketAttack(
                        "socket-frames",
                        "frames that announce 8 EB, break the masking rule or have no meaning",
                        16,
                        SocketAttacks::sendBadFrames),
                new SocketAttack(
                        "socket-messages",
                        "messages of 900 KB that are nested JSON, of unknown types, or no JSON",
                        8,
                        SocketAttacks::sendBadMessages),
                new SocketAttack(
                        "socket-subscriptions",
                        "100 connections with 100 subscriptions each",
                        100,
                        SocketAttacks::subscribe),
                new SocketAttack(
                        "socket-churn",
                        "subscriptions begun and ended as fast as they are taken",
                        16,
                        SocketAttacks::beginAndEnd),
                new SocketAttack(
                        "socket-unread",
                        "queries over WebSocket whose answers nobody reads",
                        16,
                        SocketAttacks::askAndNeverRead),
                new SocketAttack(
                        "socket-new-documents",
                        "new documents over WebSocket as fast as they are taken",
                        16,
                        SocketAttacks::askAnew));
    }

    private static void isSilent(Assault assault, WebSocketConnection socket) throws IOException {
        assault.tally().count(socket.read());
    }

    private static void sendFragments(Assault assault, WebSocketConnection socket) throws IOException {
        socket.text(INIT);
        socket.frame(TEXT, false, new byte[] {'{'});
        byte[] space = {' '};
        while (assault.goesOn()) {
            socket.frame(CONTINUATION, false, space);
        }
    }

    private static void sendPings(Assault assault, WebSocketConnection socket) throws IOException {
        socket.text(INIT);
        byte[] content = new byte[125];
        while (assault.goesOn()) {
            socket.frame(PING, true, content);
        }
    }

    private static void sendBadFrames(Assault assault, WebSocketConnection socket)
            throws IOException, InterruptedException {
        List<byte[]> forms = List.of(
                new byte[] {(byte) 0x81, (byte) 0xff, 0x7f, -1, -1, -1, -1, -1, -1, -1, 0, 0, 0, 0},
                new byte[] {(byte) 0x81, 0x02, '{', '}'},
                new byte[] {(byte) 0x8f, (byte) 0x80, 0, 0, 0, 0},
                new byte[] {(byte) 0xf1, (byte) 0x80, 0, 0, 0, 0},
                new byte[] {(byte) 0x88, (byte) 0x81, 0, 0, 0, 0, 3},
                new byte[] {(byte) 0x89, (byte) 0xfe, 0x10, 0, 0, 0, 0, 0},
                new byte[] {(byte) 0x82, (byte) 0x81, 0, 0, 0, 0, 1},
                new byte[] {(byte) 0x81, (byte) 0x82, 0, 0, 0, 0, (byte) 0xc0, (byte) 0x80});
        socket.raw(forms.get(Math.floorMod(System.nanoTime(), forms.size())));
        assault.tally().count(socket.read());
        assault.pause(Duration.ofMillis(10));
    }

    private static void sendBadMessages(Assault assault, WebSocketConnection socket) throws IOException {
        socket.text(INIT);
        String content = switch (Math.floorMod(System.nanoTime(), 4)) {
            case 0 -> "[".repeat(900_000);
            case 1 -> "{\"id\":\"1\",\"type\":\"subscribe\",\"payload\":" + "{\"a\":".repeat(150_000);
            case 2 -> "{\"type\":\"" + "t".repeat(900_000) + "\"}";
            default ->
                "{\"id\":\"" + "i".repeat(800_000)
                        + "\",\"type\":\"subscribe\",\"payload\":{\"query\":\"{__typename}\"}}";
        };
        socket.text(content);
        countTheNextClose(assault, socket);
    }

    private static void subscribe(Assault assault, WebSocketConnection socket) throws IOException {
        socket.text(INIT);
        for (int id = 0; id < 100; id++) {
            socket.text(message(id, SUBSCRIPTION));
        }
        countTheNextClose(assault, socket);
    }

    private static void beginAndEnd(Assault assault, WebSocketConnection socket) throws IOException {
        socket.text(INIT);
        for (int id = 0; id < MANY && assault.goesOn(); id++) {
            socket.text(message(id, SUBSCRIPTION));
            socket.text("{\"id\":\"" + id + "\",\"type\":\"complete\"}");
        }
    }

    private static void askAndNeverRead(Assault assault, WebSocketConnection socket)
            throws IOException, InterruptedException {
        socket.text(INIT);
        for (int id = 0; id < MANY && assault.goesOn(); id++) {
            socket.text(message(id, "{ corridors(first: 500) { nodes { name segments { name } } } }"));
        }
        assault.stay();
    }

    private static void askAnew(Assault assault, WebSocketConnection socket) throws IOException {
        socket.text(INIT);
        for (int id = 0; id < MANY && assault.goesOn(); id++) {
            socket.text(message(id, "{ partner(code: \"LAO\") { s" + System.nanoTime() + ": name } }"));
            String answer = socket.read();
            assault.tally().count(answer.startsWith("close") ? answer : "answered");
        }
    }

    private static String message(int id, String document) {
        return "{\"id\":\"%d\",\"type\":\"subscribe\",\"payload\":%s}".formatted(id, Json.request(document));
    }

    private static void countTheNextClose(Assault assault, WebSocketConnection socket) throws IOException {
        String frame = socket.read();
        while (!frame.startsWith("close") && assault.goesOn()) {
            frame = socket.read();
        }
        assault.tally().count(frame.startsWith("close") ? frame : "held to the end");
    }
}
