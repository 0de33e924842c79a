-- What notes said in words is said in columns: the other side of a border crossing, the parts of a whole, the segment of another
-- corridor that has the same line, and doubts with their kind. Facts that were loaded before keep what they had: no column of
-- them is filled from words.
alter table location_fact alter column name_zh drop not null;
alter table location_fact add column paired_with text references location;
comment on column location_fact.paired_with is 'the crossing on the other side of the border';
alter table corridor_fact alter column name_zh drop not null;
alter table segment_fact add column whole_of text[] not null default '{}';
comment on column segment_fact.whole_of is
  'the segments that lie on its way or run beside it, so that lengths are not added; counts_in_length is false then';
alter table segment_fact add column counted_in text references segment;
comment on column segment_fact.counted_in is
  'the segment of another corridor that is the same line, or has it in itself: totals over corridors count that one';

create table stated_doubt (
  subject_kind  text   not null,
  subject       text   not null,
  kind          text   not null,
  detail        text   not null,
  release_id    bigint not null references release,
  superseded_by bigint references release
);
create unique index stated_doubt_current on stated_doubt (subject_kind, subject, kind) where superseded_by is null;
create index stated_doubt_subject on stated_doubt (subject_kind, subject);

-- A text as it is compared with others: in lower case, without the accents of Latin letters, with a blank for each dash. Letters
-- that are no accented ones by Unicode (đ, ø, ł, ı) are told one by one; marks of other scripts are parts of their letters.
create function search_text(text) returns text language sql immutable parallel safe as $$
  select translate(
    regexp_replace(normalize(lower($1), NFKD), U&'[\0300-\036F]', '', 'g'),
    'đðøłı-‐‑‒–—―', 'ddoli       ')
$$;
alter table location_fact alter column searched set expression as (search_text(name_en || ' ' || coalesce(name_zh, '')));

-- Names beside the English and Chinese one: in other languages and scripts, former ones, other spellings.
create table name (
  subject_kind  text   not null check (subject_kind in ('CORRIDOR', 'SEGMENT', 'LOCATION')),
  subject       text   not null,
  language      text   not null check (language ~ '^[a-z]{2,3}$'),
  script        text   not null check (script ~ '^[A-Z][a-z]{3}$'),
  name          text   not null,
  note          text,
  source        text   not null references source,
  release_id    bigint not null references release,
  superseded_by bigint references release,
  searched      text   generated always as (search_text(name)) stored
);
create unique index name_current on name (subject_kind, subject, language, name) where superseded_by is null;
create index name_subject on name (subject_kind, subject);
create index name_current_searched on name using gin (searched gin_trgm_ops) with (gin_pending_list_limit = 512)
  where superseded_by is null;
create index name_current_equal on name (searched) where superseded_by is null;

-- What happened to a work, or is to happen, by one statement of one day. Earlier and later statements stand side by side.
create table milestone (
  id            text    not null,
  subject_kind  text    not null check (subject_kind in ('CORRIDOR', 'SEGMENT')),
  subject       text    not null,
  event         text    not null,
  planned       boolean not null,
  earliest      text,
  latest        text,
  first_day     date,
  last_day      date,
  stated_on     text,
  note          text,
  release_id    bigint  not null references release,
  superseded_by bigint  references release,
  check (first_day <= last_day)
);
comment on column milestone.first_day is 'first day of earliest; null: no date is known, or only by when';
create unique index milestone_current on milestone (id) where superseded_by is null;
create index milestone_id on milestone (id);
create index milestone_subject on milestone (subject_kind, subject);

create or replace view current_location as
  select id, name_en, name_zh, country, admin1, kind, unlocode, iata, latitude, longitude, coordinate_precision,
         coordinate_source, note, sphere, searched, paired_with
  from location_fact where superseded_by is null;
create or replace function location_at(release bigint) returns setof current_location language sql stable as $$
  select id, name_en, name_zh, country, admin1, kind, unlocode, iata, latitude, longitude, coordinate_precision,
         coordinate_source, note, sphere, searched, paired_with
  from location_fact where release_id <= $1 and (superseded_by is null or superseded_by > $1)
$$;

create or replace view current_segment as
  select id, corridor, position, from_location, to_location, mode, name, length_km, great_circle_km, counts_in_length,
         spec, capacity, status, status_note, opened, cost, note, whole_of, counted_in
  from segment_fact where superseded_by is null;
create or replace function segment_at(release bigint) returns setof current_segment language sql stable as $$
  select id, corridor, position, from_location, to_location, mode, name, length_km, great_circle_km, counts_in_length,
         spec, capacity, status, status_note, opened, cost, note, whole_of, counted_in
  from segment_fact where release_id <= $1 and (superseded_by is null or superseded_by > $1)
$$;

create view current_stated_doubt as
  select subject_kind, subject, kind, detail from stated_doubt where superseded_by is null;
create function stated_doubt_at(release bigint) returns setof current_stated_doubt language sql stable as $$
  select subject_kind, subject, kind, detail
  from stated_doubt where release_id <= $1 and (superseded_by is null or superseded_by > $1)
$$;

create view current_name as
  select subject_kind, subject, language, script, name, note, source, searched from name where superseded_by is null;
create function name_at(release bigint) returns setof current_name language sql stable as $$
  select subject_kind, subject, language, script, name, note, source, searched
  from name where release_id <= $1 and (superseded_by is null or superseded_by > $1)
$$;

create view current_milestone as
  select id, subject_kind, subject, event, planned, earliest, latest, first_day, last_day, stated_on, note
  from milestone where superseded_by is null;
create function milestone_at(release bigint) returns setof current_milestone language sql stable as $$
  select id, subject_kind, subject, event, planned, earliest, latest, first_day, last_day, stated_on, note
  from milestone where release_id <= $1 and (superseded_by is null or superseded_by > $1)
$$;
