-- How new partitions of figures and sums are made ready and attached.
--
-- Flyway runs this file again whenever it changes, after the versioned migrations: change a function here and nowhere else. A function
-- whose parameters change is another one: drop the former here, `if exists`, and only when no version that may still run calls it.

-- Looks through the rows of a new partition once, for what may not be null and for the rule of its bounds. Several workers make each index.
create or replace function prepare_partition(part text, parent text, of_dataset smallint) returns void language plpgsql
set min_parallel_table_scan_size = '8MB' as $$
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
    || coalesce((
      -- No plan depends on how the values of some are distributed, which takes a third of the time to find out, and half of the usual sample is
      -- enough for the others: 15,000 rows of one range of years.
      select string_agg(format('alter column %I set statistics %s, ', attname, case
               when attname in ('line_number', 'quantity', 'net_weight', 'source_ids', 'parts', 'smallest', 'largest')
                    or attname = 'amount' and part not like 'trade\_flow\_%' then 0 else 50 end), '') from pg_attribute
      where attrelid = part::regclass and attnum > 0 and not attisdropped), '')
    || format('add constraint belongs_here check (%s dataset_id = %s)', bounds || ' and ', of_dataset);
end $$;

-- Attaches a new partition that was prepared, in a moment: nothing is looked through again.
create or replace function attach_partition(part text, parent text, of_dataset smallint) returns void language plpgsql as $$
begin
  execute format('alter table %I attach partition %I for values in (%s)', parent, part, of_dataset);
  -- The number of the release came after the other columns: the column that wants the largest sample decides on it.
  execute format('alter table %I drop constraint belongs_here, alter column release_id set statistics 50', part);
end $$;

-- Brings the first sums of a dataset into their tables.
create or replace function attach_trade_rollups(of_dataset smallint) returns void language plpgsql as $$
declare
  parent text;
begin
  foreach parent in array array['trade_rollup', 'trade_product_rollup'] loop
    if exists (select from pg_class where oid = to_regclass(parent || '_d' || of_dataset) and not relispartition) then
      perform attach_partition(parent || '_d' || of_dataset, parent, of_dataset);
    end if;
  end loop;
end $$;

-- Gives what a load has summed the number that its release got in the end.
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

-- Whether figures lie on several nodes (`distribute.sql`). `pg_dist_partition` is a table of Citus, which is not there without it.
create or replace function are_figures_distributed() returns boolean language plpgsql stable as $$
begin
  if to_regclass('pg_dist_partition') is null then
    return false;
  end if;
  return exists (select from pg_dist_partition where logicalrelid = to_regclass('trade_flow'));
end $$;

-- Gives figures of the present and sums of a dataset the names that its partitions have where figures are not distributed, until
-- `forget_names_of_figures`: what is summed reads them by these. No lock is taken that a question meets.
create or replace function name_figures_of_dataset(of_dataset smallint) returns void language plpgsql as $$
declare
  each record;
begin
  for each in
    select format('trade_flow_%s_d%s', name, of_dataset) as view, 'trade_flow' as parent,
           format('superseded_by is null and frequency = %L and ', frequency) as condition
    from trade_flow_years
    union all
    select format('%s_d%s', parent, of_dataset), parent, '' from unnest(array['trade_rollup', 'trade_product_rollup']) as parent
  loop
    execute format('create or replace temp view %I as select * from %I where %sdataset_id = %s', each.view, each.parent, each.condition,
                   of_dataset);
  end loop;
end $$;

-- Other sessions cannot alter a table that a name depends on.
create or replace function forget_names_of_figures(of_dataset smallint) returns void language plpgsql as $$
declare
  each regclass;
begin
  for each in
    select oid from pg_class where relnamespace = pg_my_temp_schema() and relkind = 'v'
      and (relname ~ ('^trade_flow_.*_d' || of_dataset || '$') or relname in ('trade_rollup_d' || of_dataset, 'trade_product_rollup_d' || of_dataset))
  loop
    execute format('drop view %s', each);
  end loop;
end $$;
