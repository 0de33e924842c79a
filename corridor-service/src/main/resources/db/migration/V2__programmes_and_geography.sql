-- Programmes that corridors belong to, as the vocabulary says row by row.
create table corridor_programme (
  corridor      text   not null references corridor,
  programme     text   not null,
  why           text   not null,
  release_id    bigint not null references release,
  superseded_by bigint references release
);
create unique index corridor_programme_current on corridor_programme (corridor, programme) where superseded_by is null;

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
    select sum(g.length_km) as measured_km, count(g.length_km) as measured_segments, count(*) as countable_segments
    from current_segment g where g.corridor = c.id and g.counts_in_length) s
  where c.superseded_by is null;

-- Places on the unit sphere: the straight distance of two points there grows with their distance along a great circle,
-- so that an index answers which are nearest and which are within a radius, across the antimeridian and at the poles too.
-- The extension is trusted: the owner of the database may create it.
create extension if not exists cube;
alter table location_fact add column sphere cube generated always as (
  case when latitude is not null then
    cube(array[cos(radians(latitude)) * cos(radians(longitude)), cos(radians(latitude)) * sin(radians(longitude)),
               sin(radians(latitude))])
  end) stored;
create index location_current_sphere on location_fact using gist (sphere) where superseded_by is null;
create index location_current_coordinates on location_fact (latitude, longitude) where superseded_by is null;
create index location_current_iata on location_fact (iata) where superseded_by is null;

create or replace view current_location as
  select id, name_en, name_zh, country, admin1, kind, unlocode, iata, latitude, longitude, coordinate_precision,
         coordinate_source, note, sphere
  from location_fact where superseded_by is null;
