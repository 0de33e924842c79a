package io.lancang.trade.sdmx.request;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Chooses a format by the header {@code Accept}. */
public final class Negotiation {
    private static final Pattern VERSION = Pattern.compile("2\\+?(\\.0\\+?){0,2}");

    private Negotiation() {}

    /** The formats that are written, the default of each kind of answer first. */
    public enum Format {
        STRUCTURE_JSON("application/vnd.sdmx.structure+json", "application/json"),
        DATA_JSON("application/vnd.sdmx.data+json", "application/json"),
        DATA_CSV("application/vnd.sdmx.data+csv", "text/csv");

        private final String type;
        private final String plain;

        Format(String type, String plain) {
            this.type = type;
            this.plain = plain;
        }

        /** As the header {@code Content-Type} has it. */
        public String contentType() {
            return type + ";version=2.0.0";
        }

        /** Formats of data. */
        public static List<Format> ofData() {
            return List.of(DATA_JSON, DATA_CSV);
        }
    }

    /** A range of media types that a client takes, with its weight. */
    private record Range(String type, List<String> parameters, double weight) {
        boolean takes(Format format) {
            boolean isType = type.equals(format.type)
                    || type.equals(format.plain)
                    || type.equals("*/*")
                    || type.equals(format.type.substring(0, format.type.indexOf('/')) + "/*");
            return isType && parameters.stream().allMatch(Range::isAnswered);
        }

        /** Of the options of SDMX-CSV, the defaults are answered. */
        private static boolean isAnswered(String parameter) {
            if (parameter.startsWith("version=")) {
                return VERSION.matcher(parameter.substring("version=".length())).matches();
            }
            return !parameter.matches("(labels|timeformat|keys)=.*")
                    || List.of("labels=id", "timeformat=original", "keys=none").contains(parameter);
        }
    }

    /**
     * The format that the client likes best.
     *
     * @param accept the header; null takes the first
     * @throws SdmxException if it takes none
     */
    public static Format choose(@Nullable String accept, List<Format> formats) {
        if (accept == null || accept.isBlank()) {
            return formats.getFirst();
        }
        List<Range> ranges = new ArrayList<>(Arrays.stream(accept.split(","))
                .map(Negotiation::range)
                .filter(range -> range.weight() > 0)
                .toList());
        ranges.sort(Comparator.comparingDouble(Range::weight).reversed());
        for (Range range : ranges) {
            for (Format format : formats) {
                if (range.takes(format)) {
                    return format;
                }
            }
        }
        throw new SdmxException(
                Problem.NOT_ACCEPTABLE,
                "Nothing of '" + accept + "' is written here. Accept "
                        + formats.stream().map(Format::contentType).collect(Collectors.joining(" or ")) + ".");
    }

    private static Range range(String text) {
        List<String> parts = Arrays.stream(text.split(";"))
                .map(part ->
                        part.strip().toLowerCase(Locale.ROOT).replace("\"", "").replaceAll("\\s*=\\s*", "="))
                .toList();
        double weight = 1;
        List<String> parameters = new ArrayList<>();
        for (String part : parts.subList(1, parts.size())) {
            if (part.startsWith("q=")) {
                weight = weight(part.substring(2));
            } else {
                parameters.add(part);
            }
        }
        return new Range(parts.getFirst(), parameters, weight);
    }

    private static double weight(String text) {
        if (!text.matches("[01](\\.[0-9]{0,3})?")) {
            throw new SdmxException(Problem.SYNTAX, "q=" + text + " in the header Accept is no weight from 0 to 1.");
        }
        return Double.parseDouble(text);
    }
}
