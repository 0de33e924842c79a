-- One notion of length. Of the parts of a whole that is measured, and some of whose parts are not, the whole tells the length; the
-- lengths of a whole and of its parts are never added, nor those of two wholes that share a part: the one with more parts counts.
create or replace view current_corridor as
  select c.id, c.name_en, c.name_zh, c.kind, c.status, c.status_note, c.key_date, c.key_date_event, c.opened_earliest,
         c.opened_latest, c.length_km, c.note, s.measured_km, s.measured_segments, s.countable_segments,
         (select coalesce(array_agg(m.mode), '{}') from current_corridor_mode m where m.corridor = c.id) as modes,
         (select coalesce(array_agg(p.country order by p.position), '{}')
            from current_corridor_country p where p.corridor = c.id) as countries,
         (select coalesce(array_agg(g.programme order by g.programme), '{}')
            from corridor_programme g where g.corridor = c.id and g.superseded_by is null) as programmes
  from corridor_fact c
  cross join lateral (
    with g as (select id, length_km, counts_in_length, whole_of from current_segment where corridor = c.id),
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
  where c.superseded_by is null;

create or replace function corridor_at(release bigint) returns setof current_corridor language sql stable as $$
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
    with g as (select id, length_km, counts_in_length, whole_of from segment_at($1) where corridor = c.id),
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
  where c.release_id <= $1 and (c.superseded_by is null or c.superseded_by > $1)
$$;
