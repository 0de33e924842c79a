-- Foreign keys look up one id after the other: six for each row that a file of segments adds and one for each that it closes, which was
-- more than half of what the database did for such a file. The same rules are held here by statements, for all of their rows at once: what
-- a fact names is there, and what a fact names is not taken away.
alter table segment_fact
  drop constraint segment_fact_id_fkey,
  drop constraint segment_fact_corridor_fkey,
  drop constraint segment_fact_from_location_fkey,
  drop constraint segment_fact_to_location_fkey,
  drop constraint segment_fact_counted_in_fkey,
  drop constraint segment_fact_release_id_fkey,
  drop constraint segment_fact_superseded_by_fkey;

create function require_named_by_segments() returns trigger language plpgsql as $$
declare
  missing text;
begin
  -- By `execute`, so that one row of a steward and all rows of a file are planned apart; the least of all, since the first of any would be
  -- looked for row by row.
  execute $sql$
    select min(what || ' ' || id) from (
      select 'segment' as what, w.id from written w where not exists (select from segment x where x.id = w.id)
      union all
      select 'corridor', w.corridor from written w where not exists (select from corridor x where x.id = w.corridor)
      union all
      select 'location', w.from_location from written w where not exists (select from location x where x.id = w.from_location)
      union all
      select 'location', w.to_location from written w where not exists (select from location x where x.id = w.to_location)
      union all
      select 'segment', w.counted_in from written w
      where w.counted_in is not null and not exists (select from segment x where x.id = w.counted_in)
      union all
      select 'release', r.id::text from (select release_id as id from written union select superseded_by from written) r
      where r.id is not null and not exists (select from release x where x.id = r.id)) n
    $sql$ into missing;
  if missing is not null then
    raise exception 'A fact of a segment names the %, which is not there.', missing using errcode = 'foreign_key_violation';
  end if;
  return null;
end
$$;
create trigger segment_names_what_is_there after insert on segment_fact
  referencing new table as written for each statement execute function require_named_by_segments();
create trigger segment_still_names_what_is_there after update on segment_fact
  referencing new table as written for each statement execute function require_named_by_segments();

create function require_unnamed_by_segments() returns trigger language plpgsql as $$
declare
  naming text;
begin
  execute format('select f.id from gone g join segment_fact f on g.id in (%s) limit 1',
    case tg_table_name
      when 'segment' then 'f.id, f.counted_in'
      when 'corridor' then 'f.corridor'
      when 'location' then 'f.from_location, f.to_location'
      when 'release' then 'f.release_id, f.superseded_by' end) into naming;
  if naming is not null then
    raise exception 'A fact of the segment % names what would be gone from the table %.', naming, tg_table_name
      using errcode = 'foreign_key_violation';
  end if;
  return null;
end
$$;
create function refuse_another_id() returns trigger language plpgsql as $$
begin
  raise exception 'What is % in the table % is never called %.', old.id, tg_table_name, new.id
    using errcode = 'foreign_key_violation';
end
$$;
do $each$
declare
  named text;
begin
  foreach named in array array['segment', 'corridor', 'location', 'release'] loop
    execute format('create trigger segments_do_not_name_it after delete on %I referencing old table as gone for each statement'
                   ' execute function require_unnamed_by_segments()', named);
  end loop;
  -- The number of a release is generated, and nothing can change it.
  foreach named in array array['segment', 'corridor', 'location'] loop
    execute format('create trigger segments_may_name_it before update of id on %I for each row'
                   ' when (new.id is distinct from old.id) execute function refuse_another_id()', named);
  end loop;
end
$each$;

-- Nearly no segment is counted in another, and an index of nothing is written for each row all the same.
drop index segment_current_counted_in;
create index segment_current_counted_in on segment_fact (counted_in) where superseded_by is null and counted_in is not null;
