package io.lancang.federation.operation.input;

import io.lancang.federation.operation.message.Shortened;
import java.util.List;
import java.util.Map;

/** A JSON value as an error quotes it: its first characters, made without writing out the rest. Used once. */
public final class ShownValue {
    private static final int CHARACTERS = 60;

    private final StringBuilder text = new StringBuilder();

    private ShownValue() {}

    public static String of(Object value) {
        ShownValue shown = new ShownValue();
        if (value instanceof String string) {
            shown.text.append('"').append(string, 0, Math.min(string.length(), CHARACTERS + 1));
            if (string.length() <= CHARACTERS) {
                shown.text.append('"');
            }
        } else {
            shown.append(value);
        }
        return Shortened.quote(shown.text.toString(), CHARACTERS);
    }

    /** Stops where enough is written, so that it takes no longer for a long value than for a short one. */
    private void append(Object value) {
        switch (value) {
            case List<?> list -> {
                String separator = "[";
                for (Object item : list) {
                    if (text.length() > CHARACTERS) {
                        return;
                    }
                    text.append(separator);
                    append(item == null ? "null" : item);
                    separator = ", ";
                }
                text.append(list.isEmpty() ? "[]" : "]");
            }
            case Map<?, ?> map -> {
                String separator = "{";
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    if (text.length() > CHARACTERS) {
                        return;
                    }
                    text.append(separator);
                    append(entry.getKey());
                    text.append('=');
                    append(entry.getValue() == null ? "null" : entry.getValue());
                    separator = ", ";
                }
                text.append(map.isEmpty() ? "{}" : "}");
            }
            case String string -> text.append(string, 0, Math.min(string.length(), CHARACTERS + 1));
            default -> text.append(value);
        }
    }
}
