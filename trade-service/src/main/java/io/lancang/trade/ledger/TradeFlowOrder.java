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
    @Description("By code of the partner, the last one first, then latest period first.")
    PARTNER_DESC(Key.PARTNER, true),
    @Description("Smallest amount first, whatever the currency.")
    VALUE(Key.AMOUNT, false),
    @Description("Largest amount first, whatever the currency.")
    VALUE_DESC(Key.AMOUNT, true);

    /** A partner, period, reporter and flow: what figures are counted by. */
    static final List<Key> CELL = List.of(Key.PERIOD, Key.PARTNER, Key.REPORTER, Key.FLOW);

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
        PERIOD("period", "date"),
        PARTNER("partner_code", "text"),
        AMOUNT("amount", "numeric"),
        REPORTER("reporter_code", "text"),
        FLOW("flow", "text::\"char\""),
        PRODUCT("product_code", "text"),
        CURRENCY("currency", "text"),
        DATASET("dataset_id", "smallint");

        private final String column;
        private final String type;

        Key(String column, String type) {
            this.column = column;
            this.type = type;
        }

        /** Its name in the table of figures and in the rows of the statement. */
        String column() {
            return column;
        }

        String type() {
            return type;
        }
    }

    /** The same list from its end. */
    TradeFlowOrder reversed() {
        return switch (this) {
            case PERIOD -> PERIOD_DESC;
            case PERIOD_DESC -> PERIOD;
            case PARTNER -> PARTNER_DESC;
            case PARTNER_DESC -> PARTNER;
            case VALUE -> VALUE_DESC;
            case VALUE_DESC -> VALUE;
        };
    }

    /** The columns that the order goes by, all in the same direction. */
    List<Key> keys() {
        return Stream.concat(Stream.of(first), IDENTITY.stream().filter(key -> key != first))
                .toList();
    }

    /** The columns of a cell in the sequence of the order. */
    List<Key> ofCell() {
        return keys().stream().filter(CELL::contains).toList();
    }

    /** The other columns. */
    List<Key> withinCell() {
        return keys().stream().filter(key -> !CELL.contains(key)).toList();
    }

    /** Whether the order begins with what figures are counted by: partner, period, reporter and flow. */
    boolean isOfCells() {
        return first != Key.AMOUNT;
    }

    /** The clause of a statement whose figures have the alias {@code f}. */
    public String orderBy() {
        return " order by " + by("f", keys());
    }

    /** These columns of an alias, in the direction of the order. */
    String by(String alias, List<Key> keys) {
        String direction = descending ? " desc" : "";
        return keys.stream().map(key -> alias + "." + key.column() + direction).collect(Collectors.joining(", "));
    }

    boolean isDescending() {
        return descending;
    }
}
