package io.lancang.trade.intake;

/** The statements that look for what is odd about figures of trade. Rows of a file are read once, into sums that the others read. */
final class FlowDoubtSql {
    /**
     * Sums of the file by reporter, partner, flow, period and level of a classification, in a table that ends with the transaction. All
     * goods are a level of their own. Levels are seen by the length of codes: so each row is looked at by itself.
     */
    static final String SUMS = """
            create temporary table flow_doubt on commit drop as
            select reporter_code, partner_code, flow, currency, frequency, period,
                   split_part(product_code, ':', 1) as goods, length(product_code) as digits, min(product_code) as example,
                   sum(amount) as amount, count(*) as figures, min(line_number)::bigint as line
            from {staged} group by 1, 2, 3, 4, 5, 6, 7, 8
            """;

    /** Who trades with whom. */
    static final String PAIRS = """
            with pair as (
              select reporter_code, partner_code, min(line) as line, max(period) as last,
                     min(line) filter (where period > current_date) as later_line
              from flow_doubt group by reporter_code, partner_code
            )
            select p.reporter_code as reporter, p.partner_code as partner, p.line, p.later_line, p.last::text as last,
                   p.reporter_code = p.partner_code and p.reporter_code <> 'WORLD' as is_own,
                   exists (select from trade_flow_tally t where t.superseded_by is null
                             and t.reporter_code = p.reporter_code and t.dataset_id <> {dataset})
                   and not exists (select from trade_flow_tally t where t.superseded_by is null
                             and t.reporter_code = p.reporter_code and t.partner_code = p.partner_code
                             and t.dataset_id <> {dataset})
                   as is_stranger
            from pair p order by p.line
            """;

    private static final String THAT_STEP = """
            where line is not null and amount > 0 and coalesce(before, after) is not null
              and (amount >= 1000 * greatest(before, after) or amount * 1000 <= least(before, after))
            order by line limit 100
            """;

    /** Figures of all goods beside those of the periods before and after, in the file or as loaded. */
    static final String STEPS = """
            with wanted as (
              select distinct reporter_code, partner_code, flow, currency, frequency from flow_doubt where goods = 'TOTAL'
            ), known as (
              select reporter_code, partner_code, flow, currency, frequency, period, amount, line
              from flow_doubt where goods = 'TOTAL'
              union all
              select f.reporter_code, f.partner_code, f.flow, f.currency, f.frequency, f.period, max(f.amount), null
              from wanted w join trade_flow f using (reporter_code, partner_code, flow, currency, frequency)
              where f.product_code = 'TOTAL' and f.superseded_by is null
                and not exists (select from flow_doubt s where s.goods = 'TOTAL' and s.reporter_code = f.reporter_code
                                  and s.partner_code = f.partner_code and s.flow = f.flow and s.currency = f.currency
                                  and s.frequency = f.frequency and s.period = f.period)
              group by 1, 2, 3, 4, 5, 6
            ), beside as (
              select *, lag(nullif(amount, 0)) over series as before, lead(nullif(amount, 0)) over series as after
              from known
              window series as (partition by reporter_code, partner_code, flow, currency, frequency order by period)
            )
            select line, partner_code as partner, amount::text as amount, coalesce(before, after)::text as neighbour,
                   amount > coalesce(before, after) as is_more
            from beside
            """ + THAT_STEP;

    /**
     * The same of products: one product goes up and down, all of a level together hardly do. A period with less than half as many
     * products, or more than twice as many, is of other goods and compares with none. What is loaded is looked at a year before and after
     * the file, where chapters and divisions have the sums of their parts.
     */
    static final String STEPS_OF_PRODUCTS = """
            with figures as (
              select s.reporter_code, s.partner_code, s.flow, s.currency, s.frequency, s.period, p.classification, p.level,
                     sum(s.amount) as amount, sum(s.figures)::bigint as figures, min(s.line) as line
              from flow_doubt s join product p on p.key = s.example
              where s.goods <> 'TOTAL' group by 1, 2, 3, 4, 5, 6, 7, 8
            ), wanted as (
              select reporter_code, partner_code, flow, currency, frequency, classification, level,
                     min(period) - interval '1 year' as first, max(period) + interval '1 year' as last
              from figures group by 1, 2, 3, 4, 5, 6, 7
            ), loaded as (
              select w.reporter_code, w.partner_code, w.flow, w.currency, w.frequency, t.period, w.classification, w.level,
                     t.dataset_id, sum(t.figures)::bigint as figures
              from wanted w
              join trade_flow_tally t using (reporter_code, partner_code, flow, currency, frequency, classification, level)
              where t.superseded_by is null and t.period between w.first and w.last
                and not exists (select from figures s where s.reporter_code = t.reporter_code and s.partner_code = t.partner_code
                                  and s.flow = t.flow and s.currency = t.currency and s.frequency = t.frequency
                                  and s.period = t.period and s.classification = t.classification and s.level = t.level)
              group by 1, 2, 3, 4, 5, 6, 7, 8, 9
            ), known as (
              select reporter_code, partner_code, flow, currency, frequency, classification, level, period, amount, figures, line
              from figures
              union all
              select l.reporter_code, l.partner_code, l.flow, l.currency, l.frequency, l.classification, l.level, l.period,
                     max(r.amount), max(l.figures), null
              from loaded l cross join lateral (
                select sum(r.amount) as amount from trade_rollup r join product p on p.key = r.product_code
                where r.superseded_by is null and r.dataset_id = l.dataset_id and r.reporter_code = l.reporter_code
                  and r.partner_code = l.partner_code and r.flow = l.flow and r.currency = l.currency
                  and r.frequency = l.frequency and r.period = l.period
                  and p.classification = l.classification and p.level = least(l.level, 2)) r
              where r.amount is not null
              group by 1, 2, 3, 4, 5, 6, 7, 8
            ), beside as (
              select *, lag(nullif(amount, 0)) over series as earlier, lag(figures) over series as figures_before,
                     lead(nullif(amount, 0)) over series as later, lead(figures) over series as figures_after
              from known
              window series as (partition by reporter_code, partner_code, flow, currency, frequency, classification, level
                                order by period)
            ), alike as (
              select *, case when figures <= 2 * figures_before and figures_before <= 2 * figures then earlier end as before,
                     case when figures <= 2 * figures_after and figures_after <= 2 * figures then later end as after
              from beside
            )
            select line, partner_code as partner, amount::text as amount, coalesce(before, after)::text as neighbour,
                   amount > coalesce(before, after) as is_more, classification, level, figures
            from alike
            """ + THAT_STEP;

    private FlowDoubtSql() {}
}
