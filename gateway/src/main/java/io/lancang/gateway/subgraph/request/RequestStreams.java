package io.lancang.gateway.subgraph.request;

import org.jspecify.annotations.Nullable;

/** How many streams of subgraphs are there for one request of a client. Belongs to the event loop of the client's connection. */
public final class RequestStreams {
    private int open;
    private @Nullable Runnable afterwards;

    /** A subgraph's stream begins. It counts until {@link #gone}, however early the client leaves. */
    public void begins() {
        open++;
    }

    /** Nothing is left of a stream that began: neither a connection nor one on its way. */
    public void gone() {
        open--;
        Runnable then = afterwards;
        if (open == 0 && then != null) {
            afterwards = null;
            then.run();
        }
    }

    /** Runs it once nothing is left of any stream that began for the request; at once if nothing is. */
    public void whenAllAreGone(Runnable then) {
        if (open == 0) {
            then.run();
        } else {
            Runnable before = afterwards;
            afterwards = before == null
                    ? then
                    : () -> {
                        before.run();
                        then.run();
                    };
        }
    }
}
