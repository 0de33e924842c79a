-- As before in what it computes; anew in how, so that millions of figures take seconds:
--   * figures are read twice and no more: once for sums by product, once for sums by partner up to the first product that
--     is kept; what climbs on from there is few rows;
--   * what is looked up by product comes as an array of keys, so that a dataset of subheadings alone is not read again for
--     chapters that it does not have;
--   * no nested loops, and sums by hashing: the planner knows little of rows that the same transaction wrote and takes joins
--     of several columns for far more selective than they are (54 rows instead of two million), so that it would walk
--     through a table once for each row of another, and sort all figures to group them;
--   * plans are made with the values of this call, so that only the partitions of its dataset and years are opened.
create or replace function refresh_trade_rollups(of_dataset smallint, by_release bigint) returns void language plpgsql
set enable_nestloop = off set enable_sort = off set plan_cache_mode = force_custom_plan as $$
declare
  at_level smallint;
  first_period date;
  last_period date;
  kept_as_given text[];
begin
  set local client_min_messages = warning;
  drop table if exists pg_temp.product_sum, pg_temp.climb, pg_temp.main_classification, pg_temp.told, pg_temp.summed,
    pg_temp.rolled, pg_temp.product_rolled;
  analyze changed_slice;
  select min(period), max(period) into first_period, last_period from changed_slice;

  -- What each slice has figures for. Sums are over single partners; a product that only aggregates have has null.
  create temp table product_sum on commit drop as
    select f.frequency, f.period, f.reporter_code, f.flow, f.product_code, f.currency, f.valuation, f.source_id,
           sum(f.amount) filter (where p.kind <> 'AGGREGATE') as amount,
           bool_or(f.quality = 'E') as estimated, bool_or(f.quality = 'C') as reconciled,
           count(*) filter (where p.kind <> 'AGGREGATE') as parts
    from trade_flow f
    join partner p on p.code = f.partner_code
    where f.dataset_id = of_dataset and f.superseded_by is null
      and f.period between first_period and last_period
      and (f.frequency, f.period, f.reporter_code) in (select frequency, period, reporter_code from changed_slice)
    group by f.frequency, f.period, f.reporter_code, f.flow, f.product_code, f.currency, f.valuation, f.source_id;
  analyze product_sum;

  -- Where a figure goes up to: past levels that neither have figures of their own nor are kept, so that subheadings
  -- become chapters in one step.
  create temp table climb on commit drop as
    with recursive present (code) as (
      select distinct product_code from product_sum
    ), path (code, level, classification, target, target_level, parent_key, stops) as (
      select distinct p.key, p.level, p.classification, p.key, p.level, p.parent_key, false
      from product p where p.key in (select code from present)
         or p.level <= 2 and p.classification in (select classification from product where key in (select code from present))
      union all
      select path.code, path.level, path.classification, p.key, p.level, p.parent_key,
             p.level <= 2 or p.key in (select code from present)
      from path join product p on p.key = path.parent_key where not path.stops
    )
    select code, level, classification, target, target_level from path where stops;
  -- All goods are one product, but figures by two classifications are the same goods twice.
  create temp table main_classification on commit drop as
    select s.frequency, s.period, s.reporter_code, min(p.classification) as classification
    from product_sum s join product p on p.key = s.product_code and p.level > 0
    group by 1, 2, 3;
  analyze climb, main_classification;

  kept_as_given := array(
    select p.key from product p
    where p.key in (select product_code from product_sum) and (p.level <= 2 or p.key in (select target from climb)));
  create temp table told on commit drop as
    select f.frequency, f.period, f.reporter_code, f.partner_code, f.flow, f.product_code, f.currency, f.valuation,
           f.amount, f.quality, f.source_id, p.level
    from trade_flow f
    join product p on p.key = f.product_code
    where f.product_code = any(kept_as_given) and f.dataset_id = of_dataset and f.superseded_by is null
      and f.period between first_period and last_period
      and (f.frequency, f.period, f.reporter_code) in (select frequency, period, reporter_code from changed_slice);
  analyze told;

  create temp table summed on commit drop as
    select v.frequency, v.period, v.reporter_code, v.partner_code, v.flow, c.target as product_code, v.currency,
           v.valuation, v.source_id, c.target_level as level, sum(v.amount) as amount,
           bool_or(v.quality = 'E') as estimated, bool_or(v.quality = 'C') as reconciled, count(*) as parts
    from trade_flow v
    join climb c on c.code = v.product_code and c.level > 0
    join main_classification m using (frequency, period, reporter_code)
    where v.dataset_id = of_dataset and v.superseded_by is null
      and v.period between first_period and last_period
      and (v.frequency, v.period, v.reporter_code) in (select frequency, period, reporter_code from changed_slice)
      and (c.target_level > 0 or c.classification = m.classification)
      and not exists (
        select 1 from told t
        where t.frequency = v.frequency and t.period = v.period and t.reporter_code = v.reporter_code
          and t.partner_code = v.partner_code and t.flow = v.flow and t.product_code = c.target
          and t.currency = v.currency)
    group by v.frequency, v.period, v.reporter_code, v.partner_code, v.flow, c.target, v.currency, v.valuation,
             v.source_id, c.target_level;
  for at_level in select distinct level from climb where level > 0 order by level desc loop
    insert into summed
    select v.frequency, v.period, v.reporter_code, v.partner_code, v.flow, c.target, v.currency, v.valuation,
           v.source_id, c.target_level, sum(v.amount), bool_or(v.estimated), bool_or(v.reconciled), sum(v.parts)
    from summed v
    join climb c on c.code = v.product_code
    join main_classification m using (frequency, period, reporter_code)
    where v.level = at_level
      and (c.target_level > 0 or c.classification = m.classification)
      and not exists (
        select 1 from told t
        where t.frequency = v.frequency and t.period = v.period and t.reporter_code = v.reporter_code
          and t.partner_code = v.partner_code and t.flow = v.flow and t.product_code = c.target
          and t.currency = v.currency)
    group by v.frequency, v.period, v.reporter_code, v.partner_code, v.flow, c.target, v.currency, v.valuation,
             v.source_id, c.target_level;
  end loop;

  create temp table rolled on commit drop as
    select frequency, period, reporter_code, partner_code, flow, product_code, currency, valuation, amount, quality,
           array[source_id] as source_ids, 1 as parts, false as computed
    from told where level <= 2
    union all
    select frequency, period, reporter_code, partner_code, flow, product_code, currency, valuation, sum(amount),
           quality_of_sum(bool_or(estimated), bool_or(reconciled)), array_agg(distinct source_id),
           sum(parts)::integer, true
    from summed where level <= 2
    group by frequency, period, reporter_code, partner_code, flow, product_code, currency, valuation;

  create temp table product_rolled on commit drop as
    with recursive up (code, target, parent_key) as (
      select p.key, p.key, p.parent_key from product p
      where p.level > 2 and p.key in (select product_code from product_sum)
      union all
      select up.code, p.key, p.parent_key from up join product p on p.key = up.parent_key
      where p.level > 2 and p.key not in (select product_code from product_sum)
    ), part as (
      select s.frequency, s.period, s.reporter_code, s.flow, up.target as product_code, s.currency, s.valuation,
             s.source_id, s.amount, s.parts, s.estimated, s.reconciled
      from product_sum s join up on up.code = s.product_code where s.amount is not null
      union all
      select r.frequency, r.period, r.reporter_code, r.flow, r.product_code, r.currency, r.valuation, r.source_ids[1],
             r.amount, r.parts, r.quality = 'E', r.quality = 'C'
      from rolled r
      join partner p on p.code = r.partner_code and p.kind <> 'AGGREGATE'
    )
    select frequency, period, reporter_code, flow, product_code, currency, valuation, sum(amount) as amount,
           quality_of_sum(bool_or(estimated), bool_or(reconciled)) as quality,
           array_agg(distinct source_id) as source_ids, sum(parts)::integer as parts
    from part group by 1, 2, 3, 4, 5, 6, 7;
  analyze rolled, product_rolled;

  update trade_rollup t set superseded_by = by_release
  from changed_slice c
  where t.dataset_id = of_dataset and t.superseded_by is null and t.period between first_period and last_period
    and t.frequency = c.frequency and t.period = c.period and t.reporter_code = c.reporter_code
    and not exists (
      select 1 from rolled r
      where r.frequency = t.frequency and r.period = t.period and r.reporter_code = t.reporter_code
        and r.partner_code = t.partner_code and r.flow = t.flow and r.product_code = t.product_code
        and r.currency = t.currency and r.valuation = t.valuation
        and (r.amount, r.quality, r.source_ids, r.parts, r.computed)
          is not distinct from (t.amount, t.quality, t.source_ids, t.parts, t.computed));
  insert into trade_rollup (dataset_id, frequency, period, reporter_code, partner_code, flow, product_code, currency,
                            valuation, amount, quality, source_ids, parts, computed, release_id)
  select of_dataset, r.frequency, r.period, r.reporter_code, r.partner_code, r.flow, r.product_code, r.currency,
         r.valuation, r.amount, r.quality, r.source_ids, r.parts, r.computed, by_release
  from rolled r
  where not exists (
    select 1 from trade_rollup t
    where t.dataset_id = of_dataset and t.superseded_by is null and t.period between first_period and last_period
      and t.frequency = r.frequency and t.period = r.period and t.reporter_code = r.reporter_code
      and t.partner_code = r.partner_code and t.flow = r.flow and t.product_code = r.product_code
      and t.currency = r.currency and t.valuation = r.valuation)
  order by r.partner_code, r.product_code, r.period;

  update trade_product_rollup t set superseded_by = by_release
  from changed_slice c
  where t.dataset_id = of_dataset and t.superseded_by is null and t.period between first_period and last_period
    and t.frequency = c.frequency and t.period = c.period and t.reporter_code = c.reporter_code
    and not exists (
      select 1 from product_rolled r
      where r.frequency = t.frequency and r.period = t.period and r.reporter_code = t.reporter_code
        and r.flow = t.flow and r.product_code = t.product_code
        and r.currency = t.currency and r.valuation = t.valuation
        and (r.amount, r.quality, r.source_ids, r.parts)
          is not distinct from (t.amount, t.quality, t.source_ids, t.parts));
  insert into trade_product_rollup (dataset_id, frequency, period, reporter_code, flow, product_code, currency, valuation,
                                    amount, quality, source_ids, parts, release_id)
  select of_dataset, r.frequency, r.period, r.reporter_code, r.flow, r.product_code, r.currency, r.valuation,
         r.amount, r.quality, r.source_ids, r.parts, by_release
  from product_rolled r
  where not exists (
    select 1 from trade_product_rollup t
    where t.dataset_id = of_dataset and t.superseded_by is null and t.period between first_period and last_period
      and t.frequency = r.frequency and t.period = r.period and t.reporter_code = r.reporter_code
      and t.flow = r.flow and t.product_code = r.product_code
      and t.currency = r.currency and t.valuation = r.valuation)
  order by r.product_code, r.period;
end $$;

