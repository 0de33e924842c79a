-- What readers see of each table, at present and as of a release, written once.
--
-- Of each NAME there are a view, `current_NAME`, and a function, `NAME_at(release)`, with the same columns. Flyway runs this file again
-- whenever it changes, after the versioned migrations: change what is seen here and nowhere else. Columns can be added at the end; one that
-- goes, or another type, needs a versioned migration that drops view and function first.
--
-- made here: current_location, current_segment, current_segment_line, current_corridor_country, current_corridor_programme,
--  current_corridor_row, current_corridor_mode, current_corridor, current_zone, current_industrial_transfer, current_throughput_country,
--  current_throughput, current_citation, current_stated_doubt, current_name, current_milestone, current_opening, current_status_change,
--  current_segment_change, location_at, segment_at, segment_line_at, corridor_country_at, corridor_programme_at, corridor_row_at,
--  corridor_mode_at, corridor_at, zone_at, industrial_transfer_at, throughput_country_at, throughput_at, citation_at, stated_doubt_at,
--  name_at, milestone_at, opening_at, status_change_at, segment_change_at
--
--   {seen}          whether a row `f` is seen: it is not superseded, or was there as of the release
--   {seen of NAME}  the rows of another name
do $history$
declare
  of_what constant text[][] := array[
    array['location', $$
      select f.id, f.name_en, f.name_zh, f.country, f.admin1, f.kind, f.unlocode, f.iata, f.latitude, f.longitude,
             f.coordinate_precision, f.coordinate_source, f.note, f.sphere, f.searched, f.paired_with
      from location_fact f where {seen} $$],
    array['segment', $$
      select f.id, f.corridor, f.position, f.from_location, f.to_location, f.mode, f.name, f.length_km, f.great_circle_km,
             f.counts_in_length, f.spec, f.capacity, f.status, f.status_note, f.opened, f.cost, f.note, f.whole_of, f.counted_in
      from segment_fact f where {seen} $$],
    array['segment_line', $$
      select f.segment, f.longitudes, f.latitudes, f.tolerances, f.km from segment_line f where {seen} $$],
    array['corridor_country', $$
      select f.corridor, f.country, f.position from corridor_country f where {seen} $$],
    array['corridor_programme', $$
      select f.corridor, f.programme from corridor_programme f where {seen} $$],
    array['corridor_row', $$
      select f.id, f.kind, f.status, f.key_date, f.key_date_event, f.opened_earliest, f.note from corridor_fact f where {seen} $$],
    array['corridor_mode', $$
      select f.id as corridor, f.mode from corridor_fact f where f.mode is not null and {seen}
      union
      select corridor, mode from {seen of segment} $$],
    -- The length of a corridor's measured parts: a whole of which each part is on record and one has no length counts in their place.
    array['corridor', $$
      select f.id, f.name_en, f.name_zh, f.kind, f.status, f.status_note, f.key_date, f.key_date_event, f.opened_earliest,
             f.opened_latest, f.length_km, f.note, s.measured_km, s.measured_segments, s.countable_segments,
             (select coalesce(array_agg(m.mode), '{}') from {seen of corridor_mode} m where m.corridor = f.id) as modes,
             (select coalesce(array_agg(p.country order by p.position), '{}')
                from {seen of corridor_country} p where p.corridor = f.id) as countries,
             (select coalesce(array_agg(g.programme order by g.programme), '{}')
                from {seen of corridor_programme} g where g.corridor = f.id) as programmes
      from corridor_fact f
      cross join lateral (
        with g as (select id, length_km, counts_in_length, whole_of from {seen of segment} where corridor = f.id),
        measured as (
          select a.id, a.length_km, a.whole_of from g a
          where a.length_km is not null and cardinality(a.whole_of) > 0
            and not exists (select from unnest(a.whole_of) p (id) where not exists (select from g where g.id = p.id))
            and exists (select from g where g.id = any(a.whole_of) and g.length_km is null)),
        taken as (
          select m.length_km, m.whole_of from measured m
          where not exists (
            select from measured o where o.id <> m.id and o.whole_of && m.whole_of
              and (cardinality(o.whole_of), o.id) > (cardinality(m.whole_of), m.id))),
        covered as (select distinct unnest(whole_of) as id from taken)
        select (select sum(km) from (
                  select length_km as km from taken
                  union all
                  select length_km from g where g.counts_in_length and g.id not in (select id from covered)) every_length)
                 as measured_km,
               count(*) filter (where g.length_km is not null or g.id in (select id from covered)) as measured_segments,
               count(*) as countable_segments
        from g where g.counts_in_length) s
      where {seen} $$],
    array['zone', $$
      select f.id, f.name_en, f.name_zh, f.kind, f.location, f.key_date, f.key_date_event, f.area_km2, f.note
      from zone_fact f where {seen} $$],
    array['industrial_transfer', $$
      select f.id, f.zone, f.subject, f.sector, f.fact, f.year, f.value, f.unit from industrial_transfer f where {seen} $$],
    array['throughput_country', $$
      select f.throughput, f.country, f.position from throughput_country f where {seen} $$],
    array['throughput', $$
      select f.id, f.corridor, f.location, f.metric, f.period_start, f.period_end, f.value, f.unit, f.basis, f.note,
             (select coalesce(array_agg(p.country order by p.position), '{}')
                from {seen of throughput_country} p where p.throughput = f.id) as countries
      from throughput f where {seen} $$],
    array['citation', $$
      select f.subject_kind, f.subject, f.source, f.position from citation f where {seen} $$],
    array['stated_doubt', $$
      select f.subject_kind, f.subject, f.kind, f.detail from stated_doubt f where {seen} $$],
    array['name', $$
      select f.subject_kind, f.subject, f.language, f.script, f.name, f.note, f.source, f.searched from name f where {seen} $$],
    array['milestone', $$
      select f.id, f.subject_kind, f.subject, f.event, f.planned, f.earliest, f.latest, f.first_day, f.last_day, f.stated_on, f.note
      from milestone f where {seen} $$],
    -- When a segment opened, or is to open by the last statement that gives a date: a milestone if there is one, else its own column.
    array['opening', $$
      select s.id as segment,
             case when d.reported or m.id is null then date_first(s.opened) else m.first_day end as first_day,
             case when d.reported or m.id is null then date_last(s.opened) else m.last_day end as last_day,
             not d.reported as announced
      from {seen of segment} s
      cross join lateral (select s.opened is not null and s.opened not like '%)' as reported) d
      left join lateral (
        select x.id, x.first_day, x.last_day from {seen of milestone} x
        where not d.reported and x.subject_kind = 'SEGMENT' and x.subject = s.id and x.event = 'OPENING' and x.planned
          and (x.first_day is not null or x.last_day is not null)
        order by x.stated_on collate "C" desc nulls last, x.first_day desc, x.id desc limit 1) m on true
      where s.opened is not null or m.id is not null $$],
    array['status_change', $$
      select f.release_id, f.subject_kind, f.subject, f.changed_on, f.from_status, f.to_status, f.note
      from status_change f where {seen} $$],
    array['segment_change', $$
      select subject as segment, changed_on, from_status from {seen of status_change} where subject_kind = 'SEGMENT' $$]];
  one text[];
  present text;
  past text;
begin
  foreach one slice 1 in array of_what loop
    present := replace(one[2], '{seen}', 'f.superseded_by is null');
    present := regexp_replace(present, '\{seen of (\w+)\}', 'current_\1', 'g');
    past := replace(one[2], '{seen}', 'f.release_id <= $1 and (f.superseded_by is null or f.superseded_by > $1)');
    past := regexp_replace(past, '\{seen of (\w+)\}', '\1_at($1)', 'g');
    execute format('create or replace view current_%s as %s', one[1], present);
    execute format('create or replace function %1$s_at(release bigint) returns setof current_%1$s language sql stable as %2$L', one[1], past);
  end loop;
end $history$;
