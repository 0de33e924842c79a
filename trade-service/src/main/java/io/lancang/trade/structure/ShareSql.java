package io.lancang.trade.structure;

/**
 * The SQL of shares: the amount of each partner that a subject spreads over, in each period, each flow of the one dataset that
 * comes first among those with a figure of it. The world spreads over every country and former state. Continues the tables of
 * {@link io.lancang.trade.flow.SubjectSql} with {@code share (key, period, partner_code, amount, share)}; $9 has the
 * flows, of which a partner needs all.
 */
final class ShareSql {
    static final String SHARES = """
            , spread as (
              select key, period, partner_code from composition where partner_code <> 'WORLD'
              union all
              select c.key, c.period, p.code
              from composition c
              join partner p on p.kind <> 'AGGREGATE' and p.code <> $8
              where c.partner_code = 'WORLD'
            ), figure as (
              select s.key, s.period, s.partner_code, f.amount,
                     dense_rank() over (partition by s.key, s.period, f.flow order by {dataset order}) as choice
              from spread s
              join trade_flow f
                on f.partner_code = s.partner_code and f.period = s.period and f.frequency = $7::text::"char"
               and f.flow::text = any($9::text[])
               and f.currency = $6 and f.product_code = 'TOTAL' and f.reporter_code = $8 and {sees f}
              join {datasets} d on d.id = f.dataset_id and {dataset counts}
            ), share as (
              select key, period, partner_code, sum(amount) as amount,
                     sum(amount) / nullif(sum(sum(amount)) over (partition by key, period), 0) as share
              from figure where choice = 1
              group by key, period, partner_code having count(*) = cardinality($9::text[])
            )
            """;

    private ShareSql() {}
}
