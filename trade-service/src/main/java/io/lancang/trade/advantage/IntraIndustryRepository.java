package io.lancang.trade.advantage;

import io.lancang.trade.figure.CodeSql;
import io.lancang.trade.figure.Gap;
import io.lancang.trade.figure.GapReason;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/**
 * Computes how much trade goes both ways, in the database: one statement for all partners. Exports and imports are of one
 * dataset; imports that the reporter reports come before those of the partner.
 */
@Singleton
class IntraIndustryRepository {
    private static final String INDICES = CodeSql.in("""
            with goods as (
              select key from product where classification = $2 and level = $3
            ), figure as (
              select f.dataset_id, f.partner_code as partner, f.product_code, f.flow::text as side, f.amount
              from {figures} f join goods g on g.key = f.product_code
              where f.reporter_code = $4 and f.partner_code = any($1::text[]) and f.flow in ({exports}, {imports})
                and f.frequency = 'A' and f.period = make_date($5::int, 1, 1) and f.currency = 'USD' and {sees}
              union all
              select f.dataset_id, f.reporter_code, f.product_code, 'mirror', f.amount
              from {figures} f join goods g on g.key = f.product_code
              where f.partner_code = $4 and f.reporter_code = any($1::text[]) and f.flow = {exports}
                and f.frequency = 'A' and f.period = make_date($5::int, 1, 1) and f.currency = 'USD' and {sees}
            ), pair as (
              select dataset_id, partner, bool_or(side = {imports}) as reported from figure
              group by dataset_id, partner
              having bool_or(side = {exports}) and bool_or(side in ({imports}, 'mirror'))
            ), choice as (
              select distinct on (t.partner) t.* from pair t join {datasets} d on d.id = t.dataset_id
              order by t.partner, t.reported desc, {dataset order}
            ), product_trade as (
              select f.partner, c.dataset_id, c.reported, f.product_code,
                     coalesce(sum(f.amount) filter (where f.side = {exports}), 0) as exports,
                     coalesce(sum(f.amount) filter (where f.side = case when c.reported then {imports} else 'mirror' end), 0)
                       as imports
              from figure f join choice c on c.dataset_id = f.dataset_id and c.partner = f.partner
              group by 1, 2, 3, 4
            )
            select partner as exporter, dataset_id::int as dataset_id, not reported as mirrored,
                   (100 - 100 * sum(abs(exports - imports)) / nullif(sum(exports + imports), 0))::float8 as index
            from product_trade group by 1, 2, 3
            """);

    private final Pool pool;

    IntraIndustryRepository(Pool pool) {
        this.pool = pool;
    }

    /** The index of each partner with the reporter, which is the other side of the comparison. */
    Uni<Map<Comparison.Key, IntraIndustryTrade>> indices(Comparison comparison, List<Comparison.Key> keys) {
        return comparison.read(pool, INDICES, keys, IntraIndustryRepository::of);
    }

    private static IntraIndustryTrade of(Comparison.Key key, List<Row> rows) {
        Comparison comparison = key.comparison();
        boolean isUndefined = rows.isEmpty() || rows.getFirst().getDouble("index") == null;
        return new IntraIndustryTrade(
                comparison.other(),
                key.exporter(),
                comparison.year(),
                comparison.goods().classification(),
                comparison.goods().level(),
                isUndefined ? null : rows.getFirst().getDouble("index"),
                isUndefined ? null : rows.getFirst().getBoolean("mirrored"),
                isUndefined ? noTrade(key) : null,
                isUndefined ? null : rows.getFirst().getInteger("dataset_id"));
    }

    private static Gap noTrade(Comparison.Key key) {
        Comparison comparison = key.comparison();
        return Gap.of(
                GapReason.NOT_COVERED,
                "No dataset has both ways of the trade of " + comparison.other() + " with " + key.exporter() + " in "
                        + comparison.year() + " by " + comparison.goods().label()
                        + ". Packaged is that of China by SITC section of 1995, 2005 and 2015.");
    }
}
