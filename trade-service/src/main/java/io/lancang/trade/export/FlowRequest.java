package io.lancang.trade.export;

import io.lancang.kit.export.Parameters;
import io.lancang.trade.figure.Currency;
import io.lancang.trade.figure.Flow;
import io.lancang.trade.flow.Composition;
import io.lancang.trade.ledger.TradeFlowOrder;
import io.lancang.trade.period.Frequency;
import io.lancang.trade.product.Classification;
import io.lancang.trade.selection.TradeFlowFilter;
import io.vertx.core.MultiMap;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What the address of an export asks for: the fields of {@code TradeFlowFilter} by their names, and four of its own.
 *
 * @param order in which order; null for whichever is read fastest
 * @param asOf from when the figures are seen; null for the present
 * @param withComments whether a CSV file begins with lines that cite its figures
 * @param spreadsheetSafe whether a CSV file keeps formulas from spreadsheets; null for the service's default
 */
record FlowRequest(
        TradeFlowFilter filter,
        @Nullable TradeFlowOrder order,
        @Nullable OffsetDateTime asOf,
        boolean withComments,
        @Nullable Boolean spreadsheetSafe) {
    /** Reads an address; BAD_USER_INPUT for what cannot be read. */
    static FlowRequest of(MultiMap query) {
        Parameters given = new Parameters(query);
        TradeFlowFilter filter = new TradeFlowFilter(
                given.texts("reporters"),
                given.texts("partners"),
                given.texts("blocs"),
                given.one("composition", Composition.class),
                given.integer("membersOf"),
                given.texts("regions"),
                given.one("classification", Classification.class),
                given.integer("level"),
                given.texts("products"),
                given.several("flows", Flow.class),
                given.one("frequency", Frequency.class),
                given.integer("from"),
                given.integer("fromMonth"),
                given.integer("to"),
                given.integer("toMonth"),
                given.one("currency", Currency.class),
                given.number("minValue"),
                given.number("maxValue"),
                given.texts("datasets"));
        FlowRequest request = new FlowRequest(
                filter,
                given.one("orderBy", TradeFlowOrder.class),
                given.moment("asOf"),
                !Boolean.FALSE.equals(given.decision("comments")),
                given.decision("spreadsheetSafe"));
        given.refuseOthers();
        return request;
    }
}
