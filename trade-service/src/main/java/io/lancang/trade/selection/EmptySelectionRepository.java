package io.lancang.trade.selection;

import io.lancang.kit.history.Vantage;
import io.lancang.trade.product.Classification;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Says why a selection finds no figure: an empty list would read as trade that is none. One statement, asked only where nothing
 * was found.
 */
@Singleton
public class EmptySelectionRepository {
    private static final String HELD = """
            select f.classification, f.level::int as level, min(f.period) as first, max(f.period) as last
            from trade_flow_tally f
            where f.frequency = $1::text::"char" and f.reporter_code = any($2::text[])
              and (cardinality($3::int[]) = 0 or f.dataset_id = any($3::int[])) and {sees}
            group by 1, 2 order by 1, 2
            """;
    private static final int ALL_GOODS = 0;

    private final Pool pool;

    EmptySelectionRepository(Pool pool) {
        this.pool = pool;
    }

    /** What the reporters have figures of at all. */
    private record Held(String classification, int level, LocalDate first, LocalDate last) {
        static Held of(Row row) {
            return new Held(
                    row.getString("classification"),
                    row.getInteger("level"),
                    row.getLocalDate("first"),
                    row.getLocalDate("last"));
        }

        String label() {
            String goods = level == ALL_GOODS ? "of all goods" : "by " + classification + " at level " + level;
            return goods + " (" + first.getYear() + " to " + last.getYear() + ")";
        }
    }

    /** A sentence that says what the figures that are there are about, and so why none of them was selected. */
    public Uni<String> reason(Selection selection) {
        Vantage seen = selection.vantage();
        Tuple parameters = Tuple.tuple()
                .addString(selection.when().frequency().code())
                .addArrayOfString(selection.who().reporters().toArray(String[]::new))
                .addArrayOfInteger(selection.datasets().toArray(Integer[]::new));
        return pool.preparedQuery(HELD.replace("{sees}", seen.sees("f")))
                .execute(parameters)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Held::of)
                        .toList())
                .map(held -> reason(selection, held));
    }

    private static String reason(Selection selection, List<Held> held) {
        String reported = selection.when().frequency() + " figures that "
                + String.join(", ", selection.who().reporters()) + " reported";
        if (held.isEmpty()) {
            return "Nothing is found: "
                    + (selection.datasets().isEmpty() ? "no dataset has " : "these datasets have no ") + reported
                    + ". `availability(reporter: …)` lists what is loaded.";
        }
        List<Held> ofGoods =
                held.stream().filter(each -> hasGoods(selection.goods(), each)).toList();
        if (ofGoods.isEmpty()) {
            return "Nothing is found: there are no " + reported + " " + goodsOf(selection.goods()) + "; there are some "
                    + held.stream().map(Held::label).collect(Collectors.joining(", ")) + ".";
        }
        List<Held> ofPeriods = ofGoods.stream()
                .filter(each -> overlaps(selection.when(), each))
                .toList();
        if (ofPeriods.isEmpty()) {
            return "Nothing is found: " + reported + " are there "
                    + ofGoods.stream().map(Held::label).collect(Collectors.joining(", "))
                    + ", and for no other periods.";
        }
        return "Nothing is found: there are " + reported
                + " of these goods and periods, but none with these partners, flows,"
                + " products, datasets, currency and amounts. What is not reported is no figure, and no zero.";
    }

    /** Sums over products are there for every level above that of the figures. */
    private static boolean hasGoods(Selection.Goods goods, Held held) {
        if (goods.isAll()) {
            return true;
        }
        Classification classification = goods.classification();
        return classification != null
                && classification.name().equals(held.classification())
                && goods.levels().stream().anyMatch(level -> held.level() >= level);
    }

    private static String goodsOf(Selection.Goods goods) {
        return "by " + goods.classification() + " at level "
                + goods.levels().stream().sorted().map(String::valueOf).collect(Collectors.joining(" or "));
    }

    private static boolean overlaps(Selection.When when, Held held) {
        LocalDate first = when.first();
        LocalDate last = when.last();
        return (first == null || !held.last().isBefore(first))
                && (last == null || !held.first().isAfter(last));
    }
}
