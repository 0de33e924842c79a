package io.lancang.trade.structure;

/**
 * The SQL of shares: the amount of each partner that a subject spreads over, in each period, of the one dataset that
 * comes first. The world spreads over every country and former state. Continues the tables of
 * {@link io.lancang.trade.flow.SubjectSql} with {@code share (key, period, partner_code, amount, share)}; $8 has the
 * flows, of which a partner needs all.
 */
final class ShareSql {
    static final String SHARES = """
            , spread as (
              select key, period, partner_code from composition where partner_code <> 'WORLD'
              union all
              select c.key, c.period, p.code
              from composition c
              join partner p on p.kind <> 'AGGREGATE' and p.code <> 'CHN'
              where c.partner_code = 'WORLD'
            ), summed as (
              select s.key, s.period, s.partner_code, f.dataset_id, min(d.precedence) as precedence,
                     sum(f.amount) as amount
              from spread s
              join trade_flow f
                on f.partner_code = s.partner_code and f.period = s.period and f.frequency = $7::text::"char"
               and f.flow::text = any($8::text[])
               and f.currency = $6 and f.product_code = 'TOTAL' and f.reporter_code = 'CHN' and {sees f}
              join dataset d on d.id = f.dataset_id and d.precedence is not null
              group by s.key, s.period, s.partner_code, f.dataset_id having count(*) = cardinality($8::text[])
            ), ordered as (
              select *, dense_rank() over (partition by key, period order by precedence) as choice from summed
            ), share as (
              select key, period, partner_code, amount,
                     amount / nullif(sum(amount) over (partition by key, period), 0) as share
              from ordered where choice = 1
            )
            """;

    private ShareSql() {}
}
