-- What a source was called before a release renamed it, so that a reader of the past sees the title and licence that a fact was
-- told with then. A trigger, so that no writer of sources can forget it. Releases are published one after the other, so that
-- the last one is that of the transaction that renames.
create table source_past (
  id            text   not null references source,
  title         text   not null,
  locator       text,
  licence       text,
  date          text,
  superseded_by bigint not null references release,
  primary key (id, superseded_by)
);
create function keep_past_source() returns trigger language plpgsql as $$
begin
  insert into source_past (id, title, locator, licence, date, superseded_by)
  select old.id, old.title, old.locator, old.licence, old.date, max(r.id) from release r
  on conflict do nothing;
  return null;
end $$;
create trigger source_is_kept after update on source for each row when (old is distinct from new)
  execute function keep_past_source();

create view current_source as select id, title, locator, licence, date from source;

-- The sources as they were called when a release was the last one. A later one is there too: only what cites it was not.
create function source_at(release bigint) returns setof current_source language sql stable as $$
  select s.id, case when p.id is null then s.title else p.title end,
         case when p.id is null then s.locator else p.locator end,
         case when p.id is null then s.licence else p.licence end,
         case when p.id is null then s.date else p.date end
  from source s
  left join lateral (
    select * from source_past q where q.id = s.id and q.superseded_by > $1 order by q.superseded_by limit 1) p on true
$$;
