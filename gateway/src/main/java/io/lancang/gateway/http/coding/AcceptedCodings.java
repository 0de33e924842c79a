package io.lancang.gateway.http.coding;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a client says in {@code Accept-Encoding}. */
final class AcceptedCodings {
    private static final String ANY = "*";
    /** Those of the server underneath, which chooses between them. */
    private static final List<String> OF_THE_SERVER = List.of("gzip", "x-gzip", "deflate");

    private final Map<String, Float> qualities = new HashMap<>();

    /** @param headers the values of {@code Accept-Encoding} */
    AcceptedCodings(List<String> headers) {
        for (String header : headers) {
            for (String part : header.split(",", -1)) {
                add(part);
            }
        }
    }

    private void add(String part) {
        int parameters = part.indexOf(';');
        String name =
                (parameters < 0 ? part : part.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
        if (!name.isEmpty()) {
            qualities.put(name, parameters < 0 ? 1 : quality(part.substring(parameters + 1)));
        }
    }

    /** What cannot be read is no consent. */
    private static float quality(String parameter) {
        String text = parameter.strip().toLowerCase(Locale.ROOT);
        if (!text.startsWith("q=")) {
            return 0;
        }
        try {
            return Float.parseFloat(text.substring(2));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /**
     * The coding that the client prefers to all others, if it is one of the gateway's own: among those of equal quality Zstandard,
     * then Brotli. Null if it prefers one of the server's, or none.
     */
    @Nullable
    OwnCoding preferred() {
        float best = Math.max(0, qualities.getOrDefault("identity", 0f));
        OwnCoding preferred = null;
        for (OwnCoding coding : OwnCoding.values()) {
            float quality = quality(coding);
            boolean isBetter = preferred == null ? quality > 0 && quality >= best : quality > best;
            if (isBetter && coding.isAvailable()) {
                preferred = coding;
                best = quality;
            }
        }
        float server = best;
        return preferred != null && OF_THE_SERVER.stream().allMatch(name -> ofTheServer(name) <= server)
                ? preferred
                : null;
    }

    /** What is new to a client must be named by it. */
    private float quality(OwnCoding coding) {
        return qualities.getOrDefault(coding.text(), 0f);
    }

    private float ofTheServer(String name) {
        return qualities.getOrDefault(name, qualities.getOrDefault(ANY, 0f));
    }
}
