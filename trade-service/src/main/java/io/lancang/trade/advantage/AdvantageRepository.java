package io.lancang.trade.advantage;

import io.lancang.trade.figure.CodeSql;
import io.lancang.trade.figure.Currency;
import io.lancang.trade.figure.Gap;
import io.lancang.trade.figure.GapReason;
import io.lancang.trade.figure.Money;
import io.lancang.trade.figure.Quality;
import io.lancang.trade.figure.Valuation;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/**
 * Computes comparative advantages, in the database: one statement for all exporters of a comparison. They are of the one
 * dataset that comes first among those with several exporters.
 */
@Singleton
class AdvantageRepository {
    private static final String ADVANTAGES = CodeSql.in("""
            with figure as (
              select f.dataset_id, f.reporter_code, f.product_code, f.amount, f.quality
              from {figures} f
              join product p on p.key = f.product_code and p.classification = $2 and p.level = $3
              join partner r on r.code = f.reporter_code and r.kind <> 'AGGREGATE'
              where f.partner_code = $4 and f.frequency = 'A' and f.period = make_date($5::int, 1, 1) and f.flow = {exports}
                and f.currency = 'USD' and {sees}
            ), size as (
              select dataset_id, count(distinct reporter_code)::int as exporters from figure group by dataset_id
            ), choice as (
              select distinct on (f.reporter_code) f.reporter_code, f.dataset_id, s.exporters
              from (select distinct reporter_code, dataset_id from figure where reporter_code = any($1::text[])) f
              join size s on s.dataset_id = f.dataset_id
              join {datasets} d on d.id = f.dataset_id
              order by f.reporter_code, s.exporters > 1 desc, {dataset order}
            ), weighed as (
              select dataset_id, reporter_code, product_code, amount, quality,
                     amount / nullif(sum(amount) over (partition by dataset_id, reporter_code), 0) as share,
                     sum(amount) over (partition by dataset_id, product_code)
                       / nullif(sum(amount) over (partition by dataset_id), 0) as market_share
              from figure
            )
            select w.reporter_code as exporter, w.product_code, w.amount, w.quality::text as quality, w.dataset_id::int as dataset_id,
                   c.exporters, (w.share * 100)::float8 as share, (w.market_share * 100)::float8 as market_share,
                   (w.share / nullif(w.market_share, 0))::float8 as index
            from weighed w
            join choice c on c.reporter_code = w.reporter_code and c.dataset_id = w.dataset_id
            order by w.reporter_code, index desc nulls last, w.product_code
            """);

    private final Pool pool;

    AdvantageRepository(Pool pool) {
        this.pool = pool;
    }

    /** The advantages of each exporter, undefined with a reason where they are. */
    Uni<Map<Comparison.Key, ComparativeAdvantage>> advantages(Comparison comparison, List<Comparison.Key> keys) {
        return comparison.read(pool, ADVANTAGES, keys, AdvantageRepository::advantageOf);
    }

    private static ComparativeAdvantage advantageOf(Comparison.Key key, List<Row> rows) {
        if (rows.isEmpty()) {
            return ComparativeAdvantage.undefined(key, Gaps.noExports(key));
        }
        Row first = rows.getFirst();
        int exporters = first.getInteger("exporters");
        if (exporters < 2) {
            return ComparativeAdvantage.undefined(
                    key,
                    Gap.of(
                            GapReason.NOT_COVERED,
                            "Only " + key.exporter() + "'s exports to "
                                    + key.comparison().other() + " in "
                                    + key.comparison().year()
                                    + " are loaded, so that there is nobody to compare them with."));
        }
        List<ProductAdvantage> products =
                rows.stream().map(AdvantageRepository::productOf).toList();
        return ComparativeAdvantage.of(key, exporters, products, first.getInteger("dataset_id"));
    }

    private static ProductAdvantage productOf(Row row) {
        return ProductAdvantage.of(
                row.getDouble("index"),
                row.getDouble("share"),
                row.getDouble("market_share"),
                Money.of(
                        row.getBigDecimal("amount"),
                        Currency.USD,
                        Valuation.FOB,
                        Quality.ofCode(row.getString("quality"))),
                row.getString("product_code"));
    }
}
