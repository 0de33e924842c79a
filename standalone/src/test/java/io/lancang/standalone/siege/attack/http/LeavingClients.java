package io.lancang.standalone.siege.attack.http;

import io.lancang.standalone.siege.attack.Assault;
import io.lancang.standalone.siege.attack.Attack;
import io.lancang.standalone.siege.attack.Target.Gate;
import io.lancang.standalone.siege.wire.HttpConnection;
import io.lancang.standalone.siege.wire.HttpRequests;
import io.lancang.standalone.siege.wire.Json;
import java.util.Arrays;

/** Clients that leave in the middle of their body, or while their answer is being made. */
record LeavingClients() implements Attack {
    private static final byte[] REQUEST = HttpRequests.post(
            Json.request("{ corridors(first: 500) { nodes { name segments { name from { name } to { name } } } } }"));

    @Override
    public String name() {
        return "leaving-clients";
    }

    @Override
    public String what() {
        return "clients that leave in the middle of their body or before their answer";
    }

    @Override
    public void run(Assault assault) throws InterruptedException {
        assault.againAndAgain(16, number -> {
            HttpConnection connection = assault.connect(Gate.GATEWAY);
            try {
                connection.send(number % 2 == 0 ? REQUEST : Arrays.copyOf(REQUEST, REQUEST.length - 20));
                assault.pause(java.time.Duration.ofMillis(10));
                assault.tally().count("left");
            } finally {
                assault.release(connection);
            }
        });
    }
}
