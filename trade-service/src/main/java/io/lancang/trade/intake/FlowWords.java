package io.lancang.trade.intake;

import io.lancang.trade.figure.Flow;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a file calls the columns of the table of flows; blank for what it has no column of.
 *
 * @param amount the column of amounts
 * @param flows its words for flows
 */
record FlowWords(
        String period,
        String reporter,
        String partner,
        String flow,
        String product,
        String currency,
        String amount,
        Map<Flow, String> flows) {
    /** SQL of a period as files write it. */
    static final String PERIOD = """
            case frequency::text when 'A' then to_char(period, 'YYYY') when 'M' then to_char(period, 'YYYY-MM')
            else to_char(period, 'YYYY-"01/"YYYY-MM') end""";

    /** Names of the file's columns, by that of the table's. */
    Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("period", period);
        columns.put("reporter_code", reporter);
        columns.put("partner_code", partner);
        columns.put("flow", flow);
        columns.put("product_code", product);
        columns.put("currency", currency);
        columns.put("frequency", "");
        columns.put("dataset_id", "");
        return columns;
    }

    /** SQL of what the file says, by the table's column. */
    Map<String, String> values() {
        return Map.of(
                "period", PERIOD, "flow", sqlOfFlow(), "product_code", "regexp_replace(product_code, '^..:', '')");
    }

    private String sqlOfFlow() {
        return flows.entrySet().stream()
                .map(each -> "when '" + each.getKey().code() + "' then '" + each.getValue() + "'")
                .collect(Collectors.joining(" ", "case flow::text ", " else flow::text end"));
    }
}
