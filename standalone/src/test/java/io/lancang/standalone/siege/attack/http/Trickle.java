package io.lancang.standalone.siege.attack.http;

import io.lancang.standalone.siege.attack.Assault;
import io.lancang.standalone.siege.wire.HttpConnection;
import java.io.IOException;
import java.time.Duration;

/** What slow clients have in common. */
final class Trickle {
    private Trickle() {}

    /** Sends the same few bytes again and again until the server closes the connection or the time is over. */
    static void until(Assault assault, HttpConnection connection, byte[] piece, Duration pause)
            throws IOException, InterruptedException {
        while (assault.goesOn()) {
            connection.send(piece);
            if (connection.hasAnswer()) {
                assault.tally().count(connection.read().outcome());
                return;
            }
            assault.pause(pause);
        }
        assault.tally().count("held to the end");
    }

    /** What the server said before it closed, if it said anything. */
    static void countLastWord(Assault assault, HttpConnection connection, IOException closed) {
        if (!assault.goesOn()) {
            return;
        }
        try {
            assault.tally().count(connection.read().outcome());
        } catch (IOException silent) {
            assault.tally().count(closed);
        }
    }
}
