-- The sums that a load keeps: what is summed, and in which order.
--
-- Flyway runs this file again whenever it changes, after the versioned migrations: change a function here and nowhere else. A function
-- whose parameters change is another one: drop the former here, `if exists`, and only when no version that may still run calls it.

-- Brings the sums and counts of a dataset up to its figures, for the months, reporters and frequencies of `changed_slice`: those of a first load
-- are written into new partitions, others are compared with what is there, and what stays the same is not touched. Where few
-- figures changed (`few_changes`), only the partners and products of those are summed.
create or replace function refresh_trade_rollups(of_dataset smallint, by_release bigint) returns void language plpgsql
set enable_nestloop = off set enable_sort = off set plan_cache_mode = force_custom_plan
set min_parallel_table_scan_size = '8MB' set parallel_tuple_cost = 0 as $$
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
  is_stated boolean;
  kept_as_given text[];
  shared shared_by_figures;
  -- Parts of statements, which differ by what figures share.
  constants text;
  added text;
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
  of_single text;
  of_qualities text;
  levels smallint[];
begin
  set local client_min_messages = warning;
  perform forget_what_was_summed(of_dataset);
  if are_figures_distributed() then
    perform name_figures_of_dataset(of_dataset);
  end if;
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
         coalesce(string_agg(
           case name when 'source_id' then format(', add column source_ids text[] collate "C" not null default array[%L]', value)
                     else format(', add column %I text collate "C" not null default %L', name, value) end, '')
           filter (where value is not null), ''),
         coalesce(string_agg(', f.' || name, '') filter (where value is null), '')
  into constants, added, groups
  from (values ('reporter_code', shared.reporter_code), ('currency', shared.currency), ('source_id', shared.source_id))
    as each (name, value);
  if is_new and groups = '' and to_regclass('trade_rollup_d' || of_dataset) is null then
    levels := rank_lineages(of_dataset, partitions);
  end if;
  if shared.has_aggregates is distinct from false then
    single := format(' f.partner_code <> all(%L::text[])', array(select code from partner where kind = 'AGGREGATE'));
  end if;
  if levels is not null then
    perform add_first_sums_of_one_level(of_dataset, by_release, partitions, levels, shared, added, single);
    perform bring_trade_flow_tally(of_dataset, by_release, frequencies, periods, reporters, null);
    perform class_first_amounts(of_dataset, partitions, shared, of_figures.classification, of_figures.level, single)
    from (select classification, level from ancestor where code = target limit 1) as of_figures;
    perform bring_trade_amount_tally(of_dataset, frequencies, periods, reporters);
    perform bring_what_follows_from_sums(of_dataset, by_release, null);
    return;
  end if;
  if is_new then
    -- Statements above are planned the same for any figures; those below are not.
    execute (select string_agg('analyze ' || each, '; ') from unnest(partitions) as each);
  end if;
  is_estimated := coalesce((shared.quality = 'E')::text, $sql$bool_or(f.quality = 'E')$sql$);
  is_reconciled := coalesce((shared.quality = 'C')::text, $sql$bool_or(f.quality = 'C')$sql$);
  of_single := coalesce(' filter (where' || nullif(single, '') || ')', '');
  of_qualities := case when shared.quality is null then of_single else '' end;
  is_reported := coalesce((shared.quality = 'R')::text, $sql$bool_or(f.quality = 'R')$sql$);

  -- What each slice has figures for. Sums are over single partners; a product that only aggregates have has null.
  perform keep_while_summing('product_sum', of_dataset, (select string_agg(format($sql$
    select f.frequency, f.period, f.flow, f.product_code, f.valuation%2$s, sum(f.amount)%3$s as amount, %4$s as estimated,
           %5$s as reconciled, %6$s as reported, count(*)%3$s as parts, min(f.amount)%3$s as smallest, max(f.amount)%3$s as largest
    from %1$s f where true%7$s
    group by f.frequency, f.period, f.flow, f.product_code, f.valuation%2$s
    $sql$, each, groups, of_single, is_estimated || of_qualities, is_reconciled || of_qualities,
           is_reported || of_qualities, changed || of_products), ' union all ') from unnest(partitions) as each), constants);

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
  is_stated := keep_while_summing('stated', of_dataset, (select string_agg(format($sql$
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
  if few.partners is not null then
    perform change_trade_amount_tally(of_dataset, by_release, frequencies, periods, few);
  else
    if is_new then
      perform class_first_amounts(of_dataset, partitions, shared, null, null, single);
    else
      perform class_amounts(partitions, ', f.reporter_code, f.currency, p.classification, p.level', '',
                            changed || coalesce(' and' || nullif(single, ''), ''));
    end if;
    perform bring_trade_amount_tally(of_dataset, frequencies, periods, reporters);
  end if;

  perform tell_step_of_load(3, 5);
  set local min_parallel_table_scan_size = '8MB';
  if is_stated then
    delete from summed_figures s using stated t
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
      $sql$, groups, at_level, of_main, case when is_stated then $sql$ not exists (
        select from stated t
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
    perform add_first_rollups_by_partner(of_dataset, by_release, added, replace(groups, 'f.source_id', 'f.source_ids'));
    perform roll_up_by_product(of_dataset, are_parts, constants, groups, single);
    perform tell_step_of_load(5, 5);
    perform add_first_rollups_by_product(of_dataset, by_release, added, replace(groups, 'f.source_id', 'f.source_ids'));
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
  perform bring_what_follows_from_sums(of_dataset, by_release, few.climbed);
end $$;

-- What is summed of sums by product, of these alone where they are named.
create or replace function bring_what_follows_from_sums(of_dataset smallint, by_release bigint, products text[]) returns void
language plpgsql set min_parallel_table_scan_size = '8MB' as $$
begin
  -- A process of the version before, which may load while this one is being rolled out, does not attach.
  if current_setting('lancang.attaches_last', true) is distinct from 'on' then
    perform attach_trade_rollups(of_dataset);
  end if;
  perform forget_what_was_summed(of_dataset);
  perform refresh_trade_product_years(of_dataset, by_release, products);
  perform refresh_trade_level_totals(of_dataset, by_release);
  perform forget_names_of_figures(of_dataset);
end $$;
