-- As before in what it computes; anew in how, so that the sums of a first load take half of the time:
--   * what is summed is kept in unlogged tables, which several workers read; no worker reads a temporary one;
--   * a reporter, currency, source or quality that all figures share is a constant, and nothing to group by;
--   * the first sums of a dataset are written by `create table as`, which several workers sort for, and sums by product are
--     grouped from what was written;
--   * figures of one level are counted while they are summed by partner;
--   * where months are revised, sums of other months and years are not read.

-- Keeps the rows of a query under a name until `forget_what_was_summed`, and returns how many there are. Who reads them by that name
-- finds the constants beside them, which begin with a comma.
create function keep_while_summing(name text, of_dataset smallint, query text, constants text default '') returns bigint
language plpgsql as $$
declare
  kept bigint;
begin
  execute format('create unlogged table %I as ', 'trade_' || name || '_d' || of_dataset) || query;
  get diagnostics kept = row_count;
  execute format('create temp view %I as select *%s from %I', name, constants, 'trade_' || name || '_d' || of_dataset);
  execute format('analyze %I', 'trade_' || name || '_d' || of_dataset);
  return kept;
end $$;

create function forget_what_was_summed(of_dataset smallint) returns void language plpgsql as $$
declare
  name text;
begin
  drop view if exists pg_temp.rolled, pg_temp.product_part, pg_temp.product_rolled, pg_temp.summed;
  for name in
    select 'trade_' || v.relname || '_d' || of_dataset from pg_class v
    where v.relnamespace = pg_my_temp_schema() and v.relkind = 'v'
      and to_regclass('trade_' || v.relname || '_d' || of_dataset) in (select oid from pg_class where relpersistence = 'u')
  loop
    execute format('drop table %I cascade', name);
  end loop;
  drop table if exists pg_temp.tallied;
end $$;

-- What all figures of the partitions share; null where they differ. This looks at all of them, so it is for new partitions.
create type shared_by_figures as (reporter_code text, currency text, source_id text, quality "char", has_aggregates boolean);
create function shared_by_figures(partitions text[]) returns shared_by_figures language plpgsql
set plan_cache_mode = force_custom_plan as $$
declare
  sample shared_by_figures;
  is_shared boolean[];
begin
  execute format('select reporter_code, currency, source_id, quality from %s limit 1', partitions[1]) into sample;
  execute format('select array[bool_and(reporter), bool_and(currency), bool_and(source), bool_and(quality), bool_or(aggregate)]'
                 ' from (%s) as figures', (select string_agg(format($sql$
    select bool_and(reporter_code = $1) as reporter, bool_and(currency = $2) as currency, bool_and(source_id = $3) as source,
           bool_and(quality = $4) as quality, bool_or(partner_code = any($5)) as aggregate
    from %s $sql$, each), ' union all ') from unnest(partitions) as each))
  into is_shared
  using sample.reporter_code, sample.currency, sample.source_id, sample.quality,
    array(select code from partner where kind = 'AGGREGATE');
  return row(case when is_shared[1] then sample.reporter_code end, case when is_shared[2] then sample.currency end,
             case when is_shared[3] then sample.source_id end, case when is_shared[4] then sample.quality end, is_shared[5]);
end $$;

-- Counts figures by period, partner, flow and level, each partition by itself.
create function tally_figures(by_release bigint, partitions text[], changed text) returns void
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

-- Brings what was counted into its table. What stays the same is not touched.
create function bring_trade_flow_tally(of_dataset smallint, by_release bigint, frequencies "char"[], periods date[],
                                       reporters text[]) returns void language plpgsql
set enable_nestloop = off set enable_sort = off set plan_cache_mode = force_custom_plan as $$
begin
  analyze tallied;
  update trade_flow_tally t set superseded_by = by_release
  from unnest(frequencies, periods, reporters) as c (frequency, period, reporter_code)
  where t.dataset_id = of_dataset and t.superseded_by is null and t.frequency = any(frequencies) and t.period = any(periods)
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
      and n.classification = t.classification and n.level = t.level and n.brought_by = t.brought_by);
end $$;
drop function refresh_trade_flow_tally;

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
           is_reported, changed), ' union all ') from unnest(partitions) as each), constants);

  -- Where a figure goes up to: past levels that neither have figures of their own nor are kept, so that subheadings
  -- become chapters in one step.
  perform keep_while_summing('present', of_dataset, $sql$
    select distinct s.product_code as code, p.classification, p.level
    from product_sum s join product p on p.key = s.product_code
    $sql$);
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
    $sql$, each, kept_as_given, changed), ' union all ') from unnest(partitions) as each)) > 0;

  perform tell_step_of_load(2, 5);
  perform keep_while_summing('summed_figures', of_dataset, (select string_agg(format($sql$
    select f.frequency, f.period, f.partner_code, f.flow, c.target as product_code, f.valuation%2$s,
           min(c.target_level) as level, sum(f.amount) as amount, %3$s as estimated, %4$s as reconciled, count(*) as parts
    from %1$s f join climb c on c.code = f.product_code and c.level > 0%5$s
    where true%6$s
    group by f.frequency, f.period, f.partner_code, f.flow, c.target, f.valuation%2$s
    $sql$, each, groups, is_estimated, is_reconciled, of_main, changed), ' union all ') from unnest(partitions) as each), constants);
  if is_new and is_of_one_level then
    execute format($sql$
      create temp table tallied on commit drop as
      select f.frequency, f.period, f.partner_code, f.flow, f.reporter_code, f.currency, p.classification, p.level,
             %s::bigint as brought_by, sum(f.parts) as figures
      from summed_figures f cross join (select classification, level from present limit 1) as p
      group by 1, 2, 3, 4, 5, 6, 7, 8
      $sql$, by_release);
  else
    perform tally_figures(by_release, partitions, changed);
  end if;
  perform bring_trade_flow_tally(of_dataset, by_release, frequencies, periods, reporters);

  perform tell_step_of_load(3, 5);
  set local min_parallel_table_scan_size = '8MB';
  if is_told then
    delete from summed_figures s using told t
    where t.frequency = s.frequency and t.period = s.period and t.reporter_code = s.reporter_code
      and t.partner_code = s.partner_code and t.flow = s.flow and t.product_code = s.product_code
      and t.currency = s.currency;
  end if;
  summed_levels := array(select distinct level from summed_figures);
  are_parts := shared.source_id is null and (select min(source_id) <> max(source_id) from product_sum);
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
    perform roll_up_by_product(of_dataset, are_parts, constants, groups, single);
    perform revise_trade_rollups(of_dataset, by_release, first_period, last_period);
  end if;
  perform forget_what_was_summed(of_dataset);
  perform refresh_trade_product_years(of_dataset, by_release);
end $$;

-- Makes `rolled`. Where sums have several parts, of several sources or of figures and of sums of a level below, sources are
-- collected apart: to collect them while grouping is to sort.
create function roll_up_by_partner(of_dataset smallint, are_parts boolean) returns void language plpgsql as $$
begin
  if not are_parts then
    create temp view rolled as
      select frequency, period, reporter_code, partner_code, flow, product_code, currency, valuation, amount, quality,
             array[source_id] as source_ids, 1 as parts, false as computed
      from told where level <= 2
      union all
      select frequency, period, reporter_code, partner_code, flow, product_code, currency, valuation, amount,
             quality_of_sum(estimated, reconciled), array[source_id], parts::integer, true
      from summed where level <= 2;
    return;
  end if;
  perform keep_while_summing('rolled_of_parts', of_dataset, $sql$
    select frequency, period, reporter_code, partner_code, flow, product_code, currency, valuation, amount, quality,
           array[source_id] as source_ids, 1 as parts, false as computed
    from told where level <= 2
    union all
    select frequency, period, reporter_code, partner_code, flow, product_code, currency, valuation, sum(amount),
           quality_of_sum(bool_or(estimated), bool_or(reconciled)), array[min(source_id)], sum(parts)::integer, true
    from summed where level <= 2
    group by frequency, period, reporter_code, partner_code, flow, product_code, currency, valuation
    $sql$);
  update rolled_of_parts r set source_ids = s.source_ids
  from (select frequency, period, reporter_code, partner_code, flow, product_code, currency, valuation,
               array_agg(distinct source_id) as source_ids
        from summed where level <= 2
        group by 1, 2, 3, 4, 5, 6, 7, 8 having min(source_id) <> max(source_id)) s
  where r.computed and s.frequency = r.frequency and s.period = r.period and s.reporter_code = r.reporter_code
    and s.partner_code = r.partner_code and s.flow = r.flow and s.product_code = r.product_code
    and s.currency = r.currency and s.valuation = r.valuation;
  create temp view rolled as select * from rolled_of_parts;
end $$;

-- Makes `product_rolled` of `product_sum` and `rolled`, grouped by what figures do not share.
create function roll_up_by_product(of_dataset smallint, are_parts boolean, constants text, groups text, single text) returns void
language plpgsql as $$
begin
  perform keep_while_summing('up', of_dataset, $sql$
    with recursive up (code, target, parent_key) as (
      select p.key, p.key, p.parent_key from product p where p.level > 2 and p.key in (select code from present)
      union all
      select up.code, p.key, p.parent_key from up join product p on p.key = up.parent_key
      where p.level > 2 and p.key not in (select code from present)
    )
    select code, target from up
    $sql$);
  -- A product that has figures is the target of no other.
  execute format($sql$
    create temp view product_part as
    select s.frequency, s.period, s.reporter_code, s.flow, s.product_code, s.currency, s.valuation, s.source_id, s.amount,
           s.estimated, s.reconciled, s.reported, s.parts::numeric as parts, s.parts::numeric as figures, s.smallest, s.largest
    from product_sum s join present p on p.code = s.product_code and p.level > 2 where s.amount is not null
    union all
    select f.frequency, f.period, f.reporter_code, f.flow, up.target, f.currency, f.valuation, f.source_id, sum(f.amount),
           bool_or(f.estimated), bool_or(f.reconciled), false, sum(f.parts), sum(f.parts), null, null
    from product_sum f join up on up.code = f.product_code and up.target <> up.code where f.amount is not null
    group by f.frequency, f.period, f.reporter_code, f.flow, up.target, f.currency, f.valuation, f.source_id
    union all
    select frequency, period, reporter_code, flow, product_code, currency, valuation, source_id, amount, estimated, reconciled,
           reported, parts, figures, smallest, largest
    from (
      select f.frequency, f.period, f.flow, f.product_code, f.valuation%1$s%2$s, sum(f.amount) as amount,
             bool_or(f.quality = 'E') as estimated, bool_or(f.quality = 'C') as reconciled,
             bool_or(f.quality = 'R') as reported, sum(f.parts) as parts, count(*) as figures, min(f.amount) as smallest,
             max(f.amount) as largest
      from rolled f where%4$s
      group by f.frequency, f.period, f.flow, f.product_code, f.valuation%3$s) as sums
    $sql$, constants, replace(groups, 'f.source_id', 'f.source_ids[1] as source_id'),
           replace(groups, 'f.source_id', 'f.source_ids[1]'), coalesce(nullif(single, ''), ' true'));
  if not are_parts then
    create temp view product_rolled as
      select frequency, period, reporter_code, flow, product_code, currency, valuation, amount,
             quality_over_partners(figures, reported, estimated, reconciled) as quality, array[source_id] as source_ids,
             parts::integer as parts, figures::integer as figures, smallest, largest
      from product_part;
    return;
  end if;
  perform keep_while_summing('product_rolled_of_parts', of_dataset, $sql$
    select frequency, period, reporter_code, flow, product_code, currency, valuation, sum(amount) as amount,
           quality_over_partners(sum(figures), bool_or(reported), bool_or(estimated), bool_or(reconciled)) as quality,
           array[min(source_id)] as source_ids, sum(parts)::integer as parts, sum(figures)::integer as figures,
           min(smallest) as smallest, max(largest) as largest
    from product_part
    group by frequency, period, reporter_code, flow, product_code, currency, valuation
    $sql$);
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

-- A column that is never null is so in a partition too.
create function forbid_nulls_as(part text, parent text) returns void language plpgsql as $$
begin
  execute (select format('alter table %I ', part) || string_agg(format('alter column %I set not null', attname), ', ')
           from pg_attribute where attrelid = parent::regclass and attnum > 0 and not attisdropped and attnotnull);
end $$;

-- The order in which sums lie, by codes as they are compared.
create function number_for_sums(of_dataset smallint) returns void language plpgsql as $$
begin
  perform keep_while_summing('partner_place', of_dataset,
    'select code, row_number() over (order by code collate "C") as place from partner');
  perform keep_while_summing('product_place', of_dataset,
    'select key as code, row_number() over (order by key collate "C") as place from product');
end $$;

-- `rolled` is what was written from here on, which several workers read. What figures share is not sorted with the rest.
create function add_first_rollups_by_partner(of_dataset smallint, by_release bigint, beside text, groups text) returns void
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
  perform forbid_nulls_as('trade_rollup_d' || of_dataset, 'trade_rollup');
  perform prepare_partition('trade_rollup_d' || of_dataset, 'trade_rollup', of_dataset);
  execute format('analyze trade_rollup_d%s', of_dataset);
  execute format('create or replace temp view rolled as'
                 ' select frequency, period, reporter_code, partner_code, flow, product_code, currency, valuation, amount,'
                 ' quality, source_ids, parts, computed from trade_rollup_d%s', of_dataset);
end $$;

create function add_first_rollups_by_product(of_dataset smallint, by_release bigint, beside text, groups text) returns void
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
  perform forbid_nulls_as('trade_product_rollup_d' || of_dataset, 'trade_product_rollup');
  perform prepare_partition('trade_product_rollup_d' || of_dataset, 'trade_product_rollup', of_dataset);
  execute format('analyze trade_product_rollup_d%s', of_dataset);
end $$;
drop function add_first_trade_rollups, roll_up_parts, roll_up_sums, roll_up_products;

-- As before, but for the months that changed being named, so that no others are read.
create or replace function revise_trade_rollups(of_dataset smallint, by_release bigint, first_period date, last_period date)
returns void language plpgsql
set enable_nestloop = off set enable_sort = off set plan_cache_mode = force_custom_plan as $$
declare
  frequencies "char"[] := array(select distinct frequency from changed_slice);
  periods date[] := array(select distinct period from changed_slice);
begin
  update trade_rollup t set superseded_by = by_release
  from changed_slice c
  where t.dataset_id = of_dataset and t.superseded_by is null and t.frequency = any(frequencies) and t.period = any(periods)
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
      and t.frequency = r.frequency and t.period = r.period and t.reporter_code = r.reporter_code
      and t.partner_code = r.partner_code and t.flow = r.flow and t.product_code = r.product_code
      and t.currency = r.currency and t.valuation = r.valuation)
  order by r.partner_code, r.product_code, r.period;

  update trade_product_rollup t set superseded_by = by_release
  from changed_slice c
  where t.dataset_id = of_dataset and t.superseded_by is null and t.frequency = any(frequencies) and t.period = any(periods)
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
      and t.frequency = r.frequency and t.period = r.period and t.reporter_code = r.reporter_code
      and t.flow = r.flow and t.product_code = r.product_code
      and t.currency = r.currency and t.valuation = r.valuation)
  order by r.product_code, r.period;
end $$;

-- Sums the years of the months that changed anew, of the rows of those years. What stays the same is not touched.
create or replace function refresh_trade_product_years(of_dataset smallint, by_release bigint) returns void language plpgsql
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
    where m.superseded_by is null and m.frequency = 'M' and m.period = any(%2$L::date[])
    group by c.period, m.reporter_code, m.flow, m.product_code, m.currency, m.valuation
    $sql$, of_dataset, months, years, reporters);
  analyze year_rolled;
  update trade_product_year t set superseded_by = by_release
  from changed_year c
  where t.dataset_id = of_dataset and t.superseded_by is null and t.period = any(years)
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
      and t.frequency = r.frequency and t.period = r.period and t.reporter_code = r.reporter_code and t.flow = r.flow
      and t.product_code = r.product_code and t.currency = r.currency and t.valuation = r.valuation)
  order by r.period, r.flow, r.product_code;
end $$;
