-- Attaching a partition takes a lock on its parent until the transaction ends, which two loads cannot have at once. All that
-- takes time is done before: what has been prepared is attached in a moment, at the very end of a load.

-- Makes the indexes that a partition has to have, and the rule of its bounds, which spares the attaching a look at every row.
create function prepare_partition(part text, parent text, of_dataset smallint) returns void language plpgsql as $$
declare
  bounds text := pg_get_partition_constraintdef(parent::regclass);
  index_of_parent text;
begin
  for index_of_parent in
    select pg_get_indexdef(indexrelid) from pg_index where indrelid = parent::regclass order by indexrelid
  loop
    execute regexp_replace(index_of_parent, '^CREATE (UNIQUE )?INDEX .* ON ONLY \S+ ', format('create \1index on %I ', part));
  end loop;
  execute format('alter table %I add constraint belongs_here check (%s dataset_id = %s)', part, bounds || ' and ', of_dataset);
end $$;

create function attach_partition(part text, parent text, of_dataset smallint) returns void language plpgsql as $$
begin
  execute format('alter table %I attach partition %I for values in (%s)', parent, part, of_dataset);
  execute format('alter table %I drop constraint belongs_here', part);
end $$;

-- Brings the first sums of a dataset into their tables.
create function attach_trade_rollups(of_dataset smallint) returns void language plpgsql as $$
declare
  parent text;
begin
  foreach parent in array array['trade_rollup', 'trade_product_rollup'] loop
    if exists (select from pg_class where oid = to_regclass(parent || '_d' || of_dataset) and not relispartition) then
      perform attach_partition(parent || '_d' || of_dataset, parent, of_dataset);
    end if;
  end loop;
end $$;

-- Gives the sums that a load wrote another number. First sums are not touched one by one: a column that is added with a
-- default is not written to the rows.
create function renumber_trade_rollups(of_dataset smallint, earlier bigint, later bigint) returns void language plpgsql as $$
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
end $$;

-- As before, but for telling how far it is, and for what the dataset gives itself: that is looked for in the partitions by their
-- names, as figures are, since a new one is attached when its sums are there.
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
end $$;

-- As before, but for attaching, which is left for the end of the load where the caller says that it attaches; and indexes are
-- made by several workers, though figures were grouped each partition by one.
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
                 ' r.amount, r.quality, r.source_ids, r.parts, %2$s, null'
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

-- Plans use what is known of a table that a question names and of the partitions that keep rows, never of a level between. To
-- look at those levels takes as long as to look at the rows again for each.
do $$
declare
  level record;
begin
  for level in
    select c.oid::regclass as name, a.attname as field
    from pg_partition_tree('trade_flow') t join pg_class c on c.oid = t.relid
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where not t.isleaf and t.level > 0
  loop
    execute format('alter table only %s alter column %I set statistics 0', level.name, level.field);
  end loop;
end $$;
