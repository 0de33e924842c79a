package io.lancang.gateway.operation;

import io.lancang.gateway.request.RefusedException;
import io.lancang.gateway.request.RequestParser;
import io.lancang.gateway.request.RequestedOperation;
import io.vertx.core.MultiMap;

/** A request as its transport has brought it. */
public sealed interface RequestSource {
    /** The request, if it is one. May be called on any thread. */
    RequestedOperation read() throws RefusedException;

    /** How many bytes there are to read, about. */
    int size();

    /**
     * The body of a POST, or the payload of a message.
     *
     * @param json must not change
     * @param maximumNames how many different names its objects may have
     */
    record Body(byte[] json, int maximumNames) implements RequestSource {
        @Override
        public RequestedOperation read() throws RefusedException {
            return RequestParser.parseBody(json, maximumNames);
        }

        @Override
        public int size() {
            return json.length;
        }
    }

    /** The query string of a GET, which is as short as a URL. */
    record Parameters(MultiMap parameters) implements RequestSource {
        @Override
        public RequestedOperation read() throws RefusedException {
            return RequestParser.parseParameters(parameters);
        }

        @Override
        public int size() {
            return 0;
        }
    }

    /** What its transport has read already, on the thread that is right for its size. */
    record AlreadyRead(RequestedOperation operation) implements RequestSource {
        @Override
        public RequestedOperation read() {
            return operation;
        }

        @Override
        public int size() {
            return 0;
        }
    }
}
