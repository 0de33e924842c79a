package io.lancang.standalone.siege.attack;

import io.lancang.standalone.siege.attack.Target.Gate;
import io.lancang.standalone.siege.wire.HttpAnswer;
import io.lancang.standalone.siege.wire.HttpConnection;
import io.lancang.standalone.siege.wire.HttpRequests;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * Whole requests, one after the other on a few connections.
 *
 * @param name as {@link Attack#name}
 * @param what as {@link Attack#what}
 * @param gate where they go
 * @param connections how many connections send side by side
 * @param count how many requests are sent at most
 * @param request the request with a number, counted from 0
 */
public record Flood(String name, String what, Gate gate, int connections, int count, IntFunction<byte[]> request)
        implements Attack {

    /** A flood of GraphQL requests to the gateway, by their bodies of JSON. */
    public static Flood ofBodies(String name, String what, int connections, int count, IntFunction<String> json) {
        return new Flood(name, what, Gate.GATEWAY, connections, count, number -> HttpRequests.post(json.apply(number)));
    }

    @Override
    public void run(Assault assault) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        assault.together(connections, _ -> {
            while (assault.goesOn() && next.get() < count) {
                sendOnOneConnection(assault, next);
            }
        });
    }

    private void sendOnOneConnection(Assault assault, AtomicInteger next) throws InterruptedException {
        HttpConnection connection = null;
        try {
            connection = assault.connect(gate);
            boolean goesOn = true;
            while (goesOn && assault.goesOn()) {
                int number = next.getAndIncrement();
                if (number >= count) {
                    return;
                }
                HttpAnswer answer = connection.ask(request.apply(number));
                assault.tally().count(answer.outcome());
                goesOn = !answer.closes();
            }
        } catch (IOException failure) {
            if (assault.goesOn()) {
                assault.tally().count(failure);
                assault.pauseAfterFailure();
            } else {
                assault.tally().count("unanswered at the end");
            }
        } finally {
            if (connection != null) {
                assault.release(connection);
            }
        }
    }
}
