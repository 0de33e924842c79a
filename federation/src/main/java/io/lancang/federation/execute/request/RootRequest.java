package io.lancang.federation.execute.request;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.lancang.federation.execute.json.ByteSink;
import io.lancang.federation.execute.json.JsonStrings;
import io.lancang.federation.operation.Operation;
import io.lancang.federation.plan.RootFetch;
import java.util.List;

/** The request of a fetch of root fields. Immutable, part of the compiled plan. */
public final class RootRequest {
    private final List<String> variables;
    private final byte[] opening;
    /** The whole body, if it is the same for all requests. */
    private final byte[] constant;

    private RootRequest(List<String> variables, String document) {
        this.variables = variables;
        opening = opening(document);
        constant = constant(document);
    }

    /** Compiles the request of a fetch. */
    public static RootRequest of(RootFetch fetch, Operation operation) {
        FetchDocument document = new FetchDocument(operation);
        document.selectionSet(fetch.selections());
        return new RootRequest(document.variables(), document.text(fetch.type()));
    }

    /** The JSON body for one request; not to be changed. */
    public byte[] body(RequestVariables values) {
        if (variables.isEmpty()) {
            return constant;
        }
        ByteSink request = new ByteSink(opening.length + 256);
        request.write(opening);
        values.write(variables, request);
        request.write('}');
        request.write('}');
        return request.toByteArray();
    }

    private static byte[] constant(String document) {
        ByteSink body = new ByteSink(document.length() + 64);
        body.write("{\"query\":".getBytes(US_ASCII));
        body.write(JsonStrings.quote(document));
        body.write('}');
        return body.toByteArray();
    }

    /** The beginning of a body, up to where the variables begin. */
    static byte[] opening(String document) {
        ByteSink opening = new ByteSink(document.length() + 64);
        opening.write("{\"query\":".getBytes(US_ASCII));
        opening.write(JsonStrings.quote(document));
        opening.write(",\"variables\":{".getBytes(US_ASCII));
        return opening.toByteArray();
    }
}
