-- What the planner knows of a partitioned table as a whole is how many values there are and which ones are frequent; how they lie in each
-- partition it knows of the partition. A quarter of the sample is enough for that, and all partitions are read for it after each large load.
do $$
declare
  tree text;
  each text;
begin
  foreach tree in array array['trade_flow', 'trade_rollup', 'trade_product_rollup'] loop
    for each in
      select attname from pg_attribute where attrelid = tree::regclass and attnum > 0 and not attisdropped
    loop
      execute format('alter table %I alter column %I set statistics 25', tree, each);
    end loop;
  end loop;
end $$;
