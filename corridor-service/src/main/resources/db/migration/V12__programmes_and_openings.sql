-- What filters of segments, corridors and locations look at: the programmes of corridors, and when a work opened or is to open.
create view current_corridor_programme as
  select corridor, programme from corridor_programme where superseded_by is null;
create function corridor_programme_at(release bigint) returns setof current_corridor_programme language sql stable as $$
  select corridor, programme
  from corridor_programme where release_id <= $1 and (superseded_by is null or superseded_by > $1)
$$;

-- The first and the last day of a date of any precision, as the type PartialDate reads it; null for what it cannot read.
create function date_first(text) returns date language sql immutable parallel safe as $$
  select (p || substr('-01-01', length(p) - 3))::date
  from substring($1 from '^([12][0-9]{3}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?)(?: \((?:target|planned)\))?$') p
$$;
create function date_last(text) returns date language sql immutable parallel safe as $$
  select (date_first($1)
            + case length(substring($1 from '^[0-9-]+')) when 4 then interval '1 year' when 7 then interval '1 month'
              else interval '1 day' end
            - interval '1 day')::date
$$;

-- When a segment opened, or is to open by the last statement that gives a date: a milestone if there is one, else its own column.
create view current_opening as
  select s.id as segment,
         case when d.reported or m.id is null then date_first(s.opened) else m.first_day end as first_day,
         case when d.reported or m.id is null then date_last(s.opened) else m.last_day end as last_day,
         not d.reported as announced
  from current_segment s
  cross join lateral (select s.opened is not null and s.opened not like '%)' as reported) d
  left join lateral (
    select x.id, x.first_day, x.last_day from current_milestone x
    where not d.reported and x.subject_kind = 'SEGMENT' and x.subject = s.id and x.event = 'OPENING' and x.planned
      and (x.first_day is not null or x.last_day is not null)
    order by x.stated_on collate "C" desc nulls last, x.first_day desc, x.id desc limit 1) m on true
  where s.opened is not null or m.id is not null;
create function opening_at(release bigint) returns setof current_opening language sql stable as $$
  select s.id as segment,
         case when d.reported or m.id is null then date_first(s.opened) else m.first_day end as first_day,
         case when d.reported or m.id is null then date_last(s.opened) else m.last_day end as last_day,
         not d.reported as announced
  from segment_at($1) s
  cross join lateral (select s.opened is not null and s.opened not like '%)' as reported) d
  left join lateral (
    select x.id, x.first_day, x.last_day from milestone_at($1) x
    where not d.reported and x.subject_kind = 'SEGMENT' and x.subject = s.id and x.event = 'OPENING' and x.planned
      and (x.first_day is not null or x.last_day is not null)
    order by x.stated_on collate "C" desc nulls last, x.first_day desc, x.id desc limit 1) m on true
  where s.opened is not null or m.id is not null
$$;

-- The same lines of other corridors are looked for by what counts them.
create index segment_current_counted_in on segment_fact (counted_in) where superseded_by is null;
