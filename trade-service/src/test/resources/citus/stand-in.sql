-- Stands in for Citus on one PostgreSQL: the functions and tables that distribute.sql uses, with the rules that Citus publishes for them. Tables
-- stay where they are. Messages are those of Citus 13, from src/backend/distributed/commands.
create table pg_dist_node (nodename text not null, isactive boolean not null, shouldhaveshards boolean not null);
create table pg_dist_object (classid oid not null, objid oid not null, primary key (classid, objid));
create table pg_dist_partition (logicalrelid regclass primary key, partkey text not null, colocationid integer not null);

-- Fails where a table breaks a rule of distributed tables.
create function require_distributable(relation regclass, key text) returns void language plpgsql as $$
declare
  number smallint := (select attnum from pg_attribute where attrelid = relation and attname = key and attnum > 0 and not attisdropped);
  parent regclass := (select inhparent from pg_inherits where inhrelid = relation);
  broken text;
begin
  if number is null then
    raise exception 'column "%" of relation "%" does not exist', key, relation;
  end if;
  if exists (select from pg_class where oid = relation and relpersistence = 't') then
    raise exception 'cannot distribute a temporary table';
  end if;
  if exists (select from pg_trigger where tgrelid = relation and not tgisinternal) then
    raise exception 'cannot distribute relation "%" because it has triggers', relation;
  end if;
  if exists (select from pg_attribute where attrelid = relation and attnum = number and attgenerated <> '') then
    raise exception 'cannot distribute relation: %', relation using detail = 'Distribution column must not use GENERATED ALWAYS AS (...) STORED.';
  end if;
  if exists (select from pg_attribute a join pg_collation c on c.oid = a.attcollation
             where a.attrelid = relation and a.attnum = number and not c.collisdeterministic) then
    raise exception 'Hash distributed partition columns may not use a non deterministic collation';
  end if;
  if exists (select from pg_attribute where attrelid = relation and attidentity <> '' and atttypid <> 'bigint'::regtype) then
    raise exception 'cannot complete operation on % with smallint/int identity column', relation;
  end if;
  if parent is not null and not exists (select from pg_dist_partition where logicalrelid = parent) then
    raise exception 'cannot distribute relation "%" which is partition of "%"', relation, parent;
  end if;
  if exists (select from pg_class where oid = relation and relkind = 'p' and relispartition) then
    raise exception 'distributing multi-level partitioned tables is not supported'
      using detail = format('Relation "%s" is partitioned table itself and it is also partition of relation "%s".', relation, parent);
  end if;
  -- Unique indexes, keys and exclusions among them.
  select i.indexrelid::regclass into broken from pg_index i
  where i.indrelid = relation and (i.indisunique or i.indisexclusion) and not number = any((i.indkey::smallint[])[0:i.indnkeyatts - 1]) limit 1;
  if broken is not null then
    raise exception 'cannot create constraint on "%"', relation
      using detail = format('%s: distributed relations cannot have UNIQUE, EXCLUDE, or PRIMARY KEY constraints that do not include'
                            ' the partition column (with an equality operator if EXCLUDE).', broken);
  end if;
  -- Nothing that is distributed refers to what is not, since no table is a reference table here, and the other way round neither.
  select f.conname into broken from pg_constraint f
  left join pg_dist_partition r on r.logicalrelid = f.confrelid
  left join pg_dist_partition d on d.logicalrelid = f.conrelid
  where f.contype = 'f' and relation in (f.conrelid, f.confrelid) and f.conparentid = 0
    and (d.colocationid is distinct from r.colocationid
         or not exists (
           select from unnest(f.conkey, f.confkey) as k (own, other)
           join pg_attribute o on o.attrelid = f.conrelid and o.attnum = k.own and o.attname = d.partkey
           join pg_attribute t on t.attrelid = f.confrelid and t.attnum = k.other and t.attname = r.partkey)) limit 1;
  if broken is not null then
    raise exception 'cannot create foreign key constraint %', broken
      using detail = 'Foreign keys are supported between co-located tables, where they have the partition columns at the same place.';
  end if;
end $$;

create function create_distributed_table(table_name regclass, distribution_column text, colocate_with text default 'default') returns void
language plpgsql as $$
declare
  beside integer;
  each regclass;
begin
  if exists (select from pg_dist_partition where logicalrelid = table_name) then
    raise exception 'table "%" is already distributed', table_name;
  end if;
  if colocate_with = 'none' then
    beside := (select coalesce(max(colocationid), 0) + 1 from pg_dist_partition);
  else
    select d.colocationid into beside from pg_dist_partition d
    join pg_attribute o on o.attrelid = d.logicalrelid and o.attname = d.partkey
    join pg_attribute a on a.attrelid = table_name and a.attname = distribution_column
    where d.logicalrelid = to_regclass(colocate_with) and o.atttypid = a.atttypid and o.attcollation = a.attcollation;
    if beside is null then
      raise exception 'cannot colocate tables % and %', colocate_with, table_name
        using detail = 'Distribution column types or collations don''t match, or the other is not distributed.';
    end if;
  end if;
  insert into pg_dist_partition values (table_name, distribution_column, beside);
  perform require_distributable(table_name, distribution_column);
  for each in select inhrelid from pg_inherits where inhparent = table_name loop
    insert into pg_dist_partition values (each, distribution_column, beside);
    perform require_distributable(each, distribution_column);
  end loop;
end $$;

-- What Citus looks at when an index, constraint or partition comes later: fails where a table breaks a rule now.
create function require_rules_of_distribution() returns void language plpgsql as $$
declare
  each record;
begin
  -- A partition of a distributed table is distributed with it.
  insert into pg_dist_partition
  select i.inhrelid, d.partkey, d.colocationid from pg_dist_partition d join pg_inherits i on i.inhparent = d.logicalrelid
  on conflict do nothing;
  for each in select d.logicalrelid, d.partkey from pg_dist_partition d join pg_class c on c.oid = d.logicalrelid loop
    perform require_distributable(each.logicalrelid, each.partkey);
  end loop;
end $$;

create function create_distributed_function(function_name regprocedure) returns void language sql as $$
  insert into pg_dist_object values ('pg_proc'::regclass, function_name)
$$;
