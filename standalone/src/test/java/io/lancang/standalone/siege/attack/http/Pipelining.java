package io.lancang.standalone.siege.attack.http;

import io.lancang.standalone.siege.attack.Assault;
import io.lancang.standalone.siege.attack.Attack;
import io.lancang.standalone.siege.attack.Target.Gate;
import io.lancang.standalone.siege.wire.HttpConnection;
import io.lancang.standalone.siege.wire.HttpRequests;
import io.lancang.standalone.siege.wire.Json;
import java.io.ByteArrayOutputStream;

/** Many requests at once on one connection, whose answers are read only at the end. */
record Pipelining() implements Attack {
    private static final int REQUESTS = 2_000;

    @Override
    public String name() {
        return "pipelining";
    }

    @Override
    public String what() {
        return "2,000 requests at once on each of 16 connections";
    }

    @Override
    public void run(Assault assault) throws InterruptedException {
        byte[] all = pipeline();
        assault.againAndAgain(16, _ -> {
            HttpConnection connection = assault.connect(Gate.GATEWAY);
            Thread sender = Thread.startVirtualThread(() -> sendAll(connection, all));
            try {
                for (int answer = 0; answer < REQUESTS && assault.goesOn(); answer++) {
                    assault.tally().count(connection.read().outcome());
                }
            } finally {
                assault.release(connection);
                sender.join();
            }
        });
    }

    private static void sendAll(HttpConnection connection, byte[] all) {
        try {
            connection.send(all);
        } catch (java.io.IOException closed) {
            // The reader meets the same end and counts it.
        }
    }

    private static byte[] pipeline() {
        byte[] request = HttpRequests.post(Json.request("{ partner(code: \"LAO\") { name } }"));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int each = 0; each < REQUESTS; each++) {
            all.writeBytes(request);
        }
        return all.toByteArray();
    }
}
