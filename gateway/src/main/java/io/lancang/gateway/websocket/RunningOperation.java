package io.lancang.gateway.websocket;

import io.lancang.gateway.subgraph.request.ClientRequest;
import io.lancang.gateway.subscription.ClientStream;
import io.lancang.gateway.telemetry.SubscriptionEnd;
import org.jspecify.annotations.Nullable;

/** An operation of a connection from its message {@code subscribe} to its end. */
final class RunningOperation {
    private final ClientRequest client;
    private @Nullable ClientStream stream;

    RunningOperation(ClientRequest client) {
        this.client = client;
    }

    /** For whom it runs. */
    ClientRequest client() {
        return client;
    }

    /** The operation turned out to have a stream of answers. */
    void streams(ClientStream answers) {
        stream = answers;
    }

    /** Sends the next answer, if there is a stream and its client can be sent one. */
    void resume() {
        if (stream != null) {
            stream.resume();
        }
    }

    boolean isStream() {
        return stream != null;
    }

    /** Runs it once nothing is left of the operation at subgraphs; for an operation that has ended. */
    void whenGone(Runnable then) {
        client.streams().whenAllAreGone(then);
    }

    /** Ends it without a word to the client. */
    void end(SubscriptionEnd why) {
        client.abandon();
        if (stream != null) {
            stream.end(why);
        }
    }
}
