package io.lancang.gateway.extension;

import io.lancang.gateway.api.RequestContext;
import io.lancang.gateway.headers.HeaderNames;
import io.lancang.gateway.subgraph.request.ClientRequest;
import java.util.List;
import java.util.Map;

/** Shows extensions what they may know of a client's request. */
final class ClientContext implements RequestContext {
    private final ClientRequest client;

    ClientContext(ClientRequest client) {
        this.client = client;
    }

    @Override
    public String client() {
        return client.client();
    }

    @Override
    public List<String> headers(String name) {
        return List.copyOf(client.received().getAll(name));
    }

    @Override
    public Map<String, Object> attributes() {
        return client.extensions().attributes();
    }

    @Override
    public void answerHeader(String name, String value) {
        if (!HeaderNames.mayBeAnswered(name)) {
            throw new IllegalArgumentException("The gateway says \"" + name
                    + "\" of its own answer, or HTTP has no such name: an extension cannot send it to clients.");
        }
        client.answerHeaders().set(name, value);
    }
}
