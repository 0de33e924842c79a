-- Names of a location as texts are looked for in them: in lower case, English and Chinese, with a blank for each dash, as
-- SearchText has it. An index of trigrams finds a text with three letters or digits in a row; a shorter one is looked for in every
-- name, which takes less time where nothing has to be changed to be compared. The extension is trusted: the owner of the
-- database may create it.
--
-- What was written last waits in a list that every search reads whole. Of 4 MB, as many as there are by default, a search took
-- 8 ms instead of 0.6, and a load is no faster for it; without such a list it took eight times as long to fill the index.
create extension if not exists pg_trgm;
alter table location_fact add column searched text generated always as (
  translate(lower(name_en || ' ' || name_zh), '-‐‑‒–—―', '       ')) stored;
create index location_current_searched on location_fact using gin (searched gin_trgm_ops)
  with (gin_pending_list_limit = 512) where superseded_by is null;

create or replace view current_location as
  select id, name_en, name_zh, country, admin1, kind, unlocode, iata, latitude, longitude, coordinate_precision,
         coordinate_source, note, sphere, searched
  from location_fact where superseded_by is null;

create or replace function location_at(release bigint) returns setof current_location language sql stable as $$
  select id, name_en, name_zh, country, admin1, kind, unlocode, iata, latitude, longitude, coordinate_precision,
         coordinate_source, note, sphere, searched
  from location_fact where release_id <= $1 and (superseded_by is null or superseded_by > $1)
$$;
