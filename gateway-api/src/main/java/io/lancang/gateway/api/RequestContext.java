package io.lancang.gateway.api;

import java.util.List;
import java.util.Map;

/**
 * The request of a client that an extension is called for: the same at each point of its way. Belongs to one event loop, on which
 * extensions are called; not to be used on other threads.
 */
public interface RequestContext {
    /** The address that the client's connection comes from, or that a trusted proxy reports. */
    String client();

    /**
     * Values of a header that the client has sent; of a WebSocket, of the request that opened it and the headers in its first message.
     *
     * @param name in any case
     * @return empty if there is none
     */
    List<String> headers(String name);

    /** What extensions keep for a later point of the same request. Changeable; empty at first. */
    Map<String, Object> attributes();

    /**
     * Has the client sent a header with its answer, in place of others of the name. Answers that are streams have none.
     *
     * @throws IllegalArgumentException if the gateway says this header of its own answer, or if HTTP has no such name or value
     */
    void answerHeader(String name, String value);
}
