package io.lancang.standalone.siege.attack.http;

import io.lancang.standalone.siege.attack.Assault;
import io.lancang.standalone.siege.attack.Attack;
import io.lancang.standalone.siege.attack.Target.Gate;
import io.lancang.standalone.siege.wire.HttpConnection;
import java.io.IOException;

/** Connections that say nothing. */
record IdleConnections() implements Attack {
    @Override
    public String name() {
        return "idle-connections";
    }

    @Override
    public String what() {
        return "4,000 connections that send nothing";
    }

    @Override
    public void run(Assault assault) throws InterruptedException {
        assault.againAndAgain(4_000, _ -> {
            HttpConnection connection = assault.connect(Gate.GATEWAY);
            try {
                long came = connection.drain(1);
                assault.tally().count(came > 0 ? "answered" : "closed");
                assault.pause(java.time.Duration.ofMillis(500));
            } catch (IOException failure) {
                if (!assault.goesOn()) {
                    assault.tally().count("held to the end");
                    return;
                }
                throw failure;
            } finally {
                assault.release(connection);
            }
        });
    }
}
