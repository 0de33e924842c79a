package io.lancang.gateway.openapi;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes JSON as YAML 1.2 for readers: one member a line. Texts stay as JSON has them, which YAML takes as they are. */
final class YamlText {
    private static final String STEP = "  ";

    private final StringBuilder text = new StringBuilder();

    private YamlText() {}

    static String of(JsonObject object) {
        YamlText yaml = new YamlText();
        yaml.members(object, "");
        return yaml.text.toString();
    }

    private void members(JsonObject object, String indentation) {
        for (Map.Entry<String, Object> member : object) {
            text.append(indentation).append(Json.encode(member.getKey())).append(':');
            value(member.getValue(), indentation);
        }
    }

    private void value(@Nullable Object value, String indentation) {
        switch (value) {
            case JsonObject object
            when !object.isEmpty() -> {
                text.append('\n');
                members(object, indentation + STEP);
            }
            case JsonArray array
            when !array.isEmpty() -> {
                text.append('\n');
                for (Object item : array) {
                    text.append(indentation).append(STEP).append('-');
                    value(item, indentation + STEP);
                }
            }
            case null -> text.append(" null\n");
            default -> text.append(' ').append(Json.encode(value)).append('\n');
        }
    }
}
