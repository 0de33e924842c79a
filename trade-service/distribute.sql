-- Distributes figures and their sums over the nodes of Citus: docs/scale.md says when that is worth while, in which order steps go and what
-- they cost. To be run by psql on the coordinator, as the owner of the tables, while every trade-service is stopped:
--
--   psql --set ON_ERROR_STOP=1 --file distribute.sql "dbname=trade"
--
-- It may be run again at any time: what is distributed stays as it is, and what is missing is made.

-- First what questions need on every node, apart from the rest: Citus makes functions and schemas one node after the other, and would go on like
-- that with the rows.
begin;
do $$
declare
  each regprocedure;
begin
  if not exists (select from pg_proc where proname = 'create_distributed_table') then
    raise exception 'Citus is not installed in database %', current_database()
      using hint = 'Add citus to shared_preload_libraries of every node, restart them, and run in each: create extension citus;';
  end if;
  if to_regproc('name_figures_of_dataset') is null then
    raise exception 'The tables of database % are not those of this version', current_database()
      using hint = 'Let trade-service of this version prepare the database, then run this again.';
  end if;
  if not exists (select from pg_dist_node where isactive and shouldhaveshards) then
    raise exception 'No node of Citus keeps shards'
      using hint = 'Run for each node: select citus_add_node(''the name of the node'', 5432);';
  end if;
  foreach each in array array[
    'quality_of_sum(boolean, boolean)', 'quality_over_partners(numeric, boolean, boolean, boolean)',
    'weakest_quality(integer)', 'place_in_time("char", date, "char")']::regprocedure[]
  loop
    if not exists (select from pg_dist_object where classid = 'pg_proc'::regclass and objid = each) then
      perform create_distributed_function(each);
    end if;
  end loop;
end $$;
create schema if not exists lancang_undistributed;
commit;

-- Then all tables in one transaction. Readers wait until it ends, and nothing has changed if it fails.
begin;
do $$
declare
  tables text[] := array['trade_flow', 'trade_rollup', 'trade_flow_tally', 'trade_product_rollup', 'trade_product_year'];
  indexes text[] := '{}';
  each text;
  moved record;
begin
  if are_figures_distributed() then
    raise notice 'Figures are distributed already';
    return;
  end if;
  lock table trade_flow, trade_rollup, trade_flow_tally, trade_product_rollup, trade_product_year in access exclusive mode;

  -- Indexes are as before. What is unique among the figures of the present is so where these lie beside those of the past.
  foreach each in array tables || array['trade_flow_present', 'trade_flow_history'] loop
    indexes := indexes || array(
      select regexp_replace(pg_get_indexdef(indexrelid), ' ON (ONLY )?\S+ USING ',
                            ' ON ' || regexp_replace(each, '^trade_flow_(present|history)$', 'trade_flow') || ' USING ')
             || case when each = 'trade_flow_present' and indisunique then ' where superseded_by is null' else '' end
      from pg_index where indrelid = each::regclass order by indexrelid);
  end loop;

  foreach each in array tables loop
    for moved in select relid::text as name from pg_partition_tree(each) union select each loop
      execute format('alter table %s set schema lancang_undistributed', moved.name);
    end loop;
  end loop;

  -- Without partitions: Citus distributes one level of them, each of which has as many shards as a table, and a shard has a fraction of the rows.
  delete from trade_flow_years;
  insert into trade_flow_years
    select frequency::"char", lower(frequency), '-infinity', 'infinity' from unnest(array['A', 'M', 'C']) as frequency;
  create table trade_flow (like lancang_undistributed.trade_flow including constraints);
  create table trade_rollup (like lancang_undistributed.trade_rollup including constraints);
  create table trade_flow_tally (like lancang_undistributed.trade_flow_tally including constraints);
  create table trade_product_rollup (like lancang_undistributed.trade_product_rollup including constraints);
  create table trade_product_year (like lancang_undistributed.trade_product_year including constraints);

  -- Figures and sums of a partner lie on one node, and so do all sums of a product over partners.
  perform create_distributed_table('trade_flow', 'partner_code', colocate_with => 'none');
  perform create_distributed_table('trade_rollup', 'partner_code', colocate_with => 'trade_flow');
  perform create_distributed_table('trade_flow_tally', 'partner_code', colocate_with => 'trade_flow');
  perform create_distributed_table('trade_product_rollup', 'product_code', colocate_with => 'none');
  perform create_distributed_table('trade_product_year', 'product_code', colocate_with => 'trade_product_rollup');

  foreach each in array tables loop
    execute format('insert into %1$I select * from lancang_undistributed.%1$I', each);
  end loop;
  foreach each in array indexes loop
    execute each;
  end loop;
end $$;
commit;

begin;
drop schema if exists lancang_undistributed cascade;
analyze trade_flow, trade_rollup, trade_flow_tally, trade_product_rollup, trade_product_year;
commit;
