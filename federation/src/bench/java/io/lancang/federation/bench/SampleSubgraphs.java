package io.lancang.federation.bench;

import io.lancang.federation.SubgraphDefinition;
import io.lancang.federation.testing.TestSubgraph;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The sample federation: accounts, inventory, products and reviews, in memory. */
final class SampleSubgraphs {
    private static final String LINK =
            "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.3\", import: ["
                    + "\"@key\" \"@requires\" \"@provides\" \"@external\" \"@shareable\"])\n";

    private SampleSubgraphs() {}

    /** The four, answering from the data. */
    static TestSubgraph[] over(SampleData data) {
        return new TestSubgraph[] {accounts(data), inventory(data), products(data), reviews(data)};
    }

    /** What composition is given. */
    static List<SubgraphDefinition> definitions(TestSubgraph... subgraphs) {
        return List.of(subgraphs).stream()
                .map(subgraph -> new SubgraphDefinition(subgraph.name(), "http://" + subgraph.name(), subgraph.sdl()))
                .toList();
    }

    private static TestSubgraph accounts(SampleData data) {
        return TestSubgraph.of("accounts", LINK + """
                        type Query { me: User user(id: ID!): User users: [User] }
                        type User @key(fields: "id") { id: ID! name: String username: String @shareable birthday: Int }
                        """)
                .query("me", environment -> data.users().getFirst())
                .query("user", data.user())
                .query("users", environment -> data.users())
                .entity("User", representation -> user(data, representation))
                .build();
    }

    private static TestSubgraph inventory(SampleData data) {
        return TestSubgraph.of("inventory", LINK + """
                        type Product @key(fields: "upc") {
                          upc: String! weight: Int @external price: Int @external inStock: Boolean
                          shippingEstimate: Int @requires(fields: "price weight")
                        }
                        """)
                .entity("Product", representation -> product(data, representation))
                .build();
    }

    private static TestSubgraph products(SampleData data) {
        return TestSubgraph.of("products", LINK + """
                        type Query { topProducts(first: Int = 5): [Product] }
                        type Product @key(fields: "upc") { upc: String! name: String price: Int weight: Int }
                        """)
                .query("topProducts", data.topProducts())
                .entity("Product", representation -> product(data, representation))
                .build();
    }

    private static TestSubgraph reviews(SampleData data) {
        return TestSubgraph.of("reviews", LINK + """
                        type Review @key(fields: "id") {
                          id: ID! body: String product: Product author: User @provides(fields: "username")
                        }
                        type User @key(fields: "id") { id: ID! username: String @external reviews: [Review] }
                        type Product @key(fields: "upc") { upc: String! reviews: [Review] }
                        """)
                .entity("Review", representation -> review(data, representation))
                .entity("User", representation -> user(data, representation))
                .entity("Product", representation -> product(data, representation))
                .build();
    }

    private static @Nullable Object user(SampleData data, Map<String, Object> key) {
        return data.object("User", Objects.requireNonNull(key.get("id")));
    }

    private static @Nullable Object review(SampleData data, Map<String, Object> key) {
        return data.object("Review", Objects.requireNonNull(key.get("id")));
    }

    private static @Nullable Object product(SampleData data, Map<String, Object> key) {
        return data.object("Product", Objects.requireNonNull(key.get("upc")));
    }
}
