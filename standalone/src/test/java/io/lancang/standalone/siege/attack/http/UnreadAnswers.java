package io.lancang.standalone.siege.attack.http;

import io.lancang.standalone.siege.attack.Assault;
import io.lancang.standalone.siege.attack.Attack;
import io.lancang.standalone.siege.attack.Target.Gate;
import io.lancang.standalone.siege.wire.HttpConnection;
import io.lancang.standalone.siege.wire.HttpRequests;
import io.lancang.standalone.siege.wire.Json;
import java.io.IOException;

/** Large answers that nobody reads. */
record UnreadAnswers(String name, Gate gate) implements Attack {
    private static final byte[] REQUEST = HttpRequests.post(
            Json.request(
                    "{ corridors(first: 500) { nodes { name geometry segments { name geometry from { name } to { name } } } } }"));

    @Override
    public String what() {
        return "200 connections ask for all corridors, eight times each, and read nothing";
    }

    @Override
    public void run(Assault assault) throws InterruptedException {
        assault.together(200, _ -> {
            HttpConnection connection = assault.connect(gate);
            try {
                connection.narrow();
                for (int request = 0; request < 8; request++) {
                    connection.send(REQUEST);
                }
                assault.stay();
                assault.tally().count(connection.isClosedByServer() ? "closed" : "held to the end");
            } catch (IOException closed) {
                assault.tally().count("closed");
            } finally {
                assault.release(connection);
            }
        });
    }
}
