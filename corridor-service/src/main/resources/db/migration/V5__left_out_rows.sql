-- What something refers to must not be left out of a later file: locations, corridors and zones alike. The state LN001 says
-- that the message is written for whoever sent the file. Looked at when the release is complete, since a changed row is
-- closed and added anew.
create or replace function refuse_missing_location() returns trigger language plpgsql as $$
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
    raise exception 'The location % is left out, but % refers to it. Nothing was loaded.', new.id, reference
      using errcode = 'LN001', hint = 'Load files without these first.';
  end if;
  return null;
end
$$;

create function refuse_missing_corridor() returns trigger language plpgsql as $$
declare
  reference text;
begin
  if exists (select 1 from corridor_fact where id = new.id and superseded_by is null) then
    return null;
  end if;
  select string_agg(kind || ' ' || subject, ', ' order by kind, subject) into reference
  from (select 'segment' as kind, id as subject from segment_fact where corridor = new.id and superseded_by is null
        union all
        select 'throughput', id from throughput where corridor = new.id and superseded_by is null
        limit 5) used;
  if reference is not null then
    raise exception 'The corridor % is left out, but % refers to it. Nothing was loaded.', new.id, reference
      using errcode = 'LN001', hint = 'Load files without these first.';
  end if;
  return null;
end
$$;
create constraint trigger corridor_is_not_missing after update on corridor_fact
  deferrable initially deferred for each row when (new.superseded_by is not null)
  execute function refuse_missing_corridor();

create function refuse_missing_zone() returns trigger language plpgsql as $$
declare
  reference text;
begin
  if exists (select 1 from zone_fact where id = new.id and superseded_by is null) then
    return null;
  end if;
  select string_agg(kind || ' ' || subject, ', ' order by kind, subject) into reference
  from (select 'industrial transfer' as kind, subject from industrial_transfer
          where zone = new.id and superseded_by is null
        limit 5) used;
  if reference is not null then
    raise exception 'The zone % is left out, but % refers to it. Nothing was loaded.', new.id, reference
      using errcode = 'LN001', hint = 'Load files without these first.';
  end if;
  return null;
end
$$;
create constraint trigger zone_is_not_missing after update on zone_fact
  deferrable initially deferred for each row when (new.superseded_by is not null)
  execute function refuse_missing_zone();
