package io.lancang.trade.ledger;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Description;

/** In which order figures are listed. Every order ends with what tells one figure from another. */
@Description(
        "In which order figures are listed. What is equal follows by reporter, partner, flow, product, currency and"
                + " dataset.")
public enum TradeFlowOrder {
    @Description("Earliest period first.")
    PERIOD(Key.PERIOD, false),
    @Description("Latest period first.")
    PERIOD_DESC(Key.PERIOD, true),
    @Description("By code of the partner, then earliest period first.")
    PARTNER(Key.PARTNER, false),
    @Description("Smallest amount first, whatever the currency.")
    VALUE(Key.AMOUNT, false),
    @Description("Largest amount first, whatever the currency.")
    VALUE_DESC(Key.AMOUNT, true);

    private static final List<Key> IDENTITY =
            List.of(Key.PARTNER, Key.PERIOD, Key.REPORTER, Key.FLOW, Key.PRODUCT, Key.CURRENCY, Key.DATASET);

    private final Key first;
    private final boolean descending;

    TradeFlowOrder(Key first, boolean descending) {
        this.first = first;
        this.descending = descending;
    }

    /** A column of the keyset, and how a text of a cursor becomes a value of it. */
    enum Key {
        PERIOD("f.period", "period", "date"),
        PARTNER("f.partner_code", "partner_code", "text"),
        AMOUNT("f.amount", "amount", "numeric"),
        REPORTER("f.reporter_code", "reporter_code", "text"),
        FLOW("f.flow::text", "flow", "text"),
        PRODUCT("f.product_code", "product_code", "text"),
        CURRENCY("f.currency", "currency", "text"),
        DATASET("f.dataset_id::int", "dataset_id", "int");

        private final String expression;
        private final String column;
        private final String type;

        Key(String expression, String column, String type) {
            this.expression = expression;
            this.column = column;
            this.type = type;
        }

        String expression() {
            return expression;
        }

        /** Its name in the rows of the statement. */
        String column() {
            return column;
        }

        String type() {
            return type;
        }
    }

    /** The columns that the order goes by, all in the same direction. */
    List<Key> keys() {
        return Stream.concat(Stream.of(first), IDENTITY.stream().filter(key -> key != first))
                .toList();
    }

    /** The clause of a statement whose figures have the alias {@code f}. */
    public String orderBy() {
        String direction = descending ? " desc" : "";
        return keys().stream()
                .map(key -> key.expression() + direction)
                .collect(Collectors.joining(", ", " order by ", ""));
    }

    boolean isDescending() {
        return descending;
    }
}
