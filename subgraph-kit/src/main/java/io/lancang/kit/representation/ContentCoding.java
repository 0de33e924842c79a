package io.lancang.kit.representation;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How an answer is packed (RFC 9110, 8.4). What is preferred where a client does not care comes first. */
public enum ContentCoding {
    /** Zstandard (RFC 8878). */
    ZSTD("zstd"),
    /** Gzip (RFC 1952). */
    GZIP("gzip"),
    /** As it is. */
    IDENTITY("identity");

    private static final Pattern WEIGHT = Pattern.compile("[01](\\.\\d{0,3})?");
    /** Weights that are told by numbers are greater than that of what is not named, which is taken if nothing else is. */
    private static final double UNNAMED_IDENTITY = 0.0001;

    private final String word;

    ContentCoding(String word) {
        this.word = word;
    }

    /** The word in headers. */
    public String word() {
        return word;
    }

    /** What the tag of an answer ends with in this coding. */
    String suffix() {
        return this == IDENTITY ? "" : "-" + word;
    }

    /**
     * The coding that a client likes best. A client that takes none of them, not even {@link #IDENTITY}, gets that one, as RFC 9110 allows.
     *
     * @param accepted the header {@code Accept-Encoding}; null for none
     */
    public static ContentCoding of(@Nullable String accepted) {
        Map<String, Double> weights = weights(accepted);
        ContentCoding best = IDENTITY;
        double most = 0;
        for (ContentCoding coding : values()) {
            double weight = coding.weight(weights);
            if (weight > most) {
                best = coding;
                most = weight;
            }
        }
        return best;
    }

    /** Whether a client takes answers as they are. */
    public static boolean takesIdentity(@Nullable String accepted) {
        return IDENTITY.weight(weights(accepted)) > 0;
    }

    private double weight(Map<String, Double> weights) {
        Double any = weights.get("*");
        Double own = weights.getOrDefault(word, this == GZIP ? weights.get("x-gzip") : null);
        if (own != null) {
            return own;
        }
        return switch (this) {
            // Who takes everything may be a program that knows what was there before Zstandard.
            case ZSTD -> 0;
            case GZIP -> any == null ? 0 : any;
            case IDENTITY -> any == null ? UNNAMED_IDENTITY : any;
        };
    }

    private static Map<String, Double> weights(@Nullable String accepted) {
        Map<String, Double> weights = new HashMap<>();
        for (String item : accepted == null
                ? new String[0]
                : accepted.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] parts = item.split(";", 2);
            String weight = parts.length == 1 ? "q=1" : parts[1].replace(" ", "");
            if (weight.startsWith("q=") && WEIGHT.matcher(weight.substring(2)).matches()) {
                weights.put(parts[0].strip(), Double.valueOf(weight.substring(2)));
            }
        }
        return weights;
    }
}
