package io.lancang.federation.engine;

import graphql.schema.DataFetchingEnvironment;
import io.lancang.federation.testing.TestSubgraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One schema twice: as a whole, and split over four subgraphs with keys, requires, provides, shared value types, interfaces
 * and unions whose parts are known to different subgraphs. Both read the same objects.
 */
final class Shop {
    private static final String LINK =
            "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.3\", import: ["
                    + "\"@key\" \"@requires\" \"@provides\" \"@external\" \"@shareable\"])\n";

    private static final Map<String, Map<String, @Nullable Object>> OBJECTS = new HashMap<>();

    static {
        for (int number = 0; number < 4; number++) {
            put("Author", "a" + number, Map.of("name", "Author " + number, "born", 1900 + number));
        }
        for (int number = 0; number < 6; number++) {
            Map<String, Object> item = Map.of("title", "Item \"" + number + "\"", "price", number * 10);
            put(number % 3 == 2 ? "Film" : "Book", "i" + number, item);
            object("i" + number).put(number % 3 == 2 ? "minutes" : "pages", 90 + number);
        }
        for (int number = 0; number < 9; number++) {
            put("Review", "r" + number, Map.of("stars", number % 5, "body", "Body " + number));
        }
        link();
    }

    private Shop() {}

    static TestSubgraph whole() {
        return wire(TestSubgraph.of("whole", """
                type Query { books(first: Int): [Book!]! book(id: ID!): Book feed: [Item] search: [Found] author(id: ID!): Author
                  reviewed: Int }
                interface Item { id: ID! title: String price: Int }
                type Book implements Item { id: ID! title: String price: Int pages: Int author: Author
                  reviews(min: Int): [Review!]! weight: Int shipping: Int size: Size similar: [Book] }
                type Film implements Item { id: ID! title: String price: Int minutes: Int director: Author
                  reviews(min: Int): [Review!]! }
                union Found = Book | Film | Author
                type Author { id: ID! name: String born: Int books: [Book] best: Item }
                type Review { id: ID! stars: Int body: String author: Author item: Item }
                type Size { width: Int height: Int depth: Int }
                """)).build();
    }

    static TestSubgraph[] split() {
        return new TestSubgraph[] {
            wire(TestSubgraph.of("catalogue", LINK + """
                    type Query { books(first: Int): [Book!]! book(id: ID!): Book feed: [Item] }
                    interface Item { id: ID! title: String }
                    type Book implements Item @key(fields: "id") { id: ID! title: String @shareable pages: Int author: Author
                      weight: Int size: Size @shareable similar: [Book] }
                    type Film implements Item @key(fields: "id") { id: ID! title: String @shareable minutes: Int director: Author }
                    type Author @key(fields: "id", resolvable: false) { id: ID! }
                    type Size { width: Int @shareable height: Int }
                    """)).build(),
            wire(TestSubgraph.of("people", LINK + """
                    type Query { author(id: ID!): Author }
                    type Author @key(fields: "id") { id: ID! name: String @shareable born: Int books: [Book] best: Item }
                    interface Item { id: ID! }
                    type Book implements Item @key(fields: "id", resolvable: false) { id: ID! }
                    type Film implements Item @key(fields: "id", resolvable: false) { id: ID! }
                    """)).build(),
            wire(TestSubgraph.of("reviews", LINK + """
                    type Query { reviewed: Int }
                    interface Item { id: ID! title: String }
                    type Book implements Item @key(fields: "id") { id: ID! title: String @external reviews(min: Int): [Review!]! }
                    type Film implements Item @key(fields: "id") { id: ID! title: String @external reviews(min: Int): [Review!]! }
                    type Review @key(fields: "id") { id: ID! stars: Int body: String author: Author @provides(fields: "name")
                      item: Item }
                    type Author @key(fields: "id") { id: ID! name: String @external }
                    """)).build(),
            wire(TestSubgraph.of("stock", LINK + """
                    type Query { search: [Found] }
                    interface Item { id: ID! price: Int }
                    type Book implements Item @key(fields: "id") { id: ID! price: Int weight: Int @external
                      shipping: Int @requires(fields: "weight size { height }") size: Size @shareable }
                    type Film implements Item @key(fields: "id") { id: ID! price: Int }
                    type Size { width: Int @shareable height: Int @external depth: Int }
                    type Author @key(fields: "id", resolvable: false) { id: ID! }
                    union Found = Book | Film | Author
                    """)).build()
        };
    }

    private static TestSubgraph.Builder wire(TestSubgraph.Builder subgraph) {
        for (String type : List.of("Book", "Film")) {
            subgraph.field(type, "reviews", Shop::reviews).entity(type, Shop::entity);
        }
        return subgraph.query("books", environment -> {
                    Integer first = environment.getArgument("first");
                    List<?> books = byType("Book");
                    return first == null ? books : books.subList(0, Math.min(first, books.size()));
                })
                .query("book", environment -> byId("Book", environment))
                .query("reviewed", environment -> 9)
                .query("author", environment -> byId("Author", environment))
                .query("feed", environment -> List.of(object("i2"), object("i0"), object("i5"), object("i1")))
                .query("search", environment -> List.of(object("a1"), object("i0"), object("i2"), object("i0")))
                .field("Book", "shipping", Shop::shipping)
                .entity("Author", Shop::entity)
                .entity("Review", Shop::entity);
    }

    /** The object that a representation names, with what the representation says of it. */
    private static Map<String, @Nullable Object> entity(Map<String, Object> representation) {
        Map<String, @Nullable Object> entity = new HashMap<>(object(id(representation)));
        if (representation.get("size") instanceof Map<?, ?> size) {
            entity.put("shippedSize", size);
            entity.put("shippedWeight", representation.get("weight"));
        }
        return entity;
    }

    /** In a subgraph what the representation brought along, and nothing else; in the whole the book's own. */
    private static @Nullable Object shipping(DataFetchingEnvironment environment) {
        Map<String, @Nullable Object> book = Objects.requireNonNull(environment.getSource());
        boolean whole = Objects.requireNonNull(environment.getGraphQLSchema().getObjectType("Book"))
                        .getFieldDefinition("pages")
                != null;
        Object weight = book.get(whole ? "weight" : "shippedWeight");
        Object size = book.get(whole ? "size" : "shippedSize");
        Object height = size instanceof Map<?, ?> known ? known.get("height") : null;
        return weight instanceof Integer heavy && height instanceof Integer high ? (Object) (heavy * 100 + high) : null;
    }

    private static List<?> reviews(DataFetchingEnvironment environment) {
        Map<String, @Nullable Object> item = Objects.requireNonNull(environment.getSource());
        Integer minimum = environment.getArgument("min");
        List<Object> reviews = new ArrayList<>();
        for (Map<String, @Nullable Object> review : byType("Review")) {
            if (review.get("item") instanceof Map<?, ?> reviewed
                    && id(item).equals(id(reviewed))
                    && review.get("stars") instanceof Integer stars
                    && (minimum == null || stars >= minimum)) {
                reviews.add(review);
            }
        }
        return reviews;
    }

    private static @Nullable Object byId(String type, DataFetchingEnvironment environment) {
        return byType(type).stream()
                .filter(object -> id(object).equals(environment.getArgument("id")))
                .findFirst()
                .orElse(null);
    }

    private static List<Map<String, @Nullable Object>> byType(String type) {
        return OBJECTS.values().stream()
                .filter(object -> type.equals(object.get("__typename")))
                .sorted(Comparator.comparing(Shop::id))
                .toList();
    }

    private static String id(Map<?, ?> object) {
        return String.valueOf(object.get("id"));
    }

    private static Map<String, @Nullable Object> object(String id) {
        return Objects.requireNonNull(OBJECTS.get(id));
    }

    private static void put(String type, String id, Map<String, Object> fields) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>(fields);
        object.put("__typename", type);
        object.put("id", id);
        OBJECTS.put(id, object);
    }

    private static void link() {
        for (int number = 0; number < 6; number++) {
            Map<String, @Nullable Object> item = object("i" + number);
            item.put(number % 3 == 2 ? "director" : "author", number == 3 ? null : object("a" + number % 2));
            item.put("weight", number == 1 ? null : number + 1);
            item.put("size", number == 4 ? null : Map.of("width", number, "height", number * 2, "depth", number * 3));
        }
        object("i0").put("similar", new ArrayList<>(Arrays.asList(object("i1"), null, object("i3"))));
        object("i3").put("similar", List.of(object("i0")));
        object("a0").put("books", List.of(object("i0"), object("i4")));
        object("a1").put("books", List.of(object("i1")));
        object("a0").put("best", object("i2"));
        object("a1").put("best", object("i0"));
        for (int number = 0; number < 9; number++) {
            object("r" + number).put("item", object("i" + number % 4));
            object("r" + number).put("author", number == 8 ? null : object("a" + number % 4));
        }
    }
}
