package io.lancang.gateway.http;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Chooses the format of an answer by the client's {@code Accept} header (RFC 9110, section 12.5.1). */
final class AcceptHeader {
    private AcceptHeader() {}

    /**
     * The format that the client likes best; of two that it likes equally, the one that it names first. A client that takes
     * anything, or does not say, gets {@code application/json}, which every client understands. Null if it takes neither.
     */
    static @Nullable ResponseFormat choose(@Nullable String header) {
        // What nearly all clients send, without taking it apart.
        if (header == null || header.equals("*/*") || header.equals(ResponseFormat.JSON.mediaType())) {
            return ResponseFormat.JSON;
        }
        ResponseFormat best = null;
        double bestQuality = 0;
        for (String range : header.split(",", -1)) {
            ResponseFormat format = formatOf(range);
            double quality = qualityOf(range);
            if (format != null && quality > bestQuality) {
                best = format;
                bestQuality = quality;
            }
        }
        return best;
    }

    private static @Nullable ResponseFormat formatOf(String range) {
        int parameters = range.indexOf(';');
        String type = (parameters < 0 ? range : range.substring(0, parameters)).strip();
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "application/graphql-response+json" -> ResponseFormat.GRAPHQL_RESPONSE;
            case "application/json", "application/*", "*/*" -> ResponseFormat.JSON;
            default -> null;
        };
    }

    /** The weight of a range: 1 if it has none, 0 if it has one that is no number. */
    private static double qualityOf(String range) {
        for (String parameter : range.split(";", -1)) {
            String text = parameter.strip();
            if (text.regionMatches(true, 0, "q=", 0, 2)) {
                try {
                    return Double.parseDouble(text.substring(2));
                } catch (NumberFormatException e) {
                    return 0;
                }
            }
        }
        return 1;
    }
}
