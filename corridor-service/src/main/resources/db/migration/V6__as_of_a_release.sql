-- The past. Each view of the present has a function that gives the same rows as they were seen when a release was the last
-- one: location_at(12) is what current_location was then. The functions are plain enough for the planner to put them into the
-- statement that asks, so conditions on ids use the indexes of ids below.
create index location_fact_id on location_fact (id);
create index corridor_fact_id on corridor_fact (id);
create index corridor_country_corridor on corridor_country (corridor);
create index corridor_programme_corridor on corridor_programme (corridor);
create index segment_fact_id on segment_fact (id);
create index segment_fact_corridor on segment_fact (corridor);
create index zone_fact_location on zone_fact (location);
create index throughput_id on throughput (id);
create index throughput_corridor on throughput (corridor);
create index throughput_location on throughput (location);
create index throughput_country_throughput on throughput_country (throughput);
create index citation_subject on citation (subject_kind, subject);

create function location_at(release bigint) returns setof current_location language sql stable as $$
  select id, name_en, name_zh, country, admin1, kind, unlocode, iata, latitude, longitude, coordinate_precision,
         coordinate_source, note, sphere
  from location_fact where release_id <= $1 and (superseded_by is null or superseded_by > $1)
$$;

create function segment_at(release bigint) returns setof current_segment language sql stable as $$
  select id, corridor, position, from_location, to_location, mode, name, length_km, great_circle_km, counts_in_length,
         spec, capacity, status, status_note, opened, cost, note
  from segment_fact where release_id <= $1 and (superseded_by is null or superseded_by > $1)
$$;

create function corridor_country_at(release bigint) returns setof current_corridor_country language sql stable as $$
  select corridor, country, position
  from corridor_country where release_id <= $1 and (superseded_by is null or superseded_by > $1)
$$;

create function corridor_mode_at(release bigint) returns setof current_corridor_mode language sql stable as $$
  select id as corridor, mode from corridor_fact
  where mode is not null and release_id <= $1 and (superseded_by is null or superseded_by > $1)
  union
  select corridor, mode from segment_at($1)
$$;

create function corridor_at(release bigint) returns setof current_corridor language sql stable as $$
  select c.id, c.name_en, c.name_zh, c.kind, c.status, c.status_note, c.key_date, c.key_date_event, c.opened_earliest,
         c.opened_latest, c.length_km, c.note, s.measured_km, s.measured_segments, s.countable_segments,
         (select coalesce(array_agg(m.mode), '{}') from corridor_mode_at($1) m where m.corridor = c.id) as modes,
         (select coalesce(array_agg(p.country order by p.position), '{}')
            from corridor_country_at($1) p where p.corridor = c.id) as countries,
         (select coalesce(array_agg(g.programme order by g.programme), '{}')
            from corridor_programme g
            where g.corridor = c.id and g.release_id <= $1 and (g.superseded_by is null or g.superseded_by > $1))
           as programmes
  from corridor_fact c
  cross join lateral (
    select sum(g.length_km) as measured_km, count(g.length_km) as measured_segments, count(*) as countable_segments
    from segment_at($1) g where g.corridor = c.id and g.counts_in_length) s
  where c.release_id <= $1 and (c.superseded_by is null or c.superseded_by > $1)
$$;

create function zone_at(release bigint) returns setof current_zone language sql stable as $$
  select id, name_en, name_zh, kind, location, key_date, key_date_event, area_km2, note
  from zone_fact where release_id <= $1 and (superseded_by is null or superseded_by > $1)
$$;

create function throughput_at(release bigint) returns setof current_throughput language sql stable as $$
  select t.id, t.corridor, t.location, t.metric, t.period_start, t.period_end, t.value, t.unit, t.basis, t.note,
         (select coalesce(array_agg(p.country order by p.position), '{}')
            from throughput_country p
            where p.throughput = t.id and p.release_id <= $1 and (p.superseded_by is null or p.superseded_by > $1))
           as countries
  from throughput t where t.release_id <= $1 and (t.superseded_by is null or t.superseded_by > $1)
$$;

create function citation_at(release bigint) returns setof current_citation language sql stable as $$
  select subject_kind, subject, source, position
  from citation where release_id <= $1 and (superseded_by is null or superseded_by > $1)
$$;
