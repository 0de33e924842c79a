package io.lancang.explorer.assembly;

import java.util.Map;

/** Content types by the end of a file's name. */
final class MediaTypes {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "json", "application/json; charset=utf-8",
            "svg", "image/svg+xml; charset=utf-8",
            "webp", "image/webp",
            "txt", "text/plain; charset=utf-8");

    private MediaTypes() {}

    static String of(String path) {
        String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        if (type == null) {
            throw new IllegalArgumentException(
                    "No content type is known for " + path + "; add its ending to MediaTypes.");
        }
        return type;
    }

    /** Whether such a file may refer to others. */
    static boolean refers(String path) {
        return path.endsWith(".html") || path.endsWith(".js") || path.endsWith(".css");
    }

    /** Whether the file's own name is what people and links know, so that it has to stay. */
    static boolean keepsName(String path) {
        return path.endsWith(".html");
    }
}
