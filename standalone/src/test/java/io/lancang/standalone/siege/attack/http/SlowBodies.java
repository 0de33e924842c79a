package io.lancang.standalone.siege.attack.http;

import static io.lancang.standalone.siege.wire.HttpRequests.bytes;

import io.lancang.standalone.siege.attack.Assault;
import io.lancang.standalone.siege.attack.Attack;
import io.lancang.standalone.siege.attack.Target.Gate;
import io.lancang.standalone.siege.wire.HttpConnection;
import io.lancang.standalone.siege.wire.HttpRequests;
import java.io.IOException;
import java.time.Duration;

/** 300 connections that announce a megabyte each and send one byte of it a second. */
record SlowBodies(String name, Gate gate) implements Attack {
    private static final byte[] HEAD = HttpRequests.head(
            "POST /graphql HTTP/1.1", "Host: 127.0.0.1", "Content-Type: application/json", "Content-Length: 1000000");

    @Override
    public String what() {
        return "300 connections announce 1,000,000 bytes and send one byte a second";
    }

    @Override
    public void run(Assault assault) throws InterruptedException {
        assault.againAndAgain(300, _ -> {
            HttpConnection connection = assault.connect(gate);
            try {
                connection.send(HEAD);
                Trickle.until(assault, connection, bytes("{"), Duration.ofSeconds(1));
            } catch (IOException closed) {
                Trickle.countLastWord(assault, connection, closed);
            } finally {
                assault.release(connection);
            }
        });
    }
}
