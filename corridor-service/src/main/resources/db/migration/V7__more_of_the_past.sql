-- What V6 left to the present: industrial transfers, the countries of a figure, and the own facts of a corridor without the
-- sums over its segments, for statements that count corridors.
create view current_corridor_row as
  select id, kind, status, key_date, key_date_event, opened_earliest, note
  from corridor_fact where superseded_by is null;

create view current_throughput_country as
  select throughput, country, position from throughput_country where superseded_by is null;

create index zone_fact_id on zone_fact (id);
create index industrial_transfer_zone on industrial_transfer (zone);
create index throughput_country_country on throughput_country (country);

create function corridor_row_at(release bigint) returns setof current_corridor_row language sql stable as $$
  select id, kind, status, key_date, key_date_event, opened_earliest, note
  from corridor_fact where release_id <= $1 and (superseded_by is null or superseded_by > $1)
$$;

create function throughput_country_at(release bigint) returns setof current_throughput_country language sql stable as $$
  select throughput, country, position
  from throughput_country where release_id <= $1 and (superseded_by is null or superseded_by > $1)
$$;

create function industrial_transfer_at(release bigint) returns setof current_industrial_transfer language sql stable as $$
  select id, zone, subject, sector, fact, year, value, unit
  from industrial_transfer where release_id <= $1 and (superseded_by is null or superseded_by > $1)
$$;
