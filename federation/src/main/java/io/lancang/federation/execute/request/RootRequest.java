package io.lancang.federation.execute.request;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.lancang.federation.OperationType;
import io.lancang.federation.QueryParts;
import io.lancang.federation.json.ByteSink;
import io.lancang.federation.json.JsonStrings;
import io.lancang.federation.operation.Operation;
import io.lancang.federation.plan.query.FetchSelection;
import io.lancang.federation.plan.query.RootFetch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The request of a fetch of root fields. Immutable, part of the compiled plan. */
public final class RootRequest {
    private final OperationType type;
    private final List<FetchSelection> selections;
    private final Operation operation;
    private final List<String> variables;
    private final byte[] opening;
    /** The whole body, if it is the same for all requests. */
    private final byte[] constant;

    /** Null until somebody takes a request apart; computed by each who comes first, with the same result. */
    private volatile @Nullable Separation separation;

    private RootRequest(
            OperationType type,
            List<FetchSelection> selections,
            Operation operation,
            List<String> variables,
            String document) {
        this.type = type;
        this.selections = selections;
        this.operation = operation;
        this.variables = variables;
        opening = opening(document);
        constant = constant(document);
    }

    /**
     * How the fields are asked for one by one.
     *
     * @param fields null if they cannot be
     */
    private record Separation(@Nullable RootFields fields) {}

    /** Compiles the request of a fetch. */
    public static RootRequest of(RootFetch fetch, Operation operation) {
        return of(fetch.type(), fetch.selections(), operation);
    }

    static RootRequest of(OperationType type, List<FetchSelection> selections, Operation operation) {
        FetchDocument document = new FetchDocument(operation);
        document.selectionSet(selections);
        return new RootRequest(type, selections, operation, document.variables(), document.text(type));
    }

    /**
     * The questions that the request of a query consists of.
     *
     * @param body for the same values
     * @throws IllegalStateException if it is none of a query
     */
    public QueryParts parts(RequestVariables values, byte[] body) {
        if (type != OperationType.QUERY) {
            throw new IllegalStateException("a " + type + " is no question");
        }
        Separation known = separation;
        if (known == null) {
            known = new Separation(RootFields.of(selections, operation));
            separation = known;
        }
        return known.fields() == null ? new WholeQuery(body) : new RootParts(known.fields(), values, body);
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
