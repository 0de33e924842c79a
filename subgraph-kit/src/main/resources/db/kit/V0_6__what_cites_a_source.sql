-- The first table with a row, of the present or the past, that cites a source; null if there is none, so that the source can be taken
-- away. All tables with a column for sources are asked, so that one that is added later is not forgotten.
create function cites_source(asked text) returns text language plpgsql stable as $$
declare
  place record;
  is_cited boolean;
begin
  for place in
    select c.relname as name, a.attname as names, a.atttypid = 'text[]'::regtype as are_many
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and a.attname in ('source', 'source_id', 'source_ids') and not a.attisdropped
      and a.atttypid in ('text'::regtype, 'text[]'::regtype)
    order by c.relname
  loop
    execute format('select exists (select from %I where %I ' || case when place.are_many then '@> array[$1])' else '= $1)' end,
                   place.name, place.names) into is_cited using asked;
    if is_cited then
      return place.name;
    end if;
  end loop;
  return case when exists (select from source_past where id = asked) then 'source_past' end;
end $$;
