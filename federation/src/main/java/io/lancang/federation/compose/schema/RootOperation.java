package io.lancang.federation.compose.schema;

import java.util.Arrays;
import java.util.Optional;

/** The operations of GraphQL, with the name that the root type of each has in every supergraph. */
public enum RootOperation {
    QUERY("query", "Query"),
    MUTATION("mutation", "Mutation"),
    SUBSCRIPTION("subscription", "Subscription");

    private final String keyword;
    private final String typeName;

    RootOperation(String keyword, String typeName) {
        this.keyword = keyword;
        this.typeName = typeName;
    }

    /** The keyword in a schema definition. */
    public String keyword() {
        return keyword;
    }

    /** The root type's name in the supergraph. */
    public String typeName() {
        return typeName;
    }

    /** The operation whose root type has this name. */
    public static Optional<RootOperation> byTypeName(String name) {
        return Arrays.stream(values())
                .filter(each -> each.typeName.equals(name))
                .findFirst();
    }

    /** The operation of this keyword. */
    public static Optional<RootOperation> byKeyword(String keyword) {
        return Arrays.stream(values())
                .filter(each -> each.keyword.equals(keyword))
                .findFirst();
    }
}
