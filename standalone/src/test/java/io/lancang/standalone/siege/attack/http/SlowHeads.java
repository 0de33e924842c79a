package io.lancang.standalone.siege.attack.http;

import static io.lancang.standalone.siege.wire.HttpRequests.bytes;

import io.lancang.standalone.siege.attack.Assault;
import io.lancang.standalone.siege.attack.Attack;
import io.lancang.standalone.siege.attack.Target.Gate;
import io.lancang.standalone.siege.wire.HttpConnection;
import java.io.IOException;
import java.time.Duration;

/** Requests whose head never ends. */
record SlowHeads() implements Attack {
    @Override
    public String name() {
        return "slow-heads";
    }

    @Override
    public String what() {
        return "1,000 connections send a header a second and never the end of the head";
    }

    @Override
    public void run(Assault assault) throws InterruptedException {
        assault.againAndAgain(1_000, _ -> {
            HttpConnection connection = assault.connect(Gate.GATEWAY);
            try {
                connection.send(bytes("POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\n"));
                Trickle.until(assault, connection, bytes("X-Slow: 1\r\n"), Duration.ofSeconds(1));
            } catch (IOException closed) {
                Trickle.countLastWord(assault, connection, closed);
            } finally {
                assault.release(connection);
            }
        });
    }
}
