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
 * Compares compositions of exports and imports, in the database: one statement for all exporters. Both are of one
 * dataset. What an economy reports of its trade with the world comes before the sum over its partners, and that before
 * what the other side reports.
 */
@Singleton
class ComplementarityRepository {
    private static final String MATCHES = CodeSql.in("""
            with goods as (
              select key from product where classification = $2 and level = $3
            ), bilateral as (
              select f.dataset_id, f.reporter_code, f.product_code, sum(f.amount) as amount
              from {figures} f
              join goods g on g.key = f.product_code
              join partner r on r.code = f.reporter_code and r.kind <> 'AGGREGATE'
              where f.partner_code = $4 and f.frequency = 'A' and f.period = make_date($5::int, 1, 1) and f.flow = {exports}
                and f.currency = 'USD' and {sees}
              group by 1, 2, 3
            ), with_world as (
              select f.dataset_id, f.reporter_code, f.flow, f.product_code, f.amount
              from {figures} f
              join goods g on g.key = f.product_code
              where f.partner_code = 'WORLD' and f.frequency = 'A' and f.period = make_date($5::int, 1, 1)
                and (f.flow = {exports} and f.reporter_code = any($1::text[]) or f.flow = {imports} and f.reporter_code = $4)
                and f.currency = 'USD' and {sees}
            ), whole as (
              select * from with_world
              union all
              select f.dataset_id, f.reporter_code, f.flow, f.product_code, f.amount
              from trade_product_rollup f
              join goods g on g.key = f.product_code
              where f.frequency = 'A' and f.period = make_date($5::int, 1, 1)
                and (f.flow = {exports} and f.reporter_code = any($1::text[]) or f.flow = {imports} and f.reporter_code = $4)
                and f.currency = 'USD' and {sees}
                and not exists (select from with_world w
                                where w.dataset_id = f.dataset_id and w.reporter_code = f.reporter_code
                                  and w.flow = f.flow)
            ), demand as (
              select dataset_id, product_code, amount, true as reported from whole where flow = {imports}
              union all
              select b.dataset_id, b.product_code, sum(b.amount), false from bilateral b
              where not exists (select from whole w where w.dataset_id = b.dataset_id and w.flow = {imports})
              group by 1, 2
            ), bought as (
              select d.dataset_id, sum(d.amount) as amount, bool_and(d.reported) as reported from demand d
              group by d.dataset_id
            ), sold as (
              select dataset_id, reporter_code, sum(amount) as amount from whole where flow = {exports} group by 1, 2
            ), seller as (
              select dataset_id, count(distinct reporter_code) as sellers, min(reporter_code) as one from bilateral
              group by dataset_id
            ), partners as (
              select f.dataset_id, f.reporter_code, f.flow, count(distinct f.partner_code) as partners,
                     min(f.partner_code) as one
              from {figures} f
              join goods g on g.key = f.product_code
              join partner p on p.code = f.partner_code and p.kind <> 'AGGREGATE'
              where f.frequency = 'A' and f.period = make_date($5::int, 1, 1)
                and (f.flow = {exports} and f.reporter_code = any($1::text[]) or f.flow = {imports} and f.reporter_code = $4)
                and f.currency = 'USD' and {sees}
              group by 1, 2, 3
              union all
              select distinct dataset_id, reporter_code, flow, 2, null from with_world
            ), pair as (
              select s.dataset_id, s.reporter_code as exporter, s.amount as sold, b.amount as bought,
                     (select case when max(p.partners) > 1 then 'ALL_PARTNERS' when min(p.one) = $4 then 'BILATERAL' end
                      from partners p
                      where p.dataset_id = s.dataset_id and p.reporter_code = s.reporter_code and p.flow = {exports})
                       as export_basis,
                     case when b.reported
                          then (select case when max(p.partners) > 1 then 'ALL_PARTNERS' end from partners p
                                where p.dataset_id = s.dataset_id and p.reporter_code = $4 and p.flow = {imports})
                          when r.sellers > 1 then 'MIRRORED'
                          when r.one = s.reporter_code then 'BILATERAL' end as import_basis
              from sold s
              join bought b on b.dataset_id = s.dataset_id
              left join seller r on r.dataset_id = s.dataset_id
              where s.amount > 0 and b.amount > 0 and s.reporter_code <> $4
            ), judged as (
              select *, export_basis is not null and import_basis is not null
                        and not (export_basis = 'BILATERAL' and import_basis = 'BILATERAL') as knows_a_whole
              from pair
            ), choice as (
              select distinct on (p.exporter) p.*
              from judged p join {datasets} d on d.id = p.dataset_id
              order by p.exporter, p.knows_a_whole desc, {dataset order}
            )
            select c.exporter, c.dataset_id::int as dataset_id, c.knows_a_whole, c.export_basis, c.import_basis, g.key,
                   coalesce(x.amount * 100 / c.sold, 0)::float8 as export_share,
                   coalesce(m.amount * 100 / c.bought, 0)::float8 as import_share,
                   least(coalesce(x.amount / c.sold, 0), coalesce(m.amount / c.bought, 0)) * 100 as overlap
            from choice c
            cross join goods g
            left join whole x on x.dataset_id = c.dataset_id and x.reporter_code = c.exporter and x.flow = {exports}
                             and x.product_code = g.key
            left join demand m on m.dataset_id = c.dataset_id and m.product_code = g.key
            where x.amount is not null or m.amount is not null
            order by c.exporter, overlap desc, g.key
            """);

    private final Pool pool;

    ComplementarityRepository(Pool pool) {
        this.pool = pool;
    }

    /** The complementarity of each exporter with the importer, undefined with a reason where it is. */
    Uni<Map<Comparison.Key, Complementarity>> complementarities(Comparison comparison, List<Comparison.Key> keys) {
        return comparison.read(pool, MATCHES, keys, ComplementarityRepository::of);
    }

    private static Complementarity of(Comparison.Key key, List<Row> rows) {
        if (rows.isEmpty()) {
            return Complementarity.undefined(key, Gaps.noExports(key));
        }
        Row first = rows.getFirst();
        if (!first.getBoolean("knows_a_whole")) {
            return Complementarity.undefined(
                    key,
                    Gap.of(
                            GapReason.NOT_COVERED,
                            "Of " + key.exporter() + " and " + key.comparison().other()
                                    + " only the trade with one partner in "
                                    + key.comparison().year()
                                    + " is loaded, so that there is no whole to compare with."));
        }
        return Complementarity.of(
                key,
                StructureBasis.valueOf(first.getString("export_basis")),
                StructureBasis.valueOf(first.getString("import_basis")),
                rows.stream().map(ComplementarityRepository::matchOf).toList(),
                first.getInteger("dataset_id"));
    }

    private static ProductMatch matchOf(Row row) {
        return new ProductMatch(
                row.getDouble("export_share"),
                row.getDouble("import_share"),
                row.getBigDecimal("overlap").doubleValue(),
                row.getString("key"));
    }
}
