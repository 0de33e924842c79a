package io.lancang.trade.structure;

import io.lancang.kit.batch.Batches;
import io.lancang.trade.figure.Gap;
import io.lancang.trade.figure.GapReason;
import io.lancang.trade.flow.Subject;
import io.lancang.trade.flow.SubjectSql;
import io.lancang.trade.period.Period;
import io.lancang.trade.product.ProductLevel;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Computes how concentrated trade is, in the database. */
@Singleton
class ConcentrationRepository {
    private static final String BY_PARTNER = ShareSql.SHARES + """
            select key, extract(year from period)::int as year, count(*)::int as count,
                   sum(share * share)::float8 as index
            from share group by key, period
            """;

    /**
     * The amounts of products at one level, of the one dataset that comes first among those with all flows. The world's
     * are as a dataset reports them, otherwise the sum over its partners. $10 and $11 are classification and level.
     */
    private static final String BY_PRODUCT = """
            , goods as (
              select key as product_code from product where classification = $10 and level = $11
            ), goods_figure as (
              select c.key, c.period, c.partner_code, f.flow, f.product_code, f.dataset_id, f.amount
              from composition c
              join {figures} f
                on f.partner_code = c.partner_code and f.period = c.period and f.frequency = $7::text::"char"
               and f.flow::text = any($9::text[]) and f.currency = $6 and f.reporter_code = $8 and {sees f}
              join goods using (product_code)
              union all
              select c.key, c.period, c.partner_code, f.flow, f.product_code, f.dataset_id, f.amount
              from composition c
              join trade_product_rollup f
                on f.period = c.period and f.frequency = $7::text::"char" and f.flow::text = any($9::text[])
               and f.currency = $6 and f.reporter_code = $8 and {sees f}
              join goods using (product_code)
              where c.partner_code = 'WORLD'
                and not exists (select from {figures} w
                                where w.partner_code = 'WORLD' and w.product_code = f.product_code
                                  and w.frequency = f.frequency and w.period = f.period and w.flow = f.flow
                                  and w.reporter_code = f.reporter_code and w.currency = f.currency
                                  and w.dataset_id = f.dataset_id and {sees w})
            ), choice as (
              select distinct on (t.key, t.period) t.key, t.period, t.dataset_id
              from (select key, period, dataset_id from goods_figure
                    group by 1, 2, 3 having count(distinct flow) = cardinality($9::text[])) t
              join {datasets} d on d.id = t.dataset_id
              order by t.key, t.period, {dataset order}
            ), summed as (
              select t.key, t.period, t.product_code, sum(t.amount) as amount
              from goods_figure t join choice c on c.key = t.key and c.period = t.period and c.dataset_id = t.dataset_id
              group by 1, 2, 3
            ), share as (
              select key, period, amount / nullif(sum(amount) over (partition by key, period), 0) as share from summed
            )
            select key, extract(year from period)::int as year, count(*)::int as count,
                   sum(share * share)::float8 as index
            from share group by key, period
            """;

    private final Pool pool;

    ConcentrationRepository(Pool pool) {
        this.pool = pool;
    }

    private record Place(String subject, int year) {}

    /** The concentration of each key, undefined with a reason where it is. */
    Uni<Map<ConcentrationKey, Concentration>> concentrations(List<ConcentrationKey> keys) {
        return Batches.byArguments(keys, ConcentrationKey::arguments, this::concentrations);
    }

    private Uni<Map<ConcentrationKey, Concentration>> concentrations(
            ConcentrationKey.Arguments arguments, List<ConcentrationKey> keys) {
        List<Subject> subjects =
                keys.stream().map(ConcentrationKey::subject).distinct().toList();
        List<Period> periods =
                keys.stream().map(key -> Period.ofYear(key.year())).distinct().toList();
        Tuple parameters = SubjectSql.parameters(subjects, periods, arguments.terms())
                .addArrayOfString(arguments.flow().flowCodes());
        ProductLevel goods = arguments.goods();
        String sql = BY_PARTNER;
        if (goods != null) {
            sql = BY_PRODUCT.replace("{figures}", goods.table());
            parameters.addString(goods.classification().name()).addInteger(goods.level());
        }
        return pool.preparedQuery(SubjectSql.statement(sql, arguments.terms().vantage()))
                .execute(parameters)
                .map(rows -> {
                    Map<Place, Row> found = new HashMap<>();
                    rows.forEach(row -> found.put(new Place(row.getString("key"), row.getInteger("year")), row));
                    Map<ConcentrationKey, Concentration> concentrations = new HashMap<>();
                    for (ConcentrationKey key : keys) {
                        Row row = found.get(new Place(key.subject().key(), key.year()));
                        concentrations.put(key, concentrationOf(key, row));
                    }
                    return concentrations;
                });
    }

    private static Concentration concentrationOf(ConcentrationKey key, @Nullable Row row) {
        Double index = row == null ? null : row.getDouble("index");
        if (row == null || index == null) {
            return Concentration.undefined(key, Gap.of(GapReason.NOT_COVERED, missing(key)));
        }
        return Concentration.of(key, index, row.getInteger("count"));
    }

    private static String missing(ConcentrationKey key) {
        ProductLevel goods = key.goods();
        return goods == null
                ? "No partner has a figure of " + key.year() + " for " + key.flow() + "."
                : "No dataset has figures that " + key.terms().reporter().name() + " reported of " + key.year()
                        + " for " + key.flow() + " with "
                        + key.subject().label() + " by " + goods.label()
                        + ". Packaged are exports: by SITC3 at level 1 for 1995, 2005 and 2015, and with the world by"
                        + " HS1992 at level 2 for 2011 to 2020.";
    }
}
