-- The network. What has an id of its own has a table of identities, which others refer to and which never loses a row,
-- and a table of facts with history: a fact is of the present if superseded_by is null. `release` and `source` are
-- the kit's.

create table country (
  code    text primary key check (code ~ '^[A-Z]{3}$'),
  iso2    text not null unique check (iso2 ~ '^[A-Z]{2}$'),
  name_en text not null
);

create table location (
  id text primary key
);
create table location_fact (
  id                   text not null references location,
  name_en              text not null,
  name_zh              text not null,
  country              text not null references country,
  admin1               text,
  kind                 text not null,
  unlocode             text,
  iata                 text,
  latitude             double precision check (latitude between -90 and 90),
  longitude            double precision check (longitude between -180 and 180),
  coordinate_precision text,
  coordinate_source    text,
  note                 text,
  release_id           bigint not null references release,
  superseded_by        bigint references release,
  check ((latitude is null) = (longitude is null)),
  check ((latitude is null) = (coordinate_precision is null))
);
create unique index location_current on location_fact (id) where superseded_by is null;
create unique index location_current_unlocode on location_fact (unlocode) where superseded_by is null;
create index location_current_country on location_fact (country, kind) where superseded_by is null;

create table corridor (
  id text primary key
);
create table corridor_fact (
  id                 text not null references corridor,
  name_en            text not null,
  name_zh            text not null,
  kind               text not null,
  mode               text,
  status             text not null,
  status_note        text not null,
  key_date           text,
  key_date_event     text,
  opened_earliest    date,
  opened_latest      date,
  length_km          numeric check (length_km > 0),
  note               text,
  release_id         bigint not null references release,
  superseded_by      bigint references release,
  check ((key_date is null) = (key_date_event is null)),
  check ((opened_earliest is null) = (opened_latest is null))
);
comment on column corridor_fact.mode is 'null: the corridor has the modes of its segments';
comment on column corridor_fact.opened_earliest is 'first day of the key date if that is an opening that has happened';
create unique index corridor_current on corridor_fact (id) where superseded_by is null;

create table corridor_country (
  corridor      text   not null references corridor,
  country       text   not null references country,
  position      int    not null,
  release_id    bigint not null references release,
  superseded_by bigint references release
);
create unique index corridor_country_current on corridor_country (corridor, country) where superseded_by is null;
create index corridor_country_current_by_country on corridor_country (country) where superseded_by is null;

create table segment (
  id text primary key
);
create table segment_fact (
  id               text    not null references segment,
  corridor         text    not null references corridor,
  position         int     not null,
  from_location    text    not null references location,
  to_location      text    not null references location,
  mode             text    not null,
  name             text    not null,
  length_km        numeric check (length_km > 0),
  great_circle_km  numeric check (great_circle_km > 0),
  counts_in_length boolean not null,
  spec             text,
  capacity         text,
  status           text    not null,
  status_note      text    not null,
  opened           text,
  cost             text,
  note             text,
  release_id       bigint  not null references release,
  superseded_by    bigint  references release
);
comment on column segment_fact.counts_in_length is
  'false: the segment is the whole of other segments or runs beside them, so that its length must not be added';
create unique index segment_current on segment_fact (id) where superseded_by is null;
create unique index segment_current_in_corridor on segment_fact (corridor, position) where superseded_by is null;
create index segment_current_from on segment_fact (from_location) where superseded_by is null;
create index segment_current_to on segment_fact (to_location) where superseded_by is null;

create table zone (
  id text primary key
);
create table zone_fact (
  id             text not null references zone,
  name_en        text not null,
  name_zh        text not null,
  kind           text not null,
  location       text not null references location,
  key_date       text,
  key_date_event text,
  area_km2       numeric check (area_km2 > 0),
  note           text,
  release_id     bigint not null references release,
  superseded_by  bigint references release,
  check ((key_date is null) = (key_date_event is null))
);
create unique index zone_current on zone_fact (id) where superseded_by is null;
create index zone_current_location on zone_fact (location) where superseded_by is null;

create table industrial_transfer (
  id            text not null,
  zone          text references zone,
  subject       text not null,
  sector        text not null,
  fact          text not null,
  year          int,
  value         numeric,
  unit          text,
  release_id    bigint not null references release,
  superseded_by bigint references release,
  check ((value is null) = (unit is null))
);
create unique index industrial_transfer_current on industrial_transfer (id) where superseded_by is null;
create index industrial_transfer_current_zone on industrial_transfer (zone) where superseded_by is null;

create table throughput (
  id            text    not null,
  corridor      text    references corridor,
  location      text    references location,
  metric        text    not null,
  period_start  date,
  period_end    date,
  value         numeric not null,
  unit          text    not null,
  basis         text    not null,
  note          text,
  release_id    bigint  not null references release,
  superseded_by bigint  references release,
  check (num_nonnulls(corridor, location) <= 1),
  check (period_start <= period_end)
);
comment on table throughput is 'neither corridor nor location: the figure is of the countries in throughput_country';
create unique index throughput_current on throughput (id) where superseded_by is null;
create index throughput_current_corridor on throughput (corridor) where superseded_by is null;
create index throughput_current_location on throughput (location) where superseded_by is null;

create table throughput_country (
  throughput    text   not null,
  country       text   not null references country,
  position      int    not null,
  release_id    bigint not null references release,
  superseded_by bigint references release
);
create unique index throughput_country_current on throughput_country (throughput, country) where superseded_by is null;
create index throughput_country_current_by_country on throughput_country (country) where superseded_by is null;

-- Which source says so, in the order of the file.
create table citation (
  subject_kind  text   not null,
  subject       text   not null,
  source        text   not null references source,
  position      int    not null,
  release_id    bigint not null references release,
  superseded_by bigint references release
);
create unique index citation_current on citation (subject_kind, subject, source) where superseded_by is null;

-- The present, so that no statement forgets the condition.
create view current_location as
  select id, name_en, name_zh, country, admin1, kind, unlocode, iata, latitude, longitude, coordinate_precision,
         coordinate_source, note
  from location_fact where superseded_by is null;

create view current_segment as
  select id, corridor, position, from_location, to_location, mode, name, length_km, great_circle_km, counts_in_length,
         spec, capacity, status, status_note, opened, cost, note
  from segment_fact where superseded_by is null;

create view current_corridor_country as
  select corridor, country, position from corridor_country where superseded_by is null;

create view current_corridor_mode as
  select id as corridor, mode from corridor_fact where superseded_by is null and mode is not null
  union
  select corridor, mode from current_segment;

create view current_corridor as
  select c.id, c.name_en, c.name_zh, c.kind, c.status, c.status_note, c.key_date, c.key_date_event, c.opened_earliest,
         c.opened_latest, c.length_km, c.note, s.measured_km, s.measured_segments, s.countable_segments,
         (select coalesce(array_agg(m.mode), '{}') from current_corridor_mode m where m.corridor = c.id) as modes,
         (select coalesce(array_agg(p.country order by p.position), '{}')
            from current_corridor_country p where p.corridor = c.id) as countries
  from corridor_fact c
  cross join lateral (
    select sum(g.length_km) as measured_km, count(g.length_km) as measured_segments, count(*) as countable_segments
    from current_segment g where g.corridor = c.id and g.counts_in_length) s
  where c.superseded_by is null;

create view current_zone as
  select id, name_en, name_zh, kind, location, key_date, key_date_event, area_km2, note
  from zone_fact where superseded_by is null;

create view current_industrial_transfer as
  select id, zone, subject, sector, fact, year, value, unit
  from industrial_transfer where superseded_by is null;

create view current_throughput as
  select t.id, t.corridor, t.location, t.metric, t.period_start, t.period_end, t.value, t.unit, t.basis, t.note,
         (select coalesce(array_agg(p.country order by p.position), '{}')
            from throughput_country p where p.throughput = t.id and p.superseded_by is null) as countries
  from throughput t where t.superseded_by is null;

create view current_citation as
  select subject_kind, subject, source, position from citation where superseded_by is null;
