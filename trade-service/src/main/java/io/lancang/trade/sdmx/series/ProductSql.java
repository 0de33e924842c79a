package io.lancang.trade.sdmx.series;

import io.lancang.kit.history.Vantage;
import io.lancang.trade.figure.Currency;
import io.lancang.trade.figure.Flow;
import io.lancang.trade.period.Frequency;
import io.lancang.trade.product.Classification;
import io.lancang.trade.sdmx.data.DataQuery;
import io.lancang.trade.sdmx.data.Selected;
import io.lancang.trade.sdmx.structure.Codelist;
import io.lancang.trade.sdmx.structure.Codes;
import io.lancang.trade.sdmx.structure.Component;
import io.lancang.trade.sdmx.structure.Dataflow;
import io.lancang.trade.selection.SqlParameters;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes what a request asks of figures of products as statements: more than the request may be found, and nothing of it is not. */
final class ProductSql {
    private final Selected selected;
    private final Dataflow dataflow;
    private final Classification classification;
    private final Codes codes;
    private final Vantage vantage;

    ProductSql(DataQuery query, Codes codes, Vantage vantage) {
        this.selected = query.selection();
        this.dataflow = query.dataflow();
        this.classification = Objects.requireNonNull(dataflow.structure().classification(), "products have one");
        this.codes = codes;
        this.vantage = vantage;
    }

    /** The indicator of a flow. */
    static String indicator(Flow flow) {
        return switch (flow) {
            case EXPORTS -> "X";
            case IMPORTS -> "M";
            case RE_EXPORTS -> "RX";
            case RE_IMPORTS -> "RM";
        };
    }

    /** A statement with its parameters. */
    record Statement(String sql, SqlParameters parameters) {}

    /**
     * Counts at least as many figures as there are, of whichever products: those of the areas that are asked for, and those of all areas,
     * among which they lie in the index by product.
     */
    Statement counting() {
        SqlParameters parameters = new SqlParameters();
        List<String> conditions = conditions(parameters);
        conditions.add("f.classification = " + parameters.add(classification.name()));
        List<String> areas = areas(parameters);
        String asked = areas.isEmpty() ? "true" : String.join(" and ", areas);
        return new Statement(
                "select coalesce(sum(f.figures) filter (where " + asked + "), 0)::bigint,"
                        + " coalesce(sum(f.figures), 0)::bigint from trade_flow_tally f where "
                        + String.join(" and ", conditions),
                parameters);
    }

    /** Reads figures series by series, in the order of the index by product. */
    Statement reading() {
        SqlParameters parameters = new SqlParameters();
        List<String> conditions = conditions(parameters);
        conditions.addAll(areas(parameters));
        conditions.add(products(parameters));
        return new Statement("""
                select f.product_code, f.reporter_code, f.partner_code, f.frequency::text, f.flow::text, f.currency,
                       f.dataset_id::int, f.period, f.amount, f.valuation, f.quality::text, f.source_id
                from trade_flow f where %s
                order by f.product_code, f.reporter_code, f.partner_code, f.frequency, f.flow, f.currency, f.dataset_id, f.period
                """.formatted(String.join("\n and ", conditions)), parameters);
    }

    private List<String> conditions(SqlParameters parameters) {
        List<String> conditions = new ArrayList<>(List.of(
                vantage.sees("f"),
                "f.frequency " + in(dataflow.frequencies().stream(), Component.FREQ, Frequency::code, Frequency::code),
                "f.flow " + in(Arrays.stream(Flow.values()), Component.INDICATOR, ProductSql::indicator, Flow::code),
                "f.currency " + in(Arrays.stream(Currency.values()), Component.UNIT_MEASURE, Enum::name, Enum::name)));
        List<String> datasets = codes.datasets().stream()
                .map(Codelist.Code::id)
                .filter(code -> selected.takes(Component.DATASET, code))
                .toList();
        if (datasets.size() < codes.datasets().size()) {
            conditions.add("f.dataset_id in (select d.id from dataset d where d.code = any(" + parameters.add(datasets)
                    + "))");
        }
        selected.years()
                .ifPresent(years -> conditions.add("f.period between "
                        + parameters.add(LocalDate.of(years.first(), 1, 1)) + " and "
                        + parameters.add(LocalDate.of(years.last(), 12, 31))));
        return conditions;
    }

    /** Codes of enums alone: what a request sends is no part of the text. */
    private <T> String in(
            Stream<T> values, Component component, Function<T, String> asked, Function<T, String> inDatabase) {
        return values.filter(each -> selected.takes(component, asked.apply(each)))
                .map(each -> "'" + inDatabase.apply(each) + "'")
                .collect(Collectors.joining(", ", "in (", ")"))
                .replace("in ()", "is null");
    }

    private List<String> areas(SqlParameters parameters) {
        List<String> conditions = new ArrayList<>();
        addAreas("f.reporter_code", Component.REF_AREA, conditions, parameters);
        addAreas("f.partner_code", Component.COUNTERPART_AREA, conditions, parameters);
        return conditions;
    }

    private void addAreas(String column, Component component, List<String> conditions, SqlParameters parameters) {
        List<String> partners = codes.areas().partners().entrySet().stream()
                .filter(area -> selected.takes(component, area.getKey()))
                .map(area -> area.getValue())
                .toList();
        if (partners.size() < codes.areas().partners().size()) {
            conditions.add(column + " = any(" + parameters.add(partners) + ")");
        }
    }

    private String products(SqlParameters parameters) {
        List<Codelist.Code> all = codes.products(classification);
        List<String> keys = all.stream()
                .filter(product -> selected.takes(Component.PRODUCT, product.id()))
                .map(product -> classification.keyOf(product.id()))
                .toList();
        if (keys.size() < all.size()) {
            return "f.product_code = any(" + parameters.add(keys) + ")";
        }
        // Keys are the abbreviation of the classification, a colon and the code; a semicolon comes behind the colon.
        String before = classification.keyOf("");
        return "f.product_code >= " + parameters.add(before) + " and f.product_code < "
                + parameters.add(before.replace(':', ';'));
    }
}
