-- The lines of segments with all points that the file had, apart from the facts: a change of a status copies no line, and a file without
-- lines says nothing about them.
create table segment_line (
  segment       text    not null references segment,
  part          int     not null check (part = 1),
  longitudes    double precision[] not null,
  latitudes     double precision[] not null,
  tolerances    real[]  not null,
  km            numeric not null check (km > 0),
  release_id    bigint  not null references release,
  superseded_by bigint  references release,
  check (cardinality(longitudes) = cardinality(latitudes)),
  check (cardinality(longitudes) = cardinality(tolerances))
);
comment on column segment_line.part is '1: a line is in one piece';
comment on column segment_line.tolerances is
  'of each point the greatest tolerance, in metres, with which the simplified line still has it (Douglas and Peucker)';
comment on column segment_line.km is 'great circles from point to point';
create unique index segment_line_current on segment_line (segment, part) where superseded_by is null;
create index segment_line_segment on segment_line (segment);

create view current_segment_line as
  select segment, longitudes, latitudes, tolerances, km from segment_line where superseded_by is null;
create function segment_line_at(release bigint) returns setof current_segment_line language sql stable as $$
  select segment, longitudes, latitudes, tolerances, km
  from segment_line where release_id <= $1 and (superseded_by is null or superseded_by > $1)
$$;

-- A point on the unit sphere, as the column sphere of locations has it.
create function on_sphere(latitude double precision, longitude double precision) returns cube
  language sql immutable parallel safe strict
  return cube(array[cos(radians(latitude)) * cos(radians(longitude)), cos(radians(latitude)) * sin(radians(longitude)),
                    sin(radians(latitude))]);
