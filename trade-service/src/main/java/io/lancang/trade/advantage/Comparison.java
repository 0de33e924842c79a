package io.lancang.trade.advantage;

import io.lancang.kit.history.Vantage;
import io.lancang.trade.product.ProductLevel;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;

/**
 * What a comparison of compositions is the same for.
 *
 * @param other code of the partner on the other side
 */
record Comparison(String other, int year, ProductLevel goods, Vantage vantage) {
    /** Who is compared, in such a comparison. */
    record Key(String exporter, Comparison comparison) {}

    /** A statement about it; {@code {figures}} is the table of figures by partner, {@code {sees}} what of it is seen. */
    String statement(String sql) {
        return sql.replace("{figures}", goods.table()).replace("{sees}", vantage.sees("f"));
    }

    /** The parameters $1 to $5 of a statement. */
    Tuple parameters(List<String> exporters) {
        return Tuple.tuple()
                .addArrayOfString(exporters.toArray(String[]::new))
                .addString(goods.classification().name())
                .addInteger(goods.level())
                .addString(other)
                .addInteger(year);
    }
}
