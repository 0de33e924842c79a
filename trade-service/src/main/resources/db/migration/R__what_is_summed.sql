-- What figures of a load share, what changed, and what is kept while sums are made.
--
-- Flyway runs this file again whenever it changes, after the versioned migrations: change a function here and nowhere else. A function
-- whose parameters change is another one: drop the former here, `if exists`, and only when no version that may still run calls it.

-- Keeps the rows of a query under a name until `forget_what_was_summed`, and returns how many there are. Who reads them by that name
-- finds the constants beside them, which begin with a comma. The table is unlogged: several workers read it, and none reads a
-- temporary one.
create or replace function keep_while_summing(name text, of_dataset smallint, query text, constants text default '') returns bigint
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

-- Drops what `keep_while_summing` has kept.
create or replace function forget_what_was_summed(of_dataset smallint) returns void language plpgsql as $$
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
create or replace function shared_by_figures(partitions text[]) returns shared_by_figures language plpgsql
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

-- What a release changed, where that is few figures of products of one level below chapters, as all others of those months are:
-- then no sum of other partners or products can have changed. Null where it is more, or not known.
-- `summed` are the products whose sums are those of the changed ones or have a part in them, `climbed` what they climb to from
-- there.
create or replace function few_changes(of_dataset smallint, frequencies "char"[], periods date[], reporters text[]) returns few_changes
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

-- The order in which sums lie, by codes as they are compared.
create or replace function number_for_sums(of_dataset smallint) returns void language plpgsql as $$
begin
  perform keep_while_summing('partner_place', of_dataset,
    'select code, row_number() over (order by code collate "C") as place from partner');
  perform keep_while_summing('product_place', of_dataset,
    'select key as code, row_number() over (order by key collate "C") as place from product');
end $$;

-- Numbers frequency, period and flow in their order, in 31 bits: to sort by one number takes half of what it takes to sort by
-- codes, and an index is quick to make of rows that come in its order. With 15 bits for the partner and 17 for the product
-- before or after them, more than 32,767 partners or 131,071 products would put rows in another order, and change nothing else.
create or replace function place_in_time(frequency "char", period date, flow "char") returns bigint
language sql immutable parallel safe
return (ascii(frequency::text)::bigint << 17 | (period - date '1900-01-01')) << 7 | ascii(flow::text);
