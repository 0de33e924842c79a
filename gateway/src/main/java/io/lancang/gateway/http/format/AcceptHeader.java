package io.lancang.gateway.http.format;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Chooses the format of an answer by the client's {@code Accept} header (RFC 9110, section 12.5.1). */
public final class AcceptHeader {
    private static final String MULTIPART = "multipart/mixed";
    private static final String SUBSCRIPTION_SPEC = "subscriptionspec=1";
    /** In the name of each parameter that says which protocol it is. */
    private static final String ANY_SPEC = "spec=";

    private AcceptHeader() {}

    /**
     * The formats that the client likes best; of two that it likes equally, the one that it names first. A client that takes
     * anything, or does not say, gets {@code application/json}, which every client understands. Only who names a format for
     * streams gets one.
     */
    public static Accepted choose(@Nullable String header) {
        // What nearly all clients send, without taking it apart.
        if (header == null || header.equals("*/*") || header.equals(ResponseFormat.JSON.mediaType())) {
            return Accepted.JSON;
        }
        ResponseFormat single = null;
        StreamFormat stream = null;
        double singleQuality = 0;
        double streamQuality = 0;
        PartsFormat parts = null;
        double partsQuality = 0;
        for (String range : header.split(",", -1)) {
            double quality = qualityOf(range);
            ResponseFormat format = formatOf(range);
            if (format != null && quality > singleQuality) {
                single = format;
                singleQuality = quality;
            }
            StreamFormat streamFormat = streamFormatOf(range);
            if (streamFormat != null && quality > streamQuality) {
                stream = streamFormat;
                streamQuality = quality;
            }
            PartsFormat partsFormat = typeOf(range).equals(MULTIPART) ? partsFormatOf(range) : null;
            if (partsFormat != null && quality > partsQuality) {
                parts = partsFormat;
                partsQuality = quality;
            }
        }
        return new Accepted(single, stream, streamQuality > singleQuality, parts);
    }

    private static @Nullable ResponseFormat formatOf(String range) {
        return switch (typeOf(range)) {
            case "application/graphql-response+json" -> ResponseFormat.GRAPHQL_RESPONSE;
            case "application/json", "application/*", "*/*" -> ResponseFormat.JSON;
            default -> null;
        };
    }

    private static @Nullable StreamFormat streamFormatOf(String range) {
        return switch (typeOf(range)) {
            case "text/event-stream" -> StreamFormat.SERVER_SENT_EVENTS;
            // Without the parameter it is another protocol's multipart.
            case MULTIPART ->
                hasParameter(range, SUBSCRIPTION_SPEC) || hasParameter(range, SUBSCRIPTION_SPEC + ".0")
                        ? StreamFormat.MULTIPART
                        : null;
            default -> null;
        };
    }

    /** The format of parts; where the client does not say which, that which GraphiQL and urql then read. */
    private static @Nullable PartsFormat partsFormatOf(String range) {
        for (PartsFormat format : PartsFormat.values()) {
            if (hasParameter(range, format.parameter().toLowerCase(Locale.ROOT))) {
                return format;
            }
        }
        return range.toLowerCase(Locale.ROOT).contains(ANY_SPEC) ? null : PartsFormat.DEFER_20220824;
    }

    private static boolean hasParameter(String range, String wanted) {
        for (String parameter : range.split(";", -1)) {
            if (parameter.strip().toLowerCase(Locale.ROOT).replace("\"", "").equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    private static String typeOf(String range) {
        int parameters = range.indexOf(';');
        String type = (parameters < 0 ? range : range.substring(0, parameters)).strip();
        return type.toLowerCase(Locale.ROOT);
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
