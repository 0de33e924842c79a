package io.lancang.gateway.headers;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** All headers of requests to one subgraph, or to several, for one client. Not thread-safe, and changed by rules only. */
public final class OutgoingHeaders {
    /** The name of no header. */
    private static final String OF_THE_REQUEST = "";

    private final MultiMap all;
    /** Names in lower case of those whose values say who the client is. */
    private final Set<String> credentials;

    private OutgoingHeaders(MultiMap all, Set<String> credentials) {
        this.all = all;
        this.credentials = credentials;
    }

    /** These, of which those count as the client's credentials that have the usual names. */
    static OutgoingHeaders of(MultiMap forwarded) {
        Set<String> credentials = new HashSet<>();
        for (String name : HeaderNames.CREDENTIALS) {
            if (forwarded.contains(name)) {
                credentials.add(name);
            }
        }
        return new OutgoingHeaders(forwarded, credentials);
    }

    /** All of them. Not to be changed. */
    public MultiMap all() {
        return all;
    }

    /** Whether a value among them is what the client proves itself with, under whatever name. */
    public boolean hasCredentials() {
        return !credentials.isEmpty();
    }

    /** Says who the client is. */
    void identify(Map<String, String> headers) {
        headers.forEach(all::set);
        credentials.addAll(headers.keySet());
    }

    OutgoingHeaders copy() {
        return new OutgoingHeaders(HttpHeaders.headers().addAll(all), new HashSet<>(credentials));
    }

    /** A copy for one request of a client that may be given headers which no other request has. */
    public OutgoingHeaders ofClientAlone() {
        OutgoingHeaders own = copy();
        // Nobody knows what an added value says, so that it counts as saying who the client is.
        own.credentials.add(OF_THE_REQUEST);
        return own;
    }

    /**
     * Sends the client's values in place of those before.
     *
     * @param source the name under which the client has sent them, in lower case
     */
    void propagate(String source, CharSequence target, List<String> values) {
        set(target, values);
        if (HeaderNames.CREDENTIALS.contains(source) || HeaderNames.CREDENTIALS.contains(lowerCase(target))) {
            credentials.add(lowerCase(target));
        }
    }

    /** Sends this in place of what was there; it says nothing of the client. */
    void insert(CharSequence name, String value) {
        set(name, List.of(value));
    }

    void remove(CharSequence name) {
        all.remove(name);
        credentials.remove(lowerCase(name));
    }

    private void set(CharSequence name, List<String> values) {
        remove(name);
        values.forEach(value -> all.add(name, value));
    }

    private static String lowerCase(CharSequence name) {
        return name.toString().toLowerCase(Locale.ROOT);
    }
}
