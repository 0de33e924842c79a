package io.lancang.trade.intake;

import io.lancang.kit.error.ServiceException;
import io.lancang.kit.intake.Upload;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A file that no format has the header of: says how it was read, and which format is nearest. */
record UnknownFormat(Upload upload, List<String> header, List<FlowFormat> formats) {
    /** BAD_USER_INPUT with encoding, delimiter and header as they were seen, the nearest format first among all. */
    ServiceException refusal() {
        List<FlowFormat> nearestFirst = formats.stream()
                .sorted(Comparator.comparingLong(this::common).reversed())
                .toList();
        FlowFormat nearest = nearestFirst.getFirst();
        String all = nearestFirst.stream()
                .map(format -> format.name() + ": " + format.columns())
                .collect(Collectors.joining("; "));
        return ServiceException.badInput(
                "The header " + header + " is of no format that is known. The file was read as "
                        + upload.encoding().label() + " with " + delimiter() + " between " + header.size()
                        + " columns.",
                (common(nearest) == 0 ? "" : "Nearest is " + nearest.name() + ": " + missing(nearest) + ". ") + all);
    }

    private String delimiter() {
        return switch (upload.delimiter()) {
            case ';' -> "semicolons";
            case '\t' -> "tabs";
            default -> "commas";
        };
    }

    private long common(FlowFormat format) {
        return words(format).stream().filter(seen()::contains).count();
    }

    private String missing(FlowFormat format) {
        Set<String> seen = seen();
        String missing = words(format).stream()
                .filter(word -> !seen.contains(word))
                .sorted()
                .collect(Collectors.joining(", "));
        return "of its columns the file has no " + missing;
    }

    private Set<String> seen() {
        return header.stream().map(UnknownFormat::plain).collect(Collectors.toSet());
    }

    /** The names of columns in the description of a format. */
    private static Set<String> words(FlowFormat format) {
        return Arrays.stream(format.columns().split(",| or | and, if wanted, "))
                .map(UnknownFormat::plain)
                .collect(Collectors.toSet());
    }

    private static String plain(String column) {
        return ChineseColumns.plain(column).toLowerCase(Locale.ROOT);
    }
}
