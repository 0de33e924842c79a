package io.lancang.standalone.siege.attack.http;

import static io.lancang.standalone.siege.wire.HttpRequests.bytes;

import io.lancang.standalone.siege.attack.Assault;
import io.lancang.standalone.siege.attack.Attack;
import io.lancang.standalone.siege.attack.Target.Gate;
import io.lancang.standalone.siege.wire.HttpConnection;
import java.io.IOException;
import java.util.List;

/**
 * Requests that a proxy and the gateway may read differently. Each hides a second request; an answer to that one is an
 * outcome of its own, {@code smuggled}.
 */
record Smuggling() implements Attack {
    private static final String HIDDEN = "GET /hidden HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
    private static final String BODY = "{\"query\":\"{__typename}\"}";
    private static final String POST =
            "POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n";

    private static final List<String> FORMS = List.of(
            POST + "Content-Length: 25\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + HIDDEN,
            POST + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n" + HIDDEN,
            POST + "Content-Length: 24\r\nContent-Length: 0\r\n\r\n" + BODY + HIDDEN,
            POST + "Content-Length: 24, 0\r\n\r\n" + BODY + HIDDEN,
            POST + "Content-Length: +24\r\n\r\n" + BODY + HIDDEN,
            POST + "Content-Length: -1\r\n\r\n" + BODY + HIDDEN,
            POST + "Content-Length: 0x18\r\n\r\n" + BODY + HIDDEN,
            POST + "Content-Length : 24\r\n\r\n" + BODY + HIDDEN,
            POST + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + HIDDEN,
            POST + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n" + HIDDEN,
            POST + "Transfer-Encoding:\tchunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n" + HIDDEN,
            POST + "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n" + HIDDEN,
            POST + "Transfer-Encoding: chunked\r\n\r\n-1\r\n" + BODY + "\r\n0\r\n\r\n" + HIDDEN,
            POST + "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n" + BODY + "\r\n0\r\n\r\n" + HIDDEN,
            POST + "X-Fold: a\r\n b\r\nContent-Length: 24\r\n\r\n" + BODY,
            "POST /graphql HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 24\r\n\r\n" + BODY,
            "POST /graphql HTTP/1.1\r\nHost: a\r\nHost: b\r\nContent-Type: application/json\r\nContent-Length: 24\r\n\r\n"
                    + BODY,
            "POST /graphql HTTP/9.9\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 24\r\n\r\n" + BODY,
            "POST /graphql\u0000 HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n",
            "GET http://elsewhere.example/graphql?query=%7B__typename%7D HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /graphql?query=%c0%80 HTTP/1.1\r\nHost: a\r\nGraphQL-Preflight: 1\r\n\r\n",
            POST + "Content-Length: 26\r\n\r\n{\"query\":\"{__typename\u00c0\u0080}\"}",
            "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003\r\n\r\n");

    @Override
    public String name() {
        return "smuggling";
    }

    @Override
    public String what() {
        return FORMS.size() + " forms of requests that two servers read differently, again and again";
    }

    @Override
    public void run(Assault assault) throws InterruptedException {
        assault.together(4, client -> {
            for (int number = client; number < 40 * FORMS.size() && assault.goesOn(); number += 4) {
                send(assault, FORMS.get(number % FORMS.size()));
            }
        });
    }

    private static void send(Assault assault, String form) throws InterruptedException {
        HttpConnection connection = null;
        try {
            connection = assault.connect(Gate.GATEWAY);
            connection.send(bytes(form));
            assault.tally().count(connection.read().outcome());
            assault.pause(java.time.Duration.ofMillis(20));
            if (connection.hasAnswer() && connection.read().status() != 400) {
                assault.tally().count("smuggled");
            }
        } catch (IOException failure) {
            assault.tally().count(failure);
        } finally {
            if (connection != null) {
                assault.release(connection);
            }
        }
    }
}
