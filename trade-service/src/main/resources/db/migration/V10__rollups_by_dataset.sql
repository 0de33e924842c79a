-- Sums are kept by dataset, as flows are: the first sums of a dataset are written into tables of their own, sorted, and
-- indexed when they are all there; a question that names a dataset opens no other. Codes compare by bytes ("C"), as in
-- `trade_flow`. Columns and what they mean are as before.
create table trade_rollup_new (
  dataset_id     smallint not null,
  frequency      "char"   not null,
  period         date     not null,
  reporter_code  text collate "C" not null,
  partner_code   text collate "C" not null,
  flow           "char"   not null,
  product_code   text collate "C" not null,
  currency       text collate "C" not null,
  valuation      text collate "C" not null,
  amount         numeric  not null,
  quality        "char"   not null,
  source_ids     text[] collate "C" not null,
  parts          integer  not null,
  computed       boolean  not null,
  release_id     bigint   not null,
  superseded_by  bigint
) partition by list (dataset_id);
create table trade_product_rollup_new (
  dataset_id     smallint not null,
  frequency      "char"   not null,
  period         date     not null,
  reporter_code  text collate "C" not null,
  flow           "char"   not null,
  product_code   text collate "C" not null,
  currency       text collate "C" not null,
  valuation      text collate "C" not null,
  amount         numeric  not null,
  quality        "char"   not null,
  source_ids     text[] collate "C" not null,
  parts          integer  not null,
  release_id     bigint   not null,
  superseded_by  bigint
) partition by list (dataset_id);

-- Loads of the version before wait or fail from here on; its readers go on until the names change hands.
lock table trade_rollup, trade_product_rollup in share row exclusive mode;
do $$
declare
  of_dataset smallint;
begin
  for of_dataset in select dataset_id from trade_rollup union select dataset_id from trade_product_rollup loop
    execute format('create table trade_rollup_d%1$s partition of trade_rollup_new for values in (%1$s)', of_dataset);
    execute format('create table trade_product_rollup_d%1$s partition of trade_product_rollup_new for values in (%1$s)',
                   of_dataset);
  end loop;
end $$;
insert into trade_rollup_new
select dataset_id, frequency, period, reporter_code, partner_code, flow, product_code, currency, valuation, amount, quality,
       source_ids, parts, computed, release_id, superseded_by
from trade_rollup order by dataset_id, partner_code, product_code, period;
insert into trade_product_rollup_new
select dataset_id, frequency, period, reporter_code, flow, product_code, currency, valuation, amount, quality, source_ids,
       parts, release_id, superseded_by
from trade_product_rollup order by dataset_id, product_code, period;

create unique index trade_rollup_present on trade_rollup_new
  (partner_code, product_code, frequency, period, flow, reporter_code, currency, dataset_id, valuation)
  where superseded_by is null;
create index trade_rollup_present_by_product on trade_rollup_new (product_code, frequency, period, flow)
  where superseded_by is null;
create index trade_rollup_present_by_slice on trade_rollup_new (frequency, period, reporter_code)
  where superseded_by is null;
create index trade_rollup_history on trade_rollup_new (partner_code, product_code, frequency, period)
  where superseded_by is not null;
create unique index trade_product_rollup_present on trade_product_rollup_new
  (product_code, frequency, period, flow, reporter_code, currency, dataset_id, valuation) where superseded_by is null;
create index trade_product_rollup_present_by_slice on trade_product_rollup_new (frequency, period, reporter_code)
  where superseded_by is null;
create index trade_product_rollup_history on trade_product_rollup_new (product_code, frequency, period)
  where superseded_by is not null;

-- The former tables stay until the next migration; the names change hands in one moment.
alter table trade_rollup rename to trade_rollup_former;
alter table trade_product_rollup rename to trade_product_rollup_former;
alter table trade_rollup_new rename to trade_rollup;
alter table trade_product_rollup_new rename to trade_product_rollup;
analyze trade_rollup, trade_product_rollup;

alter function quality_of_sum parallel safe;

-- As before in what it computes; anew in how:
--   * figures are grouped by several workers: they cannot read temporary tables, so what is small comes as arrays;
--   * a sum that the dataset gives itself is taken out after grouping, of few rows, and not before, of all figures;
--   * sources are collected apart, and only where a dataset has several: to collect them while grouping is to sort.
create or replace function refresh_trade_rollups(of_dataset smallint, by_release bigint) returns void language plpgsql
set enable_nestloop = off set enable_sort = off set plan_cache_mode = force_custom_plan as $$
declare
  at_level smallint;
  first_period date;
  last_period date;
  frequencies "char"[];
  periods date[];
  reporters text[];
  classifications text[];
  kept_as_given text[];
  codes text[];
  targets text[];
  target_levels smallint[];
  target_classifications text[];
  is_of_several_sources boolean;
begin
  set local client_min_messages = warning;
  drop table if exists pg_temp.product_sum, pg_temp.climb, pg_temp.main_classification, pg_temp.told, pg_temp.summed,
    pg_temp.rolled, pg_temp.product_part, pg_temp.product_rolled;
  select min(period), max(period), array_agg(frequency), array_agg(period), array_agg(reporter_code)
  into first_period, last_period, frequencies, periods, reporters
  from (select distinct frequency, period, reporter_code from changed_slice) as slice;

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
      and (f.frequency, f.period, f.reporter_code) in (select * from unnest(frequencies, periods, reporters))
    group by f.frequency, f.period, f.reporter_code, f.flow, f.product_code, f.currency, f.valuation, f.source_id;
  analyze product_sum;
  is_of_several_sources := (select min(source_id) <> max(source_id) from product_sum);

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
      and (f.frequency, f.period, f.reporter_code) in (select * from unnest(frequencies, periods, reporters));
  analyze told;

  select array_agg(frequency), array_agg(period), array_agg(reporter_code), array_agg(classification)
  into frequencies, periods, reporters, classifications from main_classification;
  select array_agg(code), array_agg(target), array_agg(target_level), array_agg(classification)
  into codes, targets, target_levels, target_classifications from climb where level > 0;
  create temp table summed on commit drop as
    select v.frequency, v.period, v.reporter_code, v.partner_code, v.flow, c.target as product_code, v.currency,
           v.valuation, v.source_id, min(c.target_level) as level, sum(v.amount) as amount,
           bool_or(v.quality = 'E') as estimated, bool_or(v.quality = 'C') as reconciled, count(*) as parts
    from trade_flow v
    join unnest(codes, targets, target_levels, target_classifications) as c (code, target, target_level, classification)
      on c.code = v.product_code
    join unnest(frequencies, periods, reporters, classifications) as m (frequency, period, reporter_code, classification)
      on m.frequency = v.frequency and m.period = v.period and m.reporter_code = v.reporter_code
    where v.dataset_id = of_dataset and v.superseded_by is null
      and v.period between first_period and last_period
      and (c.target_level > 0 or c.classification = m.classification)
    group by v.frequency, v.period, v.reporter_code, v.partner_code, v.flow, c.target, v.currency, v.valuation,
             v.source_id;
  if exists (select from told) then
    delete from summed s using told t
    where t.frequency = s.frequency and t.period = s.period and t.reporter_code = s.reporter_code
      and t.partner_code = s.partner_code and t.flow = s.flow and t.product_code = s.product_code
      and t.currency = s.currency;
  end if;
  analyze summed;
  for at_level in select distinct level from climb where level > 0 order by level desc loop
    insert into summed
    select v.frequency, v.period, v.reporter_code, v.partner_code, v.flow, c.target, v.currency, v.valuation,
           v.source_id, min(c.target_level), sum(v.amount), bool_or(v.estimated), bool_or(v.reconciled), sum(v.parts)
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
             v.source_id;
  end loop;

  create temp table rolled on commit drop as
    select frequency, period, reporter_code, partner_code, flow, product_code, currency, valuation, amount, quality,
           array[source_id] as source_ids, 1 as parts, false as computed
    from told where level <= 2
    union all
    select frequency, period, reporter_code, partner_code, flow, product_code, currency, valuation, sum(amount),
           quality_of_sum(bool_or(estimated), bool_or(reconciled)), array[min(source_id)], sum(parts)::integer, true
    from summed where level <= 2
    group by frequency, period, reporter_code, partner_code, flow, product_code, currency, valuation;
  if is_of_several_sources then
    update rolled r set source_ids = s.source_ids
    from (select frequency, period, reporter_code, partner_code, flow, product_code, currency, valuation,
                 array_agg(distinct source_id) as source_ids
          from summed where level <= 2
          group by 1, 2, 3, 4, 5, 6, 7, 8 having min(source_id) <> max(source_id)) s
    where r.computed and s.frequency = r.frequency and s.period = r.period and s.reporter_code = r.reporter_code
      and s.partner_code = r.partner_code and s.flow = r.flow and s.product_code = r.product_code
      and s.currency = r.currency and s.valuation = r.valuation;
  end if;

  create temp table product_part on commit drop as
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
    select frequency, period, reporter_code, flow, product_code, currency, valuation, source_id, sum(amount) as amount,
           bool_or(estimated) as estimated, bool_or(reconciled) as reconciled, sum(parts) as parts
    from part
    group by frequency, period, reporter_code, flow, product_code, currency, valuation, source_id;
  analyze product_part;
  create temp table product_rolled on commit drop as
    select frequency, period, reporter_code, flow, product_code, currency, valuation, sum(amount) as amount,
           quality_of_sum(bool_or(estimated), bool_or(reconciled)) as quality,
           array[min(source_id)] as source_ids, sum(parts)::integer as parts
    from product_part
    group by frequency, period, reporter_code, flow, product_code, currency, valuation;
  if is_of_several_sources then
    update product_rolled r set source_ids = s.source_ids
    from (select frequency, period, reporter_code, flow, product_code, currency, valuation,
                 array_agg(distinct source_id) as source_ids
          from product_part
          group by 1, 2, 3, 4, 5, 6, 7 having min(source_id) <> max(source_id)) s
    where s.frequency = r.frequency and s.period = r.period and s.reporter_code = r.reporter_code
      and s.flow = r.flow and s.product_code = r.product_code and s.currency = r.currency
      and s.valuation = r.valuation;
  end if;
  analyze rolled, product_rolled;

  if to_regclass('trade_rollup_d' || of_dataset) is null then
    perform add_first_trade_rollups(of_dataset, by_release);
  else
    perform revise_trade_rollups(of_dataset, by_release, first_period, last_period);
  end if;
end $$;

-- The first sums of a dataset, of `rolled` and `product_rolled`: both tables become partitions as they are.
create function add_first_trade_rollups(of_dataset smallint, by_release bigint) returns void language plpgsql as $$
begin
  execute format('create table trade_rollup_d%1$s (like trade_rollup)', of_dataset);
  execute format('insert into trade_rollup_d%1$s'
                 ' select %1$s, frequency, period, reporter_code, partner_code, flow, product_code, currency, valuation,'
                 ' amount, quality, source_ids, parts, computed, %2$s, null'
                 ' from rolled order by partner_code, product_code, period', of_dataset, by_release);
  execute format('alter table trade_rollup attach partition trade_rollup_d%1$s for values in (%1$s)', of_dataset);
  execute format('create table trade_product_rollup_d%1$s (like trade_product_rollup)', of_dataset);
  execute format('insert into trade_product_rollup_d%1$s'
                 ' select %1$s, frequency, period, reporter_code, flow, product_code, currency, valuation,'
                 ' amount, quality, source_ids, parts, %2$s, null'
                 ' from product_rolled order by product_code, period', of_dataset, by_release);
  execute format('alter table trade_product_rollup attach partition trade_product_rollup_d%1$s for values in (%1$s)',
                 of_dataset);
  execute format('analyze trade_rollup_d%1$s, trade_product_rollup_d%1$s', of_dataset);
end $$;

-- Compares `rolled` and `product_rolled` with what is there in the slices that changed: what stays the same is not touched.
create function revise_trade_rollups(of_dataset smallint, by_release bigint, first_period date, last_period date)
returns void language plpgsql
set enable_nestloop = off set enable_sort = off set plan_cache_mode = force_custom_plan as $$
begin
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

