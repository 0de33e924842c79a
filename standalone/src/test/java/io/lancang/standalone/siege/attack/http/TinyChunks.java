package io.lancang.standalone.siege.attack.http;

import static io.lancang.standalone.siege.wire.HttpRequests.bytes;

import io.lancang.standalone.siege.attack.Assault;
import io.lancang.standalone.siege.attack.Attack;
import io.lancang.standalone.siege.attack.Target.Gate;
import io.lancang.standalone.siege.wire.HttpConnection;
import io.lancang.standalone.siege.wire.HttpRequests;
import java.io.IOException;

/** A body in chunks of one byte, each with a long extension that nobody reads. */
record TinyChunks() implements Attack {
    private static final byte[] HEAD = HttpRequests.head(
            "POST /graphql HTTP/1.1",
            "Host: 127.0.0.1",
            "Content-Type: application/json",
            "Transfer-Encoding: chunked");
    private static final byte[] CHUNKS = bytes(("1;" + "e".repeat(200) + "\r\n \r\n").repeat(200));

    @Override
    public String name() {
        return "tiny-chunks";
    }

    @Override
    public String what() {
        return "bodies of 300,000 chunks of one byte, each with an extension of 200 bytes";
    }

    @Override
    public void run(Assault assault) throws InterruptedException {
        assault.againAndAgain(16, _ -> {
            HttpConnection connection = assault.connect(Gate.GATEWAY);
            try {
                connection.send(HEAD);
                for (int piece = 0; piece < 1_500 && assault.goesOn() && !connection.hasAnswer(); piece++) {
                    connection.send(CHUNKS);
                }
                if (!connection.hasAnswer()) {
                    connection.send(bytes("0\r\n\r\n"));
                }
                assault.tally().count(connection.read().outcome());
            } catch (IOException closed) {
                Trickle.countLastWord(assault, connection, closed);
            } finally {
                assault.release(connection);
            }
        });
    }
}
