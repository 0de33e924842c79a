package io.lancang.gateway.openapi;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Whether a document has objects, lists and texts where OpenAPI has them, as far as it is read here. What is in them is its own affair. */
final class Form {
    private Form() {}

    static boolean isRight(JsonObject document) {
        return isObjects(document.getValue("paths"), Form::isItem)
                && isObjects(document.getValue("components"), kind -> isObjects(kind, component -> true));
    }

    private static boolean isItem(JsonObject item) {
        return item.stream()
                .filter(member -> MergedDocument.METHODS.contains(member.getKey()))
                .allMatch(member -> member.getValue() instanceof JsonObject operation && isOperation(operation));
    }

    private static boolean isOperation(JsonObject operation) {
        return is(String.class, operation.getValue("operationId"))
                && is(JsonArray.class, operation.getValue("tags"))
                && isObjects(operation.getValue("responses"), Form::isResponse);
    }

    private static boolean isResponse(JsonObject response) {
        return isObjects(response.getValue("headers"), header -> true)
                && isObjects(response.getValue("content"), media -> true);
    }

    private static boolean is(Class<?> type, @Nullable Object value) {
        return value == null || type.isInstance(value);
    }

    private static boolean isObjects(@Nullable Object value, Predicate<JsonObject> each) {
        return switch (value) {
            case null -> true;
            case JsonObject object ->
                object.stream().allMatch(member -> member.getValue() instanceof JsonObject one && each.test(one));
            default -> false;
        };
    }
}
