package io.lancang.gateway.api;

/** Headers that a subgraph will be sent. */
public interface OutgoingHeaderValues extends HeaderValues {
    /**
     * Sends this in place of others of the name.
     *
     * @throws IllegalArgumentException if the header belongs to one connection or body, such as Host or Content-Length, or if HTTP
     *     has no such name or value
     */
    void set(String name, String value);

    /**
     * Sends no such header.
     *
     * @throws IllegalArgumentException as {@link #set} does
     */
    void remove(String name);
}
