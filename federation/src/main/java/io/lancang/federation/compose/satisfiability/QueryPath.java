package io.lancang.federation.compose.satisfiability;

import io.lancang.federation.compose.schema.RootOperation;
import java.util.ArrayList;
import java.util.List;

/**
 * The way of a query from a root.
 *
 * @param operation the kind of query
 * @param steps field names, and fragments such as {@code ... on Book}
 */
record QueryPath(RootOperation operation, List<String> steps) {

    QueryPath {
        steps = List.copyOf(steps);
    }

    static QueryPath root(RootOperation operation) {
        return new QueryPath(operation, List.of());
    }

    QueryPath field(String name) {
        return with(name);
    }

    QueryPath on(String type) {
        return with("... on " + type);
    }

    /** The shortest query that goes this way. */
    @Override
    public String toString() {
        String keyword = operation == RootOperation.QUERY ? "" : operation.keyword() + " ";
        return keyword + "{ " + String.join(" { ", steps) + " }".repeat(steps.size());
    }

    private QueryPath with(String step) {
        List<String> longer = new ArrayList<>(steps);
        longer.add(step);
        return new QueryPath(operation, longer);
    }
}
