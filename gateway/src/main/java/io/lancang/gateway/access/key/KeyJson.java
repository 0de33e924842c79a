package io.lancang.gateway.access.key;

import io.lancang.gateway.access.ApiClient;
import io.lancang.gateway.limits.rate.Plan;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads plans and keys from JSON, in the form in which integration-service and files have them. */
public final class KeyJson {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    /** What a header can have, and no list takes apart. */
    private static final Pattern NAME = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private static final Pattern CLIENT = Pattern.compile("[\\x20-\\x7e]{1,200}");

    private KeyJson() {}

    /**
     * A plan.
     *
     * @throws IllegalArgumentException says what is wrong with it
     */
    public static Plan plan(JsonObject json) {
        return new Plan(
                text(json, "name", CLIENT),
                limit(json, "requestsPerMinute"),
                limit(json, "costPerMinute"),
                limit(json, "concurrentRequests"),
                limit(json, "subscriptions"));
    }

    /**
     * A key with its plan.
     *
     * @throws IllegalArgumentException says what is wrong with it
     */
    public static ApiClient client(JsonObject json, Plan plan) {
        return new ApiClient(
                text(json, "hash", HASH),
                text(json, "prefix", NAME),
                text(json, "client", CLIENT),
                names(json, "scopes"),
                names(json, "roles"),
                plan,
                time(json, "expiresAt"));
    }

    private static long limit(JsonObject json, String member) {
        return switch (json.getValue(member)) {
            case null -> Plan.NO_LIMIT;
            case Integer number when number >= 0 -> number;
            case Long number when number >= 0 && number <= Plan.MAXIMUM -> number;
            default ->
                throw new IllegalArgumentException(
                        "\"" + member + "\" is not null or a whole number from 0 to " + Plan.MAXIMUM);
        };
    }

    private static String text(JsonObject json, String member, Pattern form) {
        if (json.getValue(member) instanceof String text && form.matcher(text).matches()) {
            return text;
        }
        throw new IllegalArgumentException("\"" + member + "\" is not a text of the form " + form);
    }

    private static Set<String> names(JsonObject json, String member) {
        Set<String> names = new LinkedHashSet<>();
        switch (json.getValue(member)) {
            case null -> {
                // None.
            }
            case JsonArray list -> {
                for (Object item : list) {
                    if (!(item instanceof String name && NAME.matcher(name).matches())) {
                        throw new IllegalArgumentException(
                                "\"" + member + "\" has an item that is not a text of the form " + NAME);
                    }
                    names.add(name);
                }
            }
            default -> throw new IllegalArgumentException("\"" + member + "\" is not a list");
        }
        return names;
    }

    private static long time(JsonObject json, String member) {
        @Nullable Object value = json.getValue(member);
        if (value == null) {
            return Long.MAX_VALUE;
        }
        try {
            return OffsetDateTime.parse(String.valueOf(value)).toInstant().toEpochMilli();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "\"" + member + "\" is not null or a time such as 2027-01-31T00:00:00Z", e);
        }
    }
}
