package io.lancang.standalone.questions;

import io.lancang.standalone.siege.wire.HttpRequests;
import io.lancang.standalone.siege.wire.Json;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/**
 * One request on the way to an answer.
 *
 * @param at where it is sent
 * @param request the bytes
 * @param answer a part of the right answer
 */
record Step(InetSocketAddress at, byte[] request, String answer) {
    static Step of(String url, String document, String answer) {
        return new Step(
                new InetSocketAddress(
                        InetAddress.getLoopbackAddress(), URI.create(url).getPort()),
                HttpRequests.post(Json.request(document)),
                answer);
    }
}
