-- Which location has which UN/LOCODE: a table of its own, whose key tells two locations with one code by their lines.
create table location_unlocode (
  unlocode      text   not null,
  location      text   not null references location,
  release_id    bigint not null references release,
  superseded_by bigint references release
);
create unique index location_unlocode_current on location_unlocode (unlocode) where superseded_by is null;

-- A location that something refers to must not be left out of a later file. Looked at when the release is complete,
-- since a changed location is closed and added anew.
create function refuse_missing_location() returns trigger language plpgsql as $$
declare
  reference text;
begin
  if exists (select 1 from location_fact where id = new.id and superseded_by is null) then
    return null;
  end if;
  select string_agg(kind || ' ' || subject, ', ' order by kind, subject) into reference
  from (select 'segment' as kind, id as subject from segment_fact
          where new.id in (from_location, to_location) and superseded_by is null
        union all
        select 'zone', id from zone_fact where location = new.id and superseded_by is null
        union all
        select 'throughput', id from throughput where location = new.id and superseded_by is null
        limit 5) used;
  if reference is not null then
    raise exception 'The location % is left out, but % refers to it. Load files without these first.', new.id, reference
      using errcode = 'foreign_key_violation';
  end if;
  return null;
end
$$;
create constraint trigger location_is_not_missing after update on location_fact
  deferrable initially deferred for each row when (new.superseded_by is not null)
  execute function refuse_missing_location();
