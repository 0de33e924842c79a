package io.lancang.federation.bench;

import graphql.schema.DataFetcher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Users who review products: objects are maps by field name, which refer to each other as the schema does. Always the same,
 * and read only.
 */
final class SampleData {
    private static final int USERS = 6;
    private static final int PRODUCTS = 9;
    private static final int REVIEWS = 18;
    /** Shares no factor with the number of users, so that a product's reviews are not all by the same. */
    private static final int STRIDE = 5;

    private final List<Map<String, Object>> users = new ArrayList<>();
    private final List<Map<String, Object>> products = new ArrayList<>();
    private final Map<String, Map<String, Object>> byTypeAndKey = new HashMap<>();

    SampleData() {
        for (int number = 1; number <= USERS; number++) {
            users.add(user(number));
        }
        for (int number = 1; number <= PRODUCTS; number++) {
            products.add(product(number));
        }
        for (int number = 1; number <= REVIEWS; number++) {
            review(number, users.get(number * STRIDE % USERS), products.get(number % PRODUCTS));
        }
    }

    List<Map<String, Object>> users() {
        return users;
    }

    /** Resolves {@code user}, whose argument is an id. */
    DataFetcher<@Nullable Object> user() {
        return environment -> object("User", Objects.requireNonNull(environment.<Object>getArgument("id")));
    }

    /** Resolves {@code topProducts}, whose argument says how many. */
    DataFetcher<List<Map<String, Object>>> topProducts() {
        return environment -> {
            Integer first = environment.getArgument("first");
            return products.subList(0, first == null ? PRODUCTS : Math.min(first, PRODUCTS));
        };
    }

    /** The object of that type with that key; null if there is none. */
    @Nullable
    Object object(String type, Object key) {
        return byTypeAndKey.get(type + key);
    }

    private Map<String, Object> user(int number) {
        Map<String, Object> user = typed("User", String.valueOf(number));
        user.put("id", String.valueOf(number));
        user.put("name", "The full name of user " + number);
        user.put("username", "user-" + number);
        user.put("birthday", 1950 + number);
        user.put("reviews", new ArrayList<>());
        return user;
    }

    private Map<String, Object> product(int number) {
        Map<String, Object> product = typed("Product", String.valueOf(number));
        product.put("upc", String.valueOf(number));
        product.put("name", "Product number " + number);
        product.put("price", number * 100);
        product.put("weight", number * 10);
        product.put("inStock", number % 2 == 0);
        product.put("shippingEstimate", number * 5);
        product.put("reviews", new ArrayList<>());
        return product;
    }

    private void review(int number, Map<String, Object> author, Map<String, Object> product) {
        Map<String, Object> review = typed("Review", String.valueOf(number));
        review.put("id", String.valueOf(number));
        review.put("body", "What somebody thought of it, in a sentence of the usual length: " + number);
        review.put("author", author);
        review.put("product", product);
        reviewsOf(author).add(review);
        reviewsOf(product).add(review);
    }

    @SuppressWarnings("unchecked")
    private static List<Object> reviewsOf(Map<String, Object> object) {
        return (List<Object>) Objects.requireNonNull(object.get("reviews"));
    }

    private Map<String, Object> typed(String type, String key) {
        Map<String, Object> object = new HashMap<>();
        object.put("__typename", type);
        byTypeAndKey.put(type + key, object);
        return object;
    }
}
