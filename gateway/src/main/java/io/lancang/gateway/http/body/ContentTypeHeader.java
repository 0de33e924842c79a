package io.lancang.gateway.http.body;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells whether a body is JSON by its {@code Content-Type}. */
final class ContentTypeHeader {
    private static final String JSON = "application/json";

    private ContentTypeHeader() {}

    /**
     * Whether the header says JSON in UTF-8. A body without one is refused as well: a page of another origin can send it
     * without asking, and this header is what makes browsers ask first.
     */
    static boolean isJson(@Nullable String header) {
        if (header == null) {
            return false;
        }
        if (header.equals(JSON)) {
            return true;
        }
        String[] parts = header.toLowerCase(Locale.ROOT).split(";", -1);
        if (!parts[0].strip().equals(JSON)) {
            return false;
        }
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            if (parameter.startsWith("charset=") && !isUtf8(parameter.substring("charset=".length()))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUtf8(String charset) {
        String name = charset.replace("\"", "");
        return name.equals("utf-8") || name.equals("utf8");
    }
}
