-- The lengths of corridors, now and as of a release, by one text: V11 wrote them twice, and two that have to agree do not for long.
-- Each name in braces stands for what is read of the present or of the past.
do $migration$
declare
  corridors constant text := $text$
    select c.id, c.name_en, c.name_zh, c.kind, c.status, c.status_note, c.key_date, c.key_date_event, c.opened_earliest,
           c.opened_latest, c.length_km, c.note, s.measured_km, s.measured_segments, s.countable_segments,
           (select coalesce(array_agg(m.mode), '{}') from {mode} m where m.corridor = c.id) as modes,
           (select coalesce(array_agg(p.country order by p.position), '{}') from {country} p where p.corridor = c.id) as countries,
           (select coalesce(array_agg(g.programme order by g.programme), '{}') from {programme} g where g.corridor = c.id)
             as programmes
    from corridor_fact c
    cross join lateral (
      with g as (select id, length_km, counts_in_length, whole_of from {segment} where corridor = c.id),
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
    where {then}
  $text$;
  part text;
  present text := replace(corridors, '{then}', 'c.superseded_by is null');
  past text := replace(corridors, '{then}', 'c.release_id <= $1 and (c.superseded_by is null or c.superseded_by > $1)');
begin
  foreach part in array array['mode', 'country', 'programme'] loop
    present := replace(present, '{' || part || '}', 'current_corridor_' || part);
    past := replace(past, '{' || part || '}', 'corridor_' || part || '_at($1)');
  end loop;
  present := replace(present, '{segment}', 'current_segment');
  past := replace(past, '{segment}', 'segment_at($1)');
  execute 'create or replace view current_corridor as ' || present;
  execute 'create or replace function corridor_at(release bigint) returns setof current_corridor language sql stable as '
    || quote_literal(past);
end $migration$;
