-- An edit can be undone: what it added is closed and what it closed is there again, by a release of its own, so that the past still
-- tells what was known when.
alter table edit add column undoes bigint unique references edit;
comment on column edit.undoes is 'the edit that this one undoes';

-- A recorded change of a status is no longer one when it was undone.
alter table status_change add column superseded_by bigint references release;
create view current_status_change as
  select release_id, subject_kind, subject, changed_on, from_status, to_status, note
  from status_change where superseded_by is null;
create function status_change_at(release bigint) returns setof current_status_change language sql stable as $$
  select release_id, subject_kind, subject, changed_on, from_status, to_status, note
  from status_change where release_id <= $1 and (superseded_by is null or superseded_by > $1)
$$;
create or replace view current_segment_change as
  select subject as segment, changed_on, from_status from current_status_change where subject_kind = 'SEGMENT';
create or replace function segment_change_at(release bigint) returns setof current_segment_change language sql stable as $$
  select subject as segment, changed_on, from_status from status_change_at($1) where subject_kind = 'SEGMENT'
$$;

-- Undoes the edit that is the release `edited`, by the release `undoing`. Returns the first release that changed again what the edit
-- had written, and then nothing must be kept of the call; null if there is none. All tables with a history are asked, so that one
-- that edits write to later is not forgotten.
create function undo_edit(edited bigint, undoing bigint) returns bigint language plpgsql as $$
declare
  history record;
  later bigint;
begin
  for history in
    select c.table_name::text as name,
           string_agg(quote_ident(c.column_name), ', ' order by c.ordinal_position)
             filter (where c.column_name not in ('release_id', 'superseded_by')) as columns
    from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = current_schema() and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
    group by c.table_name
    having count(*) filter (where c.column_name in ('release_id', 'superseded_by')) = 2
    order by c.table_name
  loop
    execute format('select min(superseded_by) from %I where release_id = $1', history.name) into later using edited;
    if later is not null then
      return later;
    end if;
    execute format('update %I set superseded_by = $2 where release_id = $1', history.name) using edited, undoing;
    execute format('insert into %1$I (%2$s, release_id) select %2$s, $2 from %1$I where superseded_by = $1',
                   history.name, history.columns) using edited, undoing;
  end loop;
  -- Here and not at the end of the transaction, where no answer could say what refers to what is gone.
  set constraints all immediate;
  return null;
end
$$;
