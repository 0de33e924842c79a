-- What is asked of all figures is answered from few rows:
--   * sums by product know how many figures they are over, and the smallest and the largest of them;
--   * sums by product of months are kept by year too, since most questions are about whole years;
--   * how many figures there are is kept by period, partner, flow and level, so that a list knows its length and where its
--     next page begins without looking at what it does not tell;
--   * figures have an index by partner and period, in the order in which lists go through them, one by product, and one by
--     amount. The first replaces the one by partner and product, and keeps a figure from being given twice as that did.
lock table trade_flow, trade_rollup, trade_product_rollup in share row exclusive mode;

create unique index trade_flow_present_listed on trade_flow_present
  (partner_code, period, reporter_code, flow, product_code, currency, frequency, dataset_id);
create index trade_flow_present_of_product on trade_flow_present (product_code, reporter_code, partner_code, period, flow);
create index trade_flow_present_by_amount on trade_flow_present (amount);
drop index trade_flow_present_key;
drop index trade_flow_present_by_product;

-- How many figures of a release (`brought_by`) are seen: `release_id` and `superseded_by` say from and until when it are as
-- many. No row stands for none.
create table trade_flow_tally (
  dataset_id      smallint not null,
  frequency       "char"   not null,
  period          date     not null,
  reporter_code   text collate "C" not null,
  partner_code    text collate "C" not null,
  flow            "char"   not null,
  currency        text collate "C" not null,
  classification  text collate "C" not null,
  level           smallint not null,
  brought_by      bigint   not null,
  figures         integer  not null,
  release_id      bigint   not null,
  superseded_by   bigint
);
with change as (
  select dataset_id, frequency, period, reporter_code, partner_code, flow, currency, classification, level, brought_by,
         at, sum(change) as change
  from (
    select f.dataset_id, f.frequency, f.period, f.reporter_code, f.partner_code, f.flow, f.currency, p.classification, p.level,
           f.release_id as brought_by, f.release_id as at, count(*) as change
    from trade_flow f join product p on p.key = f.product_code
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
    union all
    select f.dataset_id, f.frequency, f.period, f.reporter_code, f.partner_code, f.flow, f.currency, p.classification, p.level,
           f.release_id, f.superseded_by, -count(*)
    from trade_flow f join product p on p.key = f.product_code
    where f.superseded_by is not null
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
  ) as each
  group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
), state as (
  select c.*, sum(change) over figures_of as figures, lead(at) over figures_of as until
  from change c
  window figures_of as (partition by dataset_id, frequency, period, reporter_code, partner_code, flow, currency,
                                     classification, level, brought_by order by at)
)
insert into trade_flow_tally
select dataset_id, frequency, period, reporter_code, partner_code, flow, currency, classification, level, brought_by,
       figures, at, until
from state where figures > 0
order by frequency, partner_code, period;
create unique index trade_flow_tally_present on trade_flow_tally
  (frequency, partner_code, period, reporter_code, flow, classification, level, currency, dataset_id, brought_by)
  where superseded_by is null;
create index trade_flow_tally_by_period on trade_flow_tally (frequency, period, partner_code, reporter_code, flow);
create index trade_flow_tally_of_dataset on trade_flow_tally (dataset_id, frequency, period);
analyze trade_flow_tally;

-- `figures` are those that `amount` is over: one for each partner that has one, told or summed. Of a product of which only
-- parts are given, below chapters, they are its parts, and no smallest or largest is known.
alter table trade_product_rollup add column figures integer, add column smallest numeric, add column largest numeric;
create function quality_over_partners(figures numeric, reported boolean, estimated boolean, reconciled boolean)
returns "char" language sql immutable parallel safe as $$
  select case when figures = 1 and reported then 'R'::"char" else quality_of_sum(estimated, reconciled) end
$$;

-- A sum whose figures changed while it stayed the same is told apart from before, since it is of other figures then.
do $$
begin
  create temp table part on commit drop as
    select r.dataset_id, r.frequency, r.period, r.reporter_code, r.flow, r.product_code, r.currency, r.valuation,
           r.amount, r.quality, r.release_id, r.superseded_by
    from trade_rollup r join partner p on p.code = r.partner_code and p.kind <> 'AGGREGATE'
    union all
    select f.dataset_id, f.frequency, f.period, f.reporter_code, f.flow, f.product_code, f.currency, f.valuation,
           f.amount, f.quality, f.release_id, f.superseded_by
    from trade_flow f join partner p on p.code = f.partner_code and p.kind <> 'AGGREGATE'
    join product g on g.key = f.product_code and g.level > 2;
  create temp table former on commit drop as select * from trade_product_rollup;
  truncate trade_product_rollup;
  analyze part, former;
  insert into trade_product_rollup (dataset_id, frequency, period, reporter_code, flow, product_code, currency, valuation,
                                    amount, quality, source_ids, parts, release_id, superseded_by, figures, smallest, largest)
  with event as (
    select dataset_id, frequency, period, reporter_code, flow, product_code, currency, valuation, release_id as at from part
    union
    select dataset_id, frequency, period, reporter_code, flow, product_code, currency, valuation, superseded_by from part
    where superseded_by is not null
    union
    select dataset_id, frequency, period, reporter_code, flow, product_code, currency, valuation, release_id from former
  ), state as (
    select f.dataset_id, f.frequency, f.period, f.reporter_code, f.flow, f.product_code, f.currency, f.valuation, f.amount,
           f.quality, f.source_ids, f.parts, f.release_id, f.superseded_by, e.at,
           count(p.amount) as known, min(p.amount) as smallest, max(p.amount) as largest,
           count(p.amount) = 1 and bool_or(p.quality = 'R') as reported
    from former f
    join event e using (dataset_id, frequency, period, reporter_code, flow, product_code, currency, valuation)
    left join part p on p.dataset_id = f.dataset_id and p.frequency = f.frequency and p.period = f.period
      and p.reporter_code = f.reporter_code and p.flow = f.flow and p.product_code = f.product_code
      and p.currency = f.currency and p.valuation = f.valuation
      and p.release_id <= e.at and (p.superseded_by is null or p.superseded_by > e.at)
    where e.at >= f.release_id and (f.superseded_by is null or e.at < f.superseded_by)
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
  ), change as (
    select s.*, lag(row(known, smallest, largest, reported)) over sum_of as before
    from state s
    window sum_of as (partition by dataset_id, frequency, period, reporter_code, flow, product_code, currency, valuation,
                                   release_id order by at)
  ), told as (
    select c.*, lead(at) over (partition by dataset_id, frequency, period, reporter_code, flow, product_code, currency,
                                            valuation, release_id order by at) as until
    from change c
    where at = release_id or row(known, smallest, largest, reported) is distinct from before
  )
  select dataset_id, frequency, period, reporter_code, flow, product_code, currency, valuation, amount,
         case when reported then 'R'::"char" else quality end, source_ids, parts, at,
         coalesce(until, superseded_by), case when known > 0 then known else parts end, smallest, largest
  from told
  order by dataset_id, frequency, period, flow, product_code;
end $$;
alter table trade_product_rollup alter column figures set not null;
analyze trade_product_rollup;

-- Sums by product of the months of a year, whose first day is the period. `figures`, `smallest` and `largest` are those of the
-- months, and so is the weakest quality.
create table trade_product_year (
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
  figures        integer  not null,
  smallest       numeric,
  largest        numeric,
  release_id     bigint   not null,
  superseded_by  bigint
);
create function weakest_quality(doubt integer) returns "char" language sql immutable parallel safe
return substr('RDCE', doubt, 1)::"char";
with event as (
  select dataset_id, frequency, date_trunc('year', period)::date as year, reporter_code, flow, product_code, currency,
         valuation, release_id as at
  from trade_product_rollup where frequency = 'M'
  union
  select dataset_id, frequency, date_trunc('year', period)::date, reporter_code, flow, product_code, currency, valuation,
         superseded_by
  from trade_product_rollup where frequency = 'M' and superseded_by is not null
), state as (
  select e.*, sum(m.amount) as amount, weakest_quality(max(position(m.quality::text in 'RDCE'))) as quality,
         sum(m.figures)::integer as figures, min(m.smallest) as smallest, max(m.largest) as largest
  from event e
  left join trade_product_rollup m on m.dataset_id = e.dataset_id and m.frequency = e.frequency
    and date_trunc('year', m.period)::date = e.year and m.reporter_code = e.reporter_code and m.flow = e.flow
    and m.product_code = e.product_code and m.currency = e.currency and m.valuation = e.valuation
    and m.release_id <= e.at and (m.superseded_by is null or m.superseded_by > e.at)
  group by e.dataset_id, e.frequency, e.year, e.reporter_code, e.flow, e.product_code, e.currency, e.valuation, e.at
), change as (
  select s.*, lag(row(amount, quality, figures, smallest, largest)) over year_of as before
  from state s
  window year_of as (partition by dataset_id, frequency, year, reporter_code, flow, product_code, currency, valuation
                     order by at)
), told as (
  select c.*, lead(at) over (partition by dataset_id, frequency, year, reporter_code, flow, product_code, currency, valuation
                             order by at) as until
  from change c where row(amount, quality, figures, smallest, largest) is distinct from before
)
insert into trade_product_year
select dataset_id, frequency, year, reporter_code, flow, product_code, currency, valuation, amount, quality, figures,
       smallest, largest, at, until
from told where amount is not null
order by dataset_id, year, flow, product_code;
create unique index trade_product_year_present on trade_product_year
  (product_code, frequency, period, flow, reporter_code, currency, dataset_id, valuation) where superseded_by is null;
create index trade_product_year_of_dataset on trade_product_year (dataset_id, frequency, reporter_code, period, flow);
analyze trade_product_year;

-- Sums the years of the months that changed anew. What stays the same is not touched.
create function refresh_trade_product_years(of_dataset smallint, by_release bigint) returns void language plpgsql
set enable_nestloop = off set enable_sort = off set plan_cache_mode = force_custom_plan as $$
begin
  drop table if exists pg_temp.changed_year, pg_temp.year_rolled;
  create temp table changed_year on commit drop as
    select distinct frequency, date_trunc('year', period)::date as period, reporter_code from changed_slice
    where frequency = 'M';
  -- The partition by its name: that of a first load is attached at its end.
  execute format($sql$
    create temp table year_rolled on commit drop as
    select m.frequency, c.period, m.reporter_code, m.flow, m.product_code, m.currency, m.valuation, sum(m.amount) as amount,
           weakest_quality(max(position(m.quality::text in 'RDCE'))) as quality, sum(m.figures)::integer as figures,
           min(m.smallest) as smallest, max(m.largest) as largest
    from trade_product_rollup_d%s m
    join changed_year c on c.frequency = m.frequency and c.period = date_trunc('year', m.period)::date
      and c.reporter_code = m.reporter_code
    where m.superseded_by is null
    group by m.frequency, c.period, m.reporter_code, m.flow, m.product_code, m.currency, m.valuation
    $sql$, of_dataset);
  analyze year_rolled;
  update trade_product_year t set superseded_by = by_release
  from changed_year c
  where t.dataset_id = of_dataset and t.superseded_by is null
    and t.frequency = c.frequency and t.period = c.period and t.reporter_code = c.reporter_code
    and not exists (
      select from year_rolled r
      where r.frequency = t.frequency and r.period = t.period and r.reporter_code = t.reporter_code and r.flow = t.flow
        and r.product_code = t.product_code and r.currency = t.currency and r.valuation = t.valuation
        and (r.amount, r.quality, r.figures, r.smallest, r.largest)
          is not distinct from (t.amount, t.quality, t.figures, t.smallest, t.largest));
  insert into trade_product_year
  select of_dataset, r.frequency, r.period, r.reporter_code, r.flow, r.product_code, r.currency, r.valuation, r.amount,
         r.quality, r.figures, r.smallest, r.largest, by_release, null
  from year_rolled r
  where not exists (
    select from trade_product_year t
    where t.dataset_id = of_dataset and t.superseded_by is null
      and t.frequency = r.frequency and t.period = r.period and t.reporter_code = r.reporter_code and t.flow = r.flow
      and t.product_code = r.product_code and t.currency = r.currency and t.valuation = r.valuation)
  order by r.period, r.flow, r.product_code;
end $$;

-- Counts the figures of the months and reporters that changed anew, each partition by itself.
create function refresh_trade_flow_tally(of_dataset smallint, by_release bigint, frequencies "char"[], periods date[],
                                         reporters text[], partitions text[]) returns void language plpgsql
set enable_nestloop = off set enable_sort = off set plan_cache_mode = force_custom_plan as $$
begin
  drop table if exists pg_temp.tallied;
  -- A partition that is new gets the number of its release when it is attached.
  execute 'create temp table tallied on commit drop as ' || (select string_agg(format($sql$
    select f.frequency, f.period, f.reporter_code, f.partner_code, f.flow, f.currency, p.classification, p.level,
           %2$s as brought_by, count(*) as figures
    from %1$s f join product p on p.key = f.product_code
    where (f.frequency, f.period, f.reporter_code) in (select * from unnest($1, $2, $3))
    group by f.frequency, f.period, f.reporter_code, f.partner_code, f.flow, f.currency, p.classification, p.level,
             %2$s
    $sql$, each, case when exists (select from pg_attribute where attrelid = each::regclass and attname = 'release_id')
                 then 'f.release_id' else by_release || '::bigint' end), ' union all ') from unnest(partitions) as each)
  using frequencies, periods, reporters;
  analyze tallied;
  update trade_flow_tally t set superseded_by = by_release
  from unnest(frequencies, periods, reporters) as c (frequency, period, reporter_code)
  where t.dataset_id = of_dataset and t.superseded_by is null
    and t.frequency = c.frequency and t.period = c.period and t.reporter_code = c.reporter_code
    and not exists (
      select from tallied n
      where n.frequency = t.frequency and n.period = t.period and n.reporter_code = t.reporter_code
        and n.partner_code = t.partner_code and n.flow = t.flow and n.currency = t.currency
        and n.classification = t.classification and n.level = t.level and n.brought_by = t.brought_by
        and n.figures = t.figures);
  insert into trade_flow_tally
  select of_dataset, n.frequency, n.period, n.reporter_code, n.partner_code, n.flow, n.currency, n.classification, n.level,
         n.brought_by, n.figures, by_release, null
  from tallied n
  where not exists (
    select from trade_flow_tally t
    where t.dataset_id = of_dataset and t.superseded_by is null
      and n.frequency = t.frequency and n.period = t.period and n.reporter_code = t.reporter_code
      and n.partner_code = t.partner_code and n.flow = t.flow and n.currency = t.currency
      and n.classification = t.classification and n.level = t.level and n.brought_by = t.brought_by);
end $$;

-- As before, with how many figures a sum is over, their smallest and their largest; and with the figures counted.
create or replace function refresh_trade_rollups(of_dataset smallint, by_release bigint) returns void language plpgsql
set enable_nestloop = off set enable_sort = off set plan_cache_mode = force_custom_plan
set min_parallel_table_scan_size = '8MB' as $$
declare
  at_level smallint;
  summed_levels smallint[];
  is_summed_twice boolean := false;
  first_period date;
  last_period date;
  frequencies "char"[];
  periods date[];
  reporters text[];
  partitions text[];
  classifications text[];
  kept_as_given text[];
  codes text[];
  targets text[];
  target_levels smallint[];
  target_classifications text[];
begin
  set local client_min_messages = warning;
  drop view if exists pg_temp.rolled, pg_temp.product_rolled;
  drop table if exists pg_temp.product_sum, pg_temp.climb, pg_temp.main_classification, pg_temp.told, pg_temp.summed,
    pg_temp.rolled_of_parts, pg_temp.product_part, pg_temp.product_rolled_of_parts;
  select min(period), max(period), array_agg(frequency), array_agg(period), array_agg(reporter_code)
  into first_period, last_period, frequencies, periods, reporters
  from (select distinct frequency, period, reporter_code from changed_slice) as slice;
  partitions := array(
    select to_regclass(format('trade_flow_%s_d%s', y.name, of_dataset))::text from trade_flow_years y
    where y.frequency = any(frequencies) and y.starts <= last_period and y.ends > first_period
      and to_regclass(format('trade_flow_%s_d%s', y.name, of_dataset)) is not null);
  if partitions = '{}' then
    return;
  end if;
  if cardinality(partitions) > 1 then
    -- A partition is for one worker, from its first row to its groups.
    set local min_parallel_table_scan_size = '1TB';
  end if;

  perform tell_step_of_load(1, 5);
  -- What each slice has figures for. Sums are over single partners; a product that only aggregates have has null.
  execute 'create temp table product_sum on commit drop as ' || (select string_agg(format($sql$
    select f.frequency, f.period, f.reporter_code, f.flow, f.product_code, f.currency, f.valuation, f.source_id,
           sum(f.amount) filter (where p.kind <> 'AGGREGATE') as amount,
           bool_or(f.quality = 'E') as estimated, bool_or(f.quality = 'C') as reconciled,
           bool_or(f.quality = 'R') filter (where p.kind <> 'AGGREGATE') as reported,
           count(*) filter (where p.kind <> 'AGGREGATE') as parts,
           min(f.amount) filter (where p.kind <> 'AGGREGATE') as smallest,
           max(f.amount) filter (where p.kind <> 'AGGREGATE') as largest
    from %s f
    join partner p on p.code = f.partner_code
    where (f.frequency, f.period, f.reporter_code) in (select * from unnest($1, $2, $3))
    group by f.frequency, f.period, f.reporter_code, f.flow, f.product_code, f.currency, f.valuation, f.source_id
    $sql$, each), ' union all ') from unnest(partitions) as each)
  using frequencies, periods, reporters;
  analyze product_sum;

  perform refresh_trade_flow_tally(of_dataset, by_release, frequencies, periods, reporters, partitions);

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
  execute 'create temp table told on commit drop as ' || (select string_agg(format($sql$
    select f.frequency, f.period, f.reporter_code, f.partner_code, f.flow, f.product_code, f.currency, f.valuation,
           f.amount, f.quality, f.source_id, p.level
    from %s f
    join product p on p.key = f.product_code
    where f.product_code = any($1) and f.period between $2 and $3
      and (f.frequency, f.period, f.reporter_code) in (select * from unnest($4, $5, $6))
    $sql$, each), ' union all ') from unnest(partitions) as each)
  using kept_as_given, first_period, last_period, frequencies, periods, reporters;
  analyze told;

  select array_agg(frequency), array_agg(period), array_agg(reporter_code), array_agg(classification)
  into frequencies, periods, reporters, classifications from main_classification;
  select array_agg(code), array_agg(target), array_agg(target_level), array_agg(classification)
  into codes, targets, target_levels, target_classifications from climb where level > 0;
  perform tell_step_of_load(2, 5);
  execute 'create temp table summed on commit drop as ' || (select string_agg(format($sql$
    select v.frequency, v.period, v.reporter_code, v.partner_code, v.flow, c.target as product_code, v.currency,
           v.valuation, v.source_id, min(c.target_level) as level, sum(v.amount) as amount,
           bool_or(v.quality = 'E') as estimated, bool_or(v.quality = 'C') as reconciled, count(*) as parts
    from %s v
    join unnest($1, $2, $3, $4) as m (frequency, period, reporter_code, classification)
      on m.frequency = v.frequency and m.period = v.period and m.reporter_code = v.reporter_code
    join unnest($5, $6, $7, $8) as c (code, target, target_level, classification) on c.code = v.product_code
    where c.target_level > 0 or c.classification = m.classification
    group by v.frequency, v.period, v.reporter_code, v.partner_code, v.flow, c.target, v.currency, v.valuation,
             v.source_id
    $sql$, each), ' union all ') from unnest(partitions) as each)
  using frequencies, periods, reporters, classifications, codes, targets, target_levels, target_classifications;
  perform tell_step_of_load(3, 5);
  if exists (select from told) then
    delete from summed s using told t
    where t.frequency = s.frequency and t.period = s.period and t.reporter_code = s.reporter_code
      and t.partner_code = s.partner_code and t.flow = s.flow and t.product_code = s.product_code
      and t.currency = s.currency;
  end if;
  analyze summed;
  summed_levels := array(select distinct level from summed);
  for at_level in select distinct target_level from climb where level > 0 order by target_level desc loop
    insert into summed
    select v.frequency, v.period, v.reporter_code, v.partner_code, v.flow, c.target, v.currency, v.valuation,
           v.source_id, min(c.target_level), sum(v.amount), bool_or(v.estimated), bool_or(v.reconciled), sum(v.parts)
    from summed v
    join climb c on c.code = v.product_code
    join main_classification m using (frequency, period, reporter_code)
    where c.target_level = at_level
      and (c.target_level > 0 or c.classification = m.classification)
      and not exists (
        select 1 from told t
        where t.frequency = v.frequency and t.period = v.period and t.reporter_code = v.reporter_code
          and t.partner_code = v.partner_code and t.flow = v.flow and t.product_code = c.target
          and t.currency = v.currency)
    group by v.frequency, v.period, v.reporter_code, v.partner_code, v.flow, c.target, v.currency, v.valuation,
             v.source_id;
    is_summed_twice := is_summed_twice or found and at_level = any(summed_levels);
  end loop;

  if is_summed_twice or (select min(source_id) <> max(source_id) from product_sum) then
    perform roll_up_parts();
  else
    perform roll_up_sums();
  end if;
  perform tell_step_of_load(4, 5);
  if to_regclass('trade_rollup_d' || of_dataset) is null then
    perform add_first_trade_rollups(of_dataset, by_release);
  else
    perform revise_trade_rollups(of_dataset, by_release, first_period, last_period);
  end if;
  perform refresh_trade_product_years(of_dataset, by_release);
end $$;

create or replace function roll_up_products() returns void language plpgsql
set enable_nestloop = off set enable_sort = off set plan_cache_mode = force_custom_plan as $$
begin
  create temp table product_part on commit drop as
    with recursive up (code, target, parent_key) as (
      select p.key, p.key, p.parent_key from product p
      where p.level > 2 and p.key in (select product_code from product_sum)
      union all
      select up.code, p.key, p.parent_key from up join product p on p.key = up.parent_key
      where p.level > 2 and p.key not in (select product_code from product_sum)
    )
    -- A product that has figures is the target of no other.
    select s.frequency, s.period, s.reporter_code, s.flow, s.product_code, s.currency, s.valuation, s.source_id, s.amount,
           s.estimated, s.reconciled, s.reported, s.parts::numeric as parts, s.parts::numeric as figures, s.smallest, s.largest
    from product_sum s join up on up.code = s.product_code and up.target = s.product_code where s.amount is not null
    union all
    select s.frequency, s.period, s.reporter_code, s.flow, up.target, s.currency, s.valuation, s.source_id, sum(s.amount),
           bool_or(s.estimated), bool_or(s.reconciled), false, sum(s.parts), sum(s.parts), null, null
    from product_sum s join up on up.code = s.product_code and up.target <> s.product_code where s.amount is not null
    group by s.frequency, s.period, s.reporter_code, s.flow, up.target, s.currency, s.valuation, s.source_id
    union all
    select r.frequency, r.period, r.reporter_code, r.flow, r.product_code, r.currency, r.valuation, r.source_ids[1],
           sum(r.amount), bool_or(r.quality = 'E'), bool_or(r.quality = 'C'), bool_or(r.quality = 'R'), sum(r.parts),
           count(*), min(r.amount), max(r.amount)
    from rolled r join partner p on p.code = r.partner_code and p.kind <> 'AGGREGATE'
    group by r.frequency, r.period, r.reporter_code, r.flow, r.product_code, r.currency, r.valuation, r.source_ids[1];
end $$;

create or replace function roll_up_sums() returns void language plpgsql as $$
begin
  create temp view rolled as
    select frequency, period, reporter_code, partner_code, flow, product_code, currency, valuation, amount, quality,
           array[source_id] as source_ids, 1 as parts, false as computed
    from told where level <= 2
    union all
    select frequency, period, reporter_code, partner_code, flow, product_code, currency, valuation, amount,
           quality_of_sum(estimated, reconciled), array[source_id], parts::integer, true
    from summed where level <= 2;
  perform roll_up_products();
  create temp view product_rolled as
    select frequency, period, reporter_code, flow, product_code, currency, valuation, amount,
           quality_over_partners(figures, reported, estimated, reconciled) as quality, array[source_id] as source_ids,
           parts::integer as parts, figures::integer as figures, smallest, largest
    from product_part;
end $$;

create or replace function roll_up_parts() returns void language plpgsql
set enable_nestloop = off set enable_sort = off set plan_cache_mode = force_custom_plan as $$
begin
  create temp table rolled_of_parts on commit drop as
    select frequency, period, reporter_code, partner_code, flow, product_code, currency, valuation, amount, quality,
           array[source_id] as source_ids, 1 as parts, false as computed
    from told where level <= 2
    union all
    select frequency, period, reporter_code, partner_code, flow, product_code, currency, valuation, sum(amount),
           quality_of_sum(bool_or(estimated), bool_or(reconciled)), array[min(source_id)], sum(parts)::integer, true
    from summed where level <= 2
    group by frequency, period, reporter_code, partner_code, flow, product_code, currency, valuation;
  update rolled_of_parts r set source_ids = s.source_ids
  from (select frequency, period, reporter_code, partner_code, flow, product_code, currency, valuation,
               array_agg(distinct source_id) as source_ids
        from summed where level <= 2
        group by 1, 2, 3, 4, 5, 6, 7, 8 having min(source_id) <> max(source_id)) s
  where r.computed and s.frequency = r.frequency and s.period = r.period and s.reporter_code = r.reporter_code
    and s.partner_code = r.partner_code and s.flow = r.flow and s.product_code = r.product_code
    and s.currency = r.currency and s.valuation = r.valuation;
  create temp view rolled as select * from rolled_of_parts;
  perform roll_up_products();
  create temp table product_rolled_of_parts on commit drop as
    select frequency, period, reporter_code, flow, product_code, currency, valuation, sum(amount) as amount,
           quality_over_partners(sum(figures), bool_or(reported), bool_or(estimated), bool_or(reconciled)) as quality,
           array[min(source_id)] as source_ids, sum(parts)::integer as parts, sum(figures)::integer as figures,
           min(smallest) as smallest, max(largest) as largest
    from product_part
    group by frequency, period, reporter_code, flow, product_code, currency, valuation;
  update product_rolled_of_parts r set source_ids = s.source_ids
  from (select frequency, period, reporter_code, flow, product_code, currency, valuation,
               array_agg(distinct source_id) as source_ids
        from product_part
        group by 1, 2, 3, 4, 5, 6, 7 having min(source_id) <> max(source_id)) s
  where s.frequency = r.frequency and s.period = r.period and s.reporter_code = r.reporter_code
    and s.flow = r.flow and s.product_code = r.product_code and s.currency = r.currency
    and s.valuation = r.valuation;
  create temp view product_rolled as select * from product_rolled_of_parts;
end $$;

create or replace function add_first_trade_rollups(of_dataset smallint, by_release bigint) returns void language plpgsql as $$
begin
  set local min_parallel_table_scan_size = '8MB';
  execute format('create table trade_rollup_d%1$s (like trade_rollup)', of_dataset);
  execute format('insert into trade_rollup_d%1$s'
                 ' select %1$s, r.frequency, r.period, r.reporter_code, r.partner_code, r.flow, r.product_code, r.currency,'
                 ' r.valuation, r.amount, r.quality, r.source_ids, r.parts, r.computed, %2$s, null'
                 ' from rolled r'
                 ' join (select code, row_number() over (order by code collate "C") as place from partner) p'
                 ' on p.code = r.partner_code'
                 ' join (select key, row_number() over (order by key collate "C") as place from product) g'
                 ' on g.key = r.product_code'
                 ' order by (p.place << 17 | g.place) << 31 | place_in_time(r.frequency, r.period, r.flow)',
                 of_dataset, by_release);
  perform prepare_partition('trade_rollup_d' || of_dataset, 'trade_rollup', of_dataset);
  perform tell_step_of_load(5, 5);
  execute format('create table trade_product_rollup_d%1$s (like trade_product_rollup)', of_dataset);
  execute format('insert into trade_product_rollup_d%1$s'
                 ' select %1$s, r.frequency, r.period, r.reporter_code, r.flow, r.product_code, r.currency, r.valuation,'
                 ' r.amount, r.quality, r.source_ids, r.parts, %2$s, null, r.figures, r.smallest, r.largest'
                 ' from product_rolled r'
                 ' join (select key, row_number() over (order by key collate "C") as place from product) g'
                 ' on g.key = r.product_code'
                 ' order by place_in_time(r.frequency, r.period, r.flow) << 17 | g.place', of_dataset, by_release);
  perform prepare_partition('trade_product_rollup_d' || of_dataset, 'trade_product_rollup', of_dataset);
  execute format('analyze trade_rollup_d%1$s, trade_product_rollup_d%1$s', of_dataset);
  -- A process of the version before, which may load while this one is being rolled out, does not attach.
  if current_setting('lancang.attaches_last', true) is distinct from 'on' then
    perform attach_trade_rollups(of_dataset);
  end if;
end $$;

create or replace function revise_trade_rollups(of_dataset smallint, by_release bigint, first_period date, last_period date)
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
        and (r.amount, r.quality, r.source_ids, r.parts, r.figures, r.smallest, r.largest)
          is not distinct from (t.amount, t.quality, t.source_ids, t.parts, t.figures, t.smallest, t.largest));
  insert into trade_product_rollup (dataset_id, frequency, period, reporter_code, flow, product_code, currency, valuation,
                                    amount, quality, source_ids, parts, figures, smallest, largest, release_id)
  select of_dataset, r.frequency, r.period, r.reporter_code, r.flow, r.product_code, r.currency, r.valuation,
         r.amount, r.quality, r.source_ids, r.parts, r.figures, r.smallest, r.largest, by_release
  from product_rolled r
  where not exists (
    select 1 from trade_product_rollup t
    where t.dataset_id = of_dataset and t.superseded_by is null and t.period between first_period and last_period
      and t.frequency = r.frequency and t.period = r.period and t.reporter_code = r.reporter_code
      and t.flow = r.flow and t.product_code = r.product_code
      and t.currency = r.currency and t.valuation = r.valuation)
  order by r.product_code, r.period;
end $$;

-- As before, with sums of years and counts, which are few.
create or replace function renumber_trade_rollups(of_dataset smallint, earlier bigint, later bigint) returns void language plpgsql as $$
declare
  parent text;
begin
  foreach parent in array array['trade_rollup', 'trade_product_rollup'] loop
    if exists (select from pg_class where oid = to_regclass(parent || '_d' || of_dataset) and not relispartition) then
      execute format('alter table %1$I drop column release_id, add column release_id bigint not null default %2$s',
                     parent || '_d' || of_dataset, later);
      execute format('alter table %I alter column release_id drop default', parent || '_d' || of_dataset);
    else
      execute format('update %I set release_id = $1 where dataset_id = $2 and superseded_by is null and release_id = $3',
                     parent) using later, of_dataset, earlier;
      execute format('update %I set superseded_by = $1 where dataset_id = $2 and superseded_by = $3', parent)
        using later, of_dataset, earlier;
    end if;
  end loop;
  update trade_product_year set release_id = later
  where dataset_id = of_dataset and superseded_by is null and release_id = earlier;
  update trade_product_year set superseded_by = later where dataset_id = of_dataset and superseded_by = earlier;
  -- A figure that the load brought is counted by its number, too; it brought none that anything has superseded since.
  update trade_flow_tally
  set release_id = later, brought_by = case when brought_by = earlier then later else brought_by end
  where dataset_id = of_dataset and superseded_by is null and release_id = earlier;
  update trade_flow_tally set superseded_by = later where dataset_id = of_dataset and superseded_by = earlier;
end $$;
