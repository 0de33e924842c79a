-- Sums in proportion to what changes, and sums by level:
--   * where a release changes up to 1,000 figures of one level, only the partners and products of those are summed anew. Which
--     they are is in the temporary table `changed_row`, with a row of nulls where there are others, too;
--   * sums over all products of a level are kept (`trade_level_total`), so that a question about all subheadings by month
--     reads one row a month and flow in place of one for each subheading;
--   * sums by partner have no index by month. Only loads asked for it, and they name the products instead, which are few.

drop index trade_rollup_present_by_slice;

-- Sums over the products of a level. `figures`, `smallest`, `largest` and the weakest quality are those of the products.
create table trade_level_total (
  dataset_id      smallint not null,
  frequency       "char"   not null,
  period          date     not null,
  reporter_code   text collate "C" not null,
  flow            "char"   not null,
  classification  text collate "C" not null,
  level           smallint not null,
  currency        text collate "C" not null,
  valuation       text collate "C" not null,
  amount          numeric  not null,
  quality         "char"   not null,
  figures         bigint   not null,
  smallest        numeric,
  largest         numeric,
  release_id      bigint   not null,
  superseded_by   bigint
);
lock table trade_product_rollup in share row exclusive mode;
with product_sum as (
  select r.dataset_id, r.frequency, r.period, r.reporter_code, r.flow, p.classification, p.level, r.currency, r.valuation,
         r.amount, r.quality, r.figures, r.smallest, r.largest, r.release_id, r.superseded_by
  from trade_product_rollup r join product p on p.key = r.product_code
), event as (
  select dataset_id, frequency, period, reporter_code, flow, classification, level, currency, valuation, release_id as at
  from product_sum
  union
  select dataset_id, frequency, period, reporter_code, flow, classification, level, currency, valuation, superseded_by
  from product_sum where superseded_by is not null
), state as (
  select e.*, sum(s.amount) as amount, weakest_quality(max(position(s.quality::text in 'RDCE'))) as quality,
         sum(s.figures)::bigint as figures, min(s.smallest) as smallest, max(s.largest) as largest
  from event e
  left join product_sum s on s.dataset_id = e.dataset_id and s.frequency = e.frequency and s.period = e.period
    and s.reporter_code = e.reporter_code and s.flow = e.flow and s.classification = e.classification and s.level = e.level
    and s.currency = e.currency and s.valuation = e.valuation
    and s.release_id <= e.at and (s.superseded_by is null or s.superseded_by > e.at)
  group by e.dataset_id, e.frequency, e.period, e.reporter_code, e.flow, e.classification, e.level, e.currency, e.valuation, e.at
), change as (
  select s.*, lag(row(amount, quality, figures, smallest, largest)) over level_of as before
  from state s
  window level_of as (partition by dataset_id, frequency, period, reporter_code, flow, classification, level, currency, valuation
                      order by at)
), told as (
  select c.*, lead(at) over (partition by dataset_id, frequency, period, reporter_code, flow, classification, level, currency,
                                          valuation order by at) as until
  from change c where row(amount, quality, figures, smallest, largest) is distinct from before
)
insert into trade_level_total
select dataset_id, frequency, period, reporter_code, flow, classification, level, currency, valuation, amount, quality, figures,
       smallest, largest, at, until
from told where amount is not null
order by dataset_id, frequency, period;
create unique index trade_level_total_present on trade_level_total
  (dataset_id, frequency, period, reporter_code, classification, level, flow, currency, valuation) where superseded_by is null;
create index trade_level_total_by_level on trade_level_total (classification, level, frequency, reporter_code, period);
analyze trade_level_total;

-- Sums the levels of the months that changed anew. What stays the same is not touched.
create function refresh_trade_level_totals(of_dataset smallint, by_release bigint) returns void language plpgsql
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
           sum(r.amount) as amount, weakest_quality(max(position(r.quality::text in 'RDCE'))) as quality,
           sum(r.figures)::bigint as figures, min(r.smallest) as smallest, max(r.largest) as largest
    from trade_product_rollup_d%s r join product p on p.key = r.product_code
    where r.superseded_by is null and r.frequency = any(%L::"char"[]) and r.period = any(%L::date[])
      and (r.frequency, r.period, r.reporter_code) in (select * from unnest(%2$L::"char"[], %3$L::date[], %4$L::text[]))
    group by r.frequency, r.period, r.reporter_code, r.flow, p.classification, p.level, r.currency, r.valuation
    $sql$, of_dataset, frequencies, periods, reporters);
  analyze level_rolled;
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

-- What a release changed, where that is few figures of products of one level below chapters, as all others of those months are:
-- then no sum of other partners or products can have changed. Null where it is more, or not known.
-- `summed` are the products whose sums are those of the changed ones or have a part in them, `climbed` what they climb to from
-- there.
create type few_changes as (partners text[], changed text[], summed text[], climbed text[]);
create function few_changes(of_dataset smallint, frequencies "char"[], periods date[], reporters text[]) returns few_changes
language plpgsql set plan_cache_mode = force_custom_plan as $$
declare
  few few_changes;
  of_classification text;
  at_level smallint;
begin
  if to_regclass('pg_temp.changed_row') is null then
    -- A process of the version before does not say.
    return null;
  end if;
  if not exists (select from changed_row) or exists (select from changed_row where product_code is null) then
    return null;
  end if;
  few.partners := array(select distinct partner_code from changed_row);
  few.changed := array(select distinct product_code from changed_row);
  select min(classification), min(level) into of_classification, at_level from (
    select classification, level from product where key = any(few.changed)
    union
    select t.classification, t.level from trade_flow_tally t
    where t.dataset_id = of_dataset and t.superseded_by is null and t.frequency = any(frequencies) and t.period = any(periods)
      and t.reporter_code = any(reporters)
  ) as each having count(*) = 1;
  if at_level is null or at_level <= 2 then
    return null;
  end if;
  with recursive up (key, parent_key, level) as (
    select key, parent_key, level from product where key = any(few.changed)
    union
    select p.key, p.parent_key, p.level from up join product p on p.key = up.parent_key
  )
  select array_agg(key) filter (where level > 2), array_agg(key) filter (where level <= 2)
  into few.summed, few.climbed from up;
  few.climbed := few.climbed || 'TOTAL'::text;
  few.summed := array(
    with recursive down (key) as (
      select unnest(few.summed)
      union
      select p.key from down join product p on p.parent_key = down.key
    )
    select key from down);
  return few;
end $$;

-- As before, of these partners alone where they are named.
create function bring_trade_flow_tally(of_dataset smallint, by_release bigint, frequencies "char"[], periods date[],
                                       reporters text[], partners text[]) returns void language plpgsql
set enable_nestloop = off set enable_sort = off set plan_cache_mode = force_custom_plan as $$
begin
  analyze tallied;
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
drop function bring_trade_flow_tally(smallint, bigint, "char"[], date[], text[]);

-- As before in what it computes, of what changed alone where that is few, and with sums by level.
create or replace function refresh_trade_rollups(of_dataset smallint, by_release bigint) returns void language plpgsql
set enable_nestloop = off set enable_sort = off set plan_cache_mode = force_custom_plan
set min_parallel_table_scan_size = '8MB' as $$
declare
  at_level smallint;
  tables text[] := array['summed_figures'];
  summed_levels smallint[];
  are_parts boolean;
  first_period date;
  last_period date;
  frequencies "char"[];
  periods date[];
  reporters text[];
  partitions text[];
  is_new boolean;
  is_of_one_classification boolean;
  is_of_one_level boolean;
  is_told boolean;
  kept_as_given text[];
  shared shared_by_figures;
  -- Parts of statements, which differ by what figures share.
  constants text;
  beside text;
  groups text;
  changed text := '';
  few few_changes;
  of_partners text := '';
  of_products text := '';
  single text := '';
  of_main text := '';
  is_estimated text;
  is_reconciled text;
  is_reported text;
begin
  set local client_min_messages = warning;
  perform forget_what_was_summed(of_dataset);
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
  -- A partition that is new has no number of its release before it is attached, and all of its months changed.
  is_new := not exists (
    select from unnest(partitions) as each join pg_attribute a on a.attrelid = each::regclass and a.attname = 'release_id');
  if is_new then
    shared := shared_by_figures(partitions);
  else
    changed := format(
      $sql$ and (f.frequency, f.period, f.reporter_code) in (select * from unnest(%L::"char"[], %L::date[], %L::text[]))$sql$,
      frequencies, periods, reporters);
    few := few_changes(of_dataset, frequencies, periods, reporters);
    if few.partners is not null then
      of_partners := format(' and f.partner_code = any(%L::text[])', few.partners);
      of_products := format(' and f.product_code = any(%L::text[])', few.summed);
    end if;
  end if;
  select coalesce(string_agg(format(', %L::text collate "C" as %I', value, name), '') filter (where value is not null), ''),
         coalesce(' cross join (select ' || string_agg(
           case name when 'source_id' then format('array[%L::text collate "C"] as source_ids', value)
                     else format('%L::text collate "C" as %I', value, name) end, ', ') filter (where value is not null)
           || ') as shared', ''),
         coalesce(string_agg(', f.' || name, '') filter (where value is null), '')
  into constants, beside, groups
  from (values ('reporter_code', shared.reporter_code), ('currency', shared.currency), ('source_id', shared.source_id))
    as each (name, value);
  if shared.has_aggregates is distinct from false then
    single := format(' f.partner_code <> all(%L::text[])', array(select code from partner where kind = 'AGGREGATE'));
  end if;
  is_estimated := coalesce((shared.quality = 'E')::text, $sql$bool_or(f.quality = 'E')$sql$);
  is_reconciled := coalesce((shared.quality = 'C')::text, $sql$bool_or(f.quality = 'C')$sql$);
  is_reported := coalesce((shared.quality = 'R')::text, $sql$bool_or(f.quality = 'R')$sql$ || ' filter (where' || nullif(single, '') || ')',
                          $sql$bool_or(f.quality = 'R')$sql$);

  -- What each slice has figures for. Sums are over single partners; a product that only aggregates have has null.
  perform keep_while_summing('product_sum', of_dataset, (select string_agg(format($sql$
    select f.frequency, f.period, f.flow, f.product_code, f.valuation%2$s, sum(f.amount)%3$s as amount, %4$s as estimated,
           %5$s as reconciled, %6$s as reported, count(*)%3$s as parts, min(f.amount)%3$s as smallest, max(f.amount)%3$s as largest
    from %1$s f where true%7$s
    group by f.frequency, f.period, f.flow, f.product_code, f.valuation%2$s
    $sql$, each, groups, coalesce(' filter (where' || nullif(single, '') || ')', ''), is_estimated, is_reconciled,
           is_reported, changed || of_products), ' union all ') from unnest(partitions) as each), constants);

  -- Where a figure goes up to: past levels that neither have figures of their own nor are kept, so that subheadings
  -- become chapters in one step.
  perform keep_while_summing('present', of_dataset, $sql$
    select distinct s.product_code as code, p.classification, p.level
    from product_sum s join product p on p.key = s.product_code
    $sql$ || case when few.partners is null then '' else (select string_agg(format($sql$
    union
    select f.product_code, p.classification, p.level from %s f join product p on p.key = f.product_code where true%s
    $sql$, each, changed || of_partners), '') from unnest(partitions) as each) end);
  perform keep_while_summing('climb', of_dataset, $sql$
    with recursive path (code, level, classification, target, target_level, parent_key, stops) as (
      select distinct p.key, p.level, p.classification, p.key, p.level, p.parent_key, false
      from product p where p.key in (select code from present)
         or p.level <= 2 and p.classification in (select classification from present)
      union all
      select path.code, path.level, path.classification, p.key, p.level, p.parent_key,
             p.level <= 2 or p.key in (select code from present)
      from path join product p on p.key = path.parent_key where not path.stops
    )
    select code, level, classification, target, target_level from path where stops
    $sql$);
  select count(distinct classification) <= 1, count(distinct row(classification, level)) = 1
         and bool_and(level > 0 and code in (select code from climb))
  into is_of_one_classification, is_of_one_level from present;
  if not is_of_one_classification then
    -- All goods are one product, but figures by two classifications are the same goods twice.
    perform keep_while_summing('main_classification', of_dataset, $sql$
      select s.frequency, s.period, s.reporter_code, min(p.classification) as classification
      from product_sum s join present p on p.code = s.product_code and p.level > 0
      group by 1, 2, 3
      $sql$);
    of_main := ' join main_classification m on m.frequency = f.frequency and m.period = f.period'
      || ' and m.reporter_code = f.reporter_code and (c.target_level > 0 or c.classification = m.classification)';
  end if;
  kept_as_given := array(select code from present where level <= 2 or code in (select target from climb));
  is_told := keep_while_summing('told', of_dataset, (select string_agg(format($sql$
    select f.frequency, f.period, f.reporter_code, f.partner_code, f.flow, f.product_code, f.currency, f.valuation,
           f.amount, f.quality, f.source_id, p.level
    from %s f join present p on p.code = f.product_code
    where f.product_code = any(%L::text[])%s
    $sql$, each, kept_as_given, changed || of_partners), ' union all ') from unnest(partitions) as each)) > 0;

  perform tell_step_of_load(2, 5);
  perform keep_while_summing('summed_figures', of_dataset, (select string_agg(format($sql$
    select f.frequency, f.period, f.partner_code, f.flow, c.target as product_code, f.valuation%2$s,
           min(c.target_level) as level, sum(f.amount) as amount, %3$s as estimated, %4$s as reconciled, count(*) as parts
    from %1$s f join climb c on c.code = f.product_code and c.level > 0%5$s
    where true%6$s
    group by f.frequency, f.period, f.partner_code, f.flow, c.target, f.valuation%2$s
    $sql$, each, groups, is_estimated, is_reconciled, of_main, changed || of_partners), ' union all ') from unnest(partitions) as each), constants);
  if is_new and is_of_one_level then
    execute format($sql$
      create temp table tallied on commit drop as
      select f.frequency, f.period, f.partner_code, f.flow, f.reporter_code, f.currency, p.classification, p.level,
             %s::bigint as brought_by, sum(f.parts) as figures
      from summed_figures f cross join (select classification, level from present limit 1) as p
      group by 1, 2, 3, 4, 5, 6, 7, 8
      $sql$, by_release);
  else
    perform tally_figures(by_release, partitions, changed || of_partners);
  end if;
  perform bring_trade_flow_tally(of_dataset, by_release, frequencies, periods, reporters, few.partners);

  perform tell_step_of_load(3, 5);
  set local min_parallel_table_scan_size = '8MB';
  if is_told then
    delete from summed_figures s using told t
    where t.frequency = s.frequency and t.period = s.period and t.reporter_code = s.reporter_code
      and t.partner_code = s.partner_code and t.flow = s.flow and t.product_code = s.product_code
      and t.currency = s.currency;
  end if;
  summed_levels := array(select distinct level from summed_figures);
  are_parts := few.partners is not null
    or shared.source_id is null and (select min(source_id) <> max(source_id) from product_sum);
  create temp view summed as select * from summed_figures;
  for at_level in
    select distinct target_level from climb where level > 0 and code in (select target from climb) order by target_level desc
  loop
    are_parts := keep_while_summing('summed_' || at_level, of_dataset, format($sql$
      select f.frequency, f.period, f.partner_code, f.flow, c.target as product_code, f.valuation%1$s,
             min(c.target_level) as level, sum(f.amount) as amount, bool_or(f.estimated) as estimated,
             bool_or(f.reconciled) as reconciled, sum(f.parts)::bigint as parts
      from summed f join climb c on c.code = f.product_code and c.target_level = %2$s%3$s
      where %4$s
      group by f.frequency, f.period, f.partner_code, f.flow, c.target, f.valuation%1$s
      $sql$, groups, at_level, of_main, case when is_told then $sql$ not exists (
        select from told t
        where t.frequency = f.frequency and t.period = f.period and t.reporter_code = f.reporter_code
          and t.partner_code = f.partner_code and t.flow = f.flow and t.product_code = c.target
          and t.currency = f.currency)$sql$ else 'true' end), constants) > 0 and at_level = any(summed_levels) or are_parts;
    tables := tables || ('summed_' || at_level);
    execute 'create or replace temp view summed as ' || (
      select string_agg('select * from ' || each, ' union all ') from unnest(tables) as each);
  end loop;

  perform roll_up_by_partner(of_dataset, are_parts);
  perform tell_step_of_load(4, 5);
  if to_regclass('trade_rollup_d' || of_dataset) is null then
    perform add_first_rollups_by_partner(of_dataset, by_release, beside, groups);
    perform roll_up_by_product(of_dataset, are_parts, constants, groups, single);
    perform tell_step_of_load(5, 5);
    perform add_first_rollups_by_product(of_dataset, by_release, beside, groups);
    -- A process of the version before, which may load while this one is being rolled out, does not attach.
    if current_setting('lancang.attaches_last', true) is distinct from 'on' then
      perform attach_trade_rollups(of_dataset);
    end if;
  else
    perform revise_rollups_by_partner(of_dataset, by_release, few.partners);
    if few.partners is not null then
      -- What products are summed to over all partners is known of those that changed and of all others.
      execute format('create or replace temp view rolled as'
                     ' select frequency, period, reporter_code, partner_code, flow, product_code, currency, valuation, amount,'
                     ' quality, source_ids, parts, computed from trade_rollup_d%s f where superseded_by is null'
                     ' and frequency = any(%L::"char"[]) and period = any(%L::date[]) and product_code = any(%L::text[])',
                     of_dataset, frequencies, periods, few.climbed) || changed;
    end if;
    perform roll_up_by_product(of_dataset, are_parts, constants, groups, single);
    if few.partners is not null then
      few.climbed := few.climbed || few.summed || array(select distinct product_code from product_rolled);
    end if;
    perform revise_rollups_by_product(of_dataset, by_release, few.climbed);
  end if;
  perform forget_what_was_summed(of_dataset);
  perform refresh_trade_product_years(of_dataset, by_release, few.climbed);
  perform refresh_trade_level_totals(of_dataset, by_release);
end $$;

-- As before, by partner and by product apart, of these partners and products alone where they are named.
create function revise_rollups_by_partner(of_dataset smallint, by_release bigint, partners text[]) returns void language plpgsql
set enable_nestloop = off set enable_sort = off set plan_cache_mode = force_custom_plan as $$
declare
  frequencies "char"[] := array(select distinct frequency from changed_slice);
  periods date[] := array(select distinct period from changed_slice);
  products text[] := array(select key from product where level <= 2);
begin
  update trade_rollup t set superseded_by = by_release
  from changed_slice c
  where t.dataset_id = of_dataset and t.superseded_by is null and t.frequency = any(frequencies) and t.period = any(periods)
    and t.product_code = any(products) and (partners is null or t.partner_code = any(partners))
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
    where t.dataset_id = of_dataset and t.superseded_by is null and t.frequency = any(frequencies) and t.period = any(periods)
    and t.product_code = any(products) and (partners is null or t.partner_code = any(partners))
      and t.frequency = r.frequency and t.period = r.period and t.reporter_code = r.reporter_code
      and t.partner_code = r.partner_code and t.flow = r.flow and t.product_code = r.product_code
      and t.currency = r.currency and t.valuation = r.valuation)
  order by r.partner_code, r.product_code, r.period;
end $$;

create function revise_rollups_by_product(of_dataset smallint, by_release bigint, products text[]) returns void language plpgsql
set enable_nestloop = off set enable_sort = off set plan_cache_mode = force_custom_plan as $$
declare
  frequencies "char"[] := array(select distinct frequency from changed_slice);
  periods date[] := array(select distinct period from changed_slice);
begin
  update trade_product_rollup t set superseded_by = by_release
  from changed_slice c
  where t.dataset_id = of_dataset and t.superseded_by is null and t.frequency = any(frequencies) and t.period = any(periods)
    and (products is null or t.product_code = any(products))
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
    where t.dataset_id = of_dataset and t.superseded_by is null and t.frequency = any(frequencies) and t.period = any(periods)
    and (products is null or t.product_code = any(products))
      and t.frequency = r.frequency and t.period = r.period and t.reporter_code = r.reporter_code
      and t.flow = r.flow and t.product_code = r.product_code
      and t.currency = r.currency and t.valuation = r.valuation)
  order by r.product_code, r.period;
end $$;
drop function revise_trade_rollups;

-- As before, of these products alone where they are named.
create function refresh_trade_product_years(of_dataset smallint, by_release bigint, products text[]) returns void language plpgsql
set enable_nestloop = off set enable_sort = off set plan_cache_mode = force_custom_plan as $$
declare
  months date[];
  years date[];
  reporters text[];
begin
  drop table if exists pg_temp.changed_year, pg_temp.year_rolled;
  create temp table changed_year on commit drop as
    select distinct frequency, date_trunc('year', period)::date as period, reporter_code from changed_slice
    where frequency = 'M';
  select array_agg(month::date), array_agg(period), array_agg(reporter_code) into months, years, reporters
  from changed_year cross join generate_series(period, period + interval '11 months', interval '1 month') as month;
  if months is null then
    return;
  end if;
  -- The partition by its name: that of a first load is attached at its end.
  execute format($sql$
    create temp table year_rolled on commit drop as
    select 'M'::"char" as frequency, c.period, m.reporter_code, m.flow, m.product_code, m.currency, m.valuation,
           sum(m.amount) as amount, weakest_quality(max(position(m.quality::text in 'RDCE'))) as quality,
           sum(m.figures)::integer as figures, min(m.smallest) as smallest, max(m.largest) as largest
    from trade_product_rollup_d%s m
    join unnest(%L::date[], %L::date[], %L::text[]) as c (month, period, reporter_code)
      on c.month = m.period and c.reporter_code = m.reporter_code
    where m.superseded_by is null and m.frequency = 'M' and m.period = any(%2$L::date[])%5$s
    group by c.period, m.reporter_code, m.flow, m.product_code, m.currency, m.valuation
    $sql$, of_dataset, months, years, reporters, case when products is null then ''
                    else format(' and m.product_code = any(%L::text[])', products) end);
  analyze year_rolled;
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
drop function refresh_trade_product_years(smallint, bigint);

-- Looks through the rows of a new partition once, for what may not be null and for the rule of its bounds.
create or replace function prepare_partition(part text, parent text, of_dataset smallint) returns void language plpgsql as $$
declare
  bounds text := pg_get_partition_constraintdef(parent::regclass);
  not_null text := (
    select string_agg(format('alter column %I set not null, ', c.attname), '')
    from pg_attribute p join pg_attribute c on c.attrelid = part::regclass and c.attname = p.attname
    where p.attrelid = parent::regclass and p.attnum > 0 and not p.attisdropped and p.attnotnull and not c.attnotnull);
  index_of_parent text;
begin
  for index_of_parent in
    select pg_get_indexdef(indexrelid) from pg_index where indrelid = parent::regclass order by indexrelid
  loop
    execute regexp_replace(index_of_parent, '^CREATE (UNIQUE )?INDEX .* ON ONLY \S+ ', format('create \1index on %I ', part));
  end loop;
  execute format('alter table %I ', part) || coalesce(not_null, '')
    || format('add constraint belongs_here check (%s dataset_id = %s)', bounds || ' and ', of_dataset);
end $$;

-- As before; what may not be null is looked for with the rule of bounds.
create or replace function add_first_rollups_by_partner(of_dataset smallint, by_release bigint, beside text, groups text) returns void
language plpgsql as $$
begin
  perform number_for_sums(of_dataset);
  execute format($sql$
    create table trade_rollup_d%1$s as
    select %1$s::smallint as dataset_id, f.frequency, f.period, reporter_code, f.partner_code, f.flow, f.product_code, currency,
           f.valuation, f.amount, f.quality, source_ids, f.parts, f.computed, %2$s::bigint as release_id,
           null::bigint as superseded_by
    from (
      select f.frequency, f.period, f.partner_code, f.flow, f.product_code, f.valuation, f.amount, f.quality, f.parts,
             f.computed%4$s
      from rolled f
      join partner_place p on p.code = f.partner_code
      join product_place g on g.code = f.product_code
      order by (p.place << 17 | g.place) << 31 | place_in_time(f.frequency, f.period, f.flow)) as f%3$s
    $sql$, of_dataset, by_release, beside, replace(groups, 'f.source_id', 'f.source_ids'));
  perform prepare_partition('trade_rollup_d' || of_dataset, 'trade_rollup', of_dataset);
  execute format('analyze trade_rollup_d%s', of_dataset);
  execute format('create or replace temp view rolled as'
                 ' select frequency, period, reporter_code, partner_code, flow, product_code, currency, valuation, amount,'
                 ' quality, source_ids, parts, computed from trade_rollup_d%s', of_dataset);
end $$;

create or replace function add_first_rollups_by_product(of_dataset smallint, by_release bigint, beside text, groups text) returns void
language plpgsql as $$
begin
  execute format($sql$
    create table trade_product_rollup_d%1$s as
    select %1$s::smallint as dataset_id, f.frequency, f.period, reporter_code, f.flow, f.product_code, currency, f.valuation,
           f.amount, f.quality, source_ids, f.parts, %2$s::bigint as release_id, null::bigint as superseded_by, f.figures,
           f.smallest, f.largest
    from (
      select f.frequency, f.period, f.flow, f.product_code, f.valuation, f.amount, f.quality, f.parts, f.figures, f.smallest,
             f.largest%4$s
      from product_rolled f
      join product_place g on g.code = f.product_code
      order by place_in_time(f.frequency, f.period, f.flow) << 17 | g.place) as f%3$s
    $sql$, of_dataset, by_release, beside, replace(groups, 'f.source_id', 'f.source_ids'));
  perform prepare_partition('trade_product_rollup_d' || of_dataset, 'trade_product_rollup', of_dataset);
  execute format('analyze trade_product_rollup_d%s', of_dataset);
end $$;
drop function forbid_nulls_as;

-- As before, with totals of levels, which are few.
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
  update trade_level_total set release_id = later
  where dataset_id = of_dataset and superseded_by is null and release_id = earlier;
  update trade_level_total set superseded_by = later where dataset_id = of_dataset and superseded_by = earlier;
  -- A figure that the load brought is counted by its number, too; it brought none that anything has superseded since.
  update trade_flow_tally
  set release_id = later, brought_by = case when brought_by = earlier then later else brought_by end
  where dataset_id = of_dataset and superseded_by is null and release_id = earlier;
  update trade_flow_tally set superseded_by = later where dataset_id = of_dataset and superseded_by = earlier;
end $$;
