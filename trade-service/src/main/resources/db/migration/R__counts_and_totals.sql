-- Counts of figures, totals of levels and of years. What is compared with what is there is hashed, whatever it is: nested loops and sorts are
-- off, and nothing has to be known of it.
--
-- Flyway runs this file again whenever it changes, after the versioned migrations: change a function here and nowhere else. A function
-- whose parameters change is another one: drop the former here, `if exists`, and only when no version that may still run calls it.

-- The quality of a sum: the weakest of its parts, and DERIVED at best.
create or replace function quality_of_sum(estimated boolean, reconciled boolean) returns "char" language sql immutable parallel safe as $$
  select case when estimated then 'E'::"char" when reconciled then 'C' else 'D' end
$$;

-- The quality of a sum over partners.
create or replace function quality_over_partners(figures numeric, reported boolean, estimated boolean, reconciled boolean)
returns "char" language sql immutable parallel safe as $$
  select case when figures = 1 and reported then 'R'::"char" else quality_of_sum(estimated, reconciled) end
$$;

-- The quality at a place in the order of doubt, R, D, C, E.
create or replace function weakest_quality(doubt integer) returns "char" language sql immutable parallel safe
return substr('RDCE', doubt, 1)::"char";

-- Counts figures by period, partner, flow and level, each partition by itself.
create or replace function tally_figures(by_release bigint, partitions text[], changed text) returns void
language plpgsql as $$
begin
  -- A partition that is new gets the number of its release when it is attached.
  execute 'create temp table tallied on commit drop as ' || (select string_agg(format($sql$
    select f.frequency, f.period, f.reporter_code, f.partner_code, f.flow, f.currency, p.classification, p.level,
           %2$s as brought_by, count(*) as figures
    from %1$s f join product p on p.key = f.product_code
    where true%3$s
    group by f.frequency, f.period, f.reporter_code, f.partner_code, f.flow, f.currency, p.classification, p.level, %2$s
    $sql$, each, case when exists (select from pg_attribute where attrelid = each::regclass and attname = 'release_id')
                      then 'f.release_id' else by_release || '::bigint' end, changed), ' union all ')
    from unnest(partitions) as each);
end $$;

-- Brings the counts of figures up to `tallied`, of these partners alone where they are named.
create or replace function bring_trade_flow_tally(of_dataset smallint, by_release bigint, frequencies "char"[], periods date[],
                                       reporters text[], partners text[]) returns void language plpgsql
set enable_nestloop = off set enable_sort = off set plan_cache_mode = force_custom_plan as $$
begin
  update trade_flow_tally t set superseded_by = by_release
  from unnest(frequencies, periods, reporters) as c (frequency, period, reporter_code)
  where t.dataset_id = of_dataset and t.superseded_by is null and t.frequency = any(frequencies) and t.period = any(periods)
    and (partners is null or t.partner_code = any(partners))
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
    where t.dataset_id = of_dataset and t.superseded_by is null and t.frequency = any(frequencies) and t.period = any(periods)
      and n.frequency = t.frequency and n.period = t.period and n.reporter_code = t.reporter_code
      and n.partner_code = t.partner_code and n.flow = t.flow and n.currency = t.currency
      and n.classification = t.classification and n.level = t.level and n.brought_by = t.brought_by)
  order by n.frequency, n.partner_code, n.period;
end $$;

-- Sums the levels of the months that changed anew. What stays the same is not touched.
create or replace function refresh_trade_level_totals(of_dataset smallint, by_release bigint) returns void language plpgsql
set enable_nestloop = off set enable_sort = off set plan_cache_mode = force_custom_plan as $$
declare
  frequencies "char"[];
  periods date[];
  reporters text[];
begin
  drop table if exists pg_temp.level_rolled;
  select array_agg(frequency), array_agg(period), array_agg(reporter_code) into frequencies, periods, reporters
  from (select distinct frequency, period, reporter_code from changed_slice) as slice;
  -- The partition by its name: that of a first load is attached at its end.
  execute format($sql$
    create temp table level_rolled on commit drop as
    select r.frequency, r.period, r.reporter_code, r.flow, p.classification, p.level, r.currency, r.valuation,
           sum(r.amount) as amount, weakest_quality(max(case r.quality when 'R' then 1 when 'D' then 2 when 'C' then 3 else 4 end)) as quality,
           sum(r.figures)::bigint as figures, min(r.smallest) as smallest, max(r.largest) as largest
    from trade_product_rollup_d%s r join product p on p.key = r.product_code
    where r.superseded_by is null and r.frequency = any(%L::"char"[]) and r.period = any(%L::date[])
      and (r.frequency, r.period, r.reporter_code) in (select * from unnest(%2$L::"char"[], %3$L::date[], %4$L::text[]))
    group by r.frequency, r.period, r.reporter_code, r.flow, p.classification, p.level, r.currency, r.valuation
    $sql$, of_dataset, frequencies, periods, reporters);
  update trade_level_total t set superseded_by = by_release
  from unnest(frequencies, periods, reporters) as c (frequency, period, reporter_code)
  where t.dataset_id = of_dataset and t.superseded_by is null and t.frequency = any(frequencies) and t.period = any(periods)
    and t.frequency = c.frequency and t.period = c.period and t.reporter_code = c.reporter_code
    and not exists (
      select from level_rolled r
      where r.frequency = t.frequency and r.period = t.period and r.reporter_code = t.reporter_code and r.flow = t.flow
        and r.classification = t.classification and r.level = t.level and r.currency = t.currency and r.valuation = t.valuation
        and (r.amount, r.quality, r.figures, r.smallest, r.largest)
          is not distinct from (t.amount, t.quality, t.figures, t.smallest, t.largest));
  insert into trade_level_total
  select of_dataset, r.frequency, r.period, r.reporter_code, r.flow, r.classification, r.level, r.currency, r.valuation, r.amount,
         r.quality, r.figures, r.smallest, r.largest, by_release, null
  from level_rolled r
  where not exists (
    select from trade_level_total t
    where t.dataset_id = of_dataset and t.superseded_by is null and t.frequency = any(frequencies) and t.period = any(periods)
      and t.frequency = r.frequency and t.period = r.period and t.reporter_code = r.reporter_code and t.flow = r.flow
      and t.classification = r.classification and t.level = r.level and t.currency = r.currency and t.valuation = r.valuation);
end $$;

-- Brings sums of the months of a year up to those of the months, of these products alone where they are named.
create or replace function refresh_trade_product_years(of_dataset smallint, by_release bigint, products text[]) returns void language plpgsql
set enable_nestloop = off set enable_sort = off set plan_cache_mode = force_custom_plan set min_parallel_table_scan_size = '8MB' as $$
declare
  years date[];
  parts integer;
  rolled text;
begin
  drop table if exists pg_temp.changed_year, pg_temp.year_rolled;
  create temp table changed_year on commit drop as
    select distinct frequency, date_trunc('year', period)::date as period, reporter_code from changed_slice
    where frequency = 'M';
  -- Years are summed in up to eight parts, each by one worker from its first sum to its groups: a part for each year would be hundreds.
  -- The partition by its name: that of a first load is attached at its end.
  select count(*), string_agg(part.rolled, ' union all ') into parts, rolled
  from (
    select format($sql$
      select 'M'::"char" as frequency, c.period, m.reporter_code, m.flow, m.product_code, m.currency, m.valuation,
             sum(m.amount) as amount,
             weakest_quality(max(case m.quality when 'R' then 1 when 'D' then 2 when 'C' then 3 else 4 end)) as quality,
             sum(m.figures)::integer as figures, min(m.smallest) as smallest, max(m.largest) as largest
      from trade_product_rollup_d%s m
      join unnest(%L::date[], %L::date[], %L::text[]) as c (month, period, reporter_code)
        on c.month = m.period and c.reporter_code = m.reporter_code
      where m.superseded_by is null and m.frequency = 'M' and m.period = any(%2$L::date[])%5$s
      group by c.period, m.reporter_code, m.flow, m.product_code, m.currency, m.valuation
      $sql$, of_dataset, array_agg(month::date), array_agg(period), array_agg(reporter_code),
             case when products is null then '' else format(' and m.product_code = any(%L::text[])', products) end) as rolled
    from (select *, (dense_rank() over (order by period) - 1) % 8 as part from changed_year) as year
    cross join generate_series(period, period + interval '11 months', interval '1 month') as month
    group by part
  ) as part;
  if parts = 0 then
    return;
  end if;
  if parts > 1 then
    set local min_parallel_table_scan_size = '1TB';
  end if;
  years := array(select distinct period from changed_year);
  execute 'create temp table year_rolled on commit drop as ' || rolled;
  update trade_product_year t set superseded_by = by_release
  from changed_year c
  where t.dataset_id = of_dataset and t.superseded_by is null and t.period = any(years)
    and (products is null or t.product_code = any(products))
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
    where t.dataset_id = of_dataset and t.superseded_by is null and t.period = any(years)
    and (products is null or t.product_code = any(products))
      and t.frequency = r.frequency and t.period = r.period and t.reporter_code = r.reporter_code and t.flow = r.flow
      and t.product_code = r.product_code and t.currency = r.currency and t.valuation = r.valuation)
  order by r.period, r.flow, r.product_code;
end $$;
