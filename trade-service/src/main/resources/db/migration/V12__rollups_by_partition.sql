-- As before in what it computes; anew in how, so that sums take two thirds of the time:
--   * each partition of the dataset is grouped by itself, several at a time: periods of one are in no other, so that nothing
--     has to be brought together;
--   * what is grouped once stays as it is, where a dataset has one source and gives figures of one level alone; products of
--     which there are figures, those between them and chapters, and chapters and above have no product in common;
--   * sums are written once, into their table, and not into a temporary one before.
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

  -- What each slice has figures for. Sums are over single partners; a product that only aggregates have has null.
  execute 'create temp table product_sum on commit drop as ' || (select string_agg(format($sql$
    select f.frequency, f.period, f.reporter_code, f.flow, f.product_code, f.currency, f.valuation, f.source_id,
           sum(f.amount) filter (where p.kind <> 'AGGREGATE') as amount,
           bool_or(f.quality = 'E') as estimated, bool_or(f.quality = 'C') as reconciled,
           count(*) filter (where p.kind <> 'AGGREGATE') as parts
    from %s f
    join partner p on p.code = f.partner_code
    where (f.frequency, f.period, f.reporter_code) in (select * from unnest($1, $2, $3))
    group by f.frequency, f.period, f.reporter_code, f.flow, f.product_code, f.currency, f.valuation, f.source_id
    $sql$, each), ' union all ') from unnest(partitions) as each)
  using frequencies, periods, reporters;
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
      and (f.frequency, f.period, f.reporter_code) in (select * from unnest(frequencies, periods, reporters));
  analyze told;

  select array_agg(frequency), array_agg(period), array_agg(reporter_code), array_agg(classification)
  into frequencies, periods, reporters, classifications from main_classification;
  select array_agg(code), array_agg(target), array_agg(target_level), array_agg(classification)
  into codes, targets, target_levels, target_classifications from climb where level > 0;
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
  if to_regclass('trade_rollup_d' || of_dataset) is null then
    perform add_first_trade_rollups(of_dataset, by_release);
  else
    perform revise_trade_rollups(of_dataset, by_release, first_period, last_period);
  end if;
end $$;

-- Sums by product, apart by source: those below chapters of `product_sum`, those of chapters and above of `rolled`.
create function roll_up_products() returns void language plpgsql
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
           s.estimated, s.reconciled, s.parts::numeric as parts
    from product_sum s join up on up.code = s.product_code and up.target = s.product_code where s.amount is not null
    union all
    select s.frequency, s.period, s.reporter_code, s.flow, up.target, s.currency, s.valuation, s.source_id, sum(s.amount),
           bool_or(s.estimated), bool_or(s.reconciled), sum(s.parts)
    from product_sum s join up on up.code = s.product_code and up.target <> s.product_code where s.amount is not null
    group by s.frequency, s.period, s.reporter_code, s.flow, up.target, s.currency, s.valuation, s.source_id
    union all
    select r.frequency, r.period, r.reporter_code, r.flow, r.product_code, r.currency, r.valuation, r.source_ids[1],
           sum(r.amount), bool_or(r.quality = 'E'), bool_or(r.quality = 'C'), sum(r.parts)
    from rolled r join partner p on p.code = r.partner_code and p.kind <> 'AGGREGATE'
    group by r.frequency, r.period, r.reporter_code, r.flow, r.product_code, r.currency, r.valuation, r.source_ids[1];
end $$;

-- Makes `rolled` and `product_rolled` where each sum has one part in `summed`.
create function roll_up_sums() returns void language plpgsql as $$
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
           quality_of_sum(estimated, reconciled) as quality, array[source_id] as source_ids, parts::integer as parts
    from product_part;
end $$;

-- Makes `rolled` and `product_rolled` where sums have several parts in `summed`: of several sources, or of figures and of
-- sums of a level below. Sources are collected apart, where there are several: to collect them while grouping is to sort.
create function roll_up_parts() returns void language plpgsql
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
           quality_of_sum(bool_or(estimated), bool_or(reconciled)) as quality,
           array[min(source_id)] as source_ids, sum(parts)::integer as parts
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

-- Numbers frequency, period and flow in their order, in 31 bits: to sort by one number takes half of what it takes to sort by
-- codes, and an index is quick to make of rows that come in its order. With 15 bits for the partner and 17 for the product
-- before or after them, more than 32,767 partners or 131,071 products would put rows in another order, and change nothing else.
create function place_in_time(frequency "char", period date, flow "char") returns bigint
language sql immutable parallel safe
return (ascii(frequency::text)::bigint << 17 | (period - date '1900-01-01')) << 7 | ascii(flow::text);

-- As before, but for the order of rows. Sums by partner lie by partner and product, as they are asked for; sums by product lie
-- by period: the largest products of a year are found by reading that year.
create or replace function add_first_trade_rollups(of_dataset smallint, by_release bigint) returns void language plpgsql as $$
begin
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
  execute format('alter table trade_rollup attach partition trade_rollup_d%1$s for values in (%1$s)', of_dataset);
  execute format('create table trade_product_rollup_d%1$s (like trade_product_rollup)', of_dataset);
  execute format('insert into trade_product_rollup_d%1$s'
                 ' select %1$s, r.frequency, r.period, r.reporter_code, r.flow, r.product_code, r.currency, r.valuation,'
                 ' r.amount, r.quality, r.source_ids, r.parts, %2$s, null'
                 ' from product_rolled r'
                 ' join (select key, row_number() over (order by key collate "C") as place from product) g'
                 ' on g.key = r.product_code'
                 ' order by place_in_time(r.frequency, r.period, r.flow) << 17 | g.place', of_dataset, by_release);
  execute format('alter table trade_product_rollup attach partition trade_product_rollup_d%1$s for values in (%1$s)',
                 of_dataset);
  execute format('analyze trade_rollup_d%1$s, trade_product_rollup_d%1$s', of_dataset);
end $$;
