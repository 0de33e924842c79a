-- What a segment was before each change of its status that a steward recorded, so that the network can be asked for as it stood
-- on a day.
create view current_segment_change as
  select subject as segment, changed_on, from_status from status_change where subject_kind = 'SEGMENT';

create function segment_change_at(release bigint) returns setof current_segment_change language sql stable as $$
  select subject as segment, changed_on, from_status
  from status_change where subject_kind = 'SEGMENT' and release_id <= $1
$$;
