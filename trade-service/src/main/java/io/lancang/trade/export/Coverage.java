package io.lancang.trade.export;

import io.lancang.kit.catalog.CatalogFile;
import io.lancang.trade.figure.Flow;
import io.lancang.trade.period.Frequency;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Figures of one dataset, one length of periods and one level of products: what one file holds.
 *
 * @param classification {@code ALL} for trade in all goods
 * @param first the first day of the first period
 * @param last the first day of the last period
 * @param reporters codes of those who reported
 * @param places their names
 */
record Coverage(
        String dataset,
        Frequency frequency,
        String classification,
        int level,
        LocalDate first,
        LocalDate last,
        List<String> reporters,
        List<String> places) {
    private static final String EVERY_FLOW =
            Arrays.stream(Flow.values()).map(Flow::name).collect(Collectors.joining(","));

    /** The columns of files of flows, as Table Schema types them. */
    private static final List<CatalogFile.Field> FIELDS = Stream.of(
                    "period string",
                    "reporter string",
                    "partner string",
                    "flow string",
                    "classification string",
                    "product string",
                    "currency string",
                    "amount number",
                    "valuation string",
                    "quality string",
                    "source string",
                    "dataset string",
                    "release integer",
                    "quantity number",
                    "quantity_unit string",
                    "quantity_estimated boolean",
                    "net_weight_kg number",
                    "net_weight_estimated boolean")
            .map(field -> field.split(" ", 2))
            .map(field -> new CatalogFile.Field(field[0], field[1]))
            .toList();

    /** The last day of the last period. */
    LocalDate end() {
        return last.plusMonths(frequency.months()).minusDays(1);
    }

    /** The file of these figures in each format for tables. */
    List<CatalogFile> files() {
        return List.of(
                file("csv", "text/csv", "&comments=false"), file("parquet", "application/vnd.apache.parquet", ""));
    }

    private CatalogFile file(String format, String mediaType, String further) {
        String goods = classification.equals("ALL") ? "" : "-" + classification + "-" + level;
        String name = dataset + "-" + frequency + goods + "-" + format;
        return new CatalogFile(
                name.toLowerCase(Locale.ROOT).replace('_', '-'), address(format) + further, mediaType, format, FIELDS);
    }

    private String address(String format) {
        return "trade-flows." + format + "?datasets=" + dataset + "&frequency=" + frequency + "&flows=" + EVERY_FLOW
                + "&reporters=" + String.join(",", reporters)
                + (classification.equals("ALL") ? "" : "&classification=" + classification + "&level=" + level);
    }
}
