-- What a partner was called and where it was counted before a release changed that, so that a reader of the past sees the names and
-- regions of then, and a file that would undo a steward's correction says so. A trigger, so that no writer of partners can forget it.
-- Releases are published one after the other, so that the last one is that of the transaction that renames.
create table partner_past (
  code           text   not null references partner,
  name_en        text   not null,
  name_zh        text,
  region         text,
  superseded_by  bigint not null references release,
  primary key (code, superseded_by)
);
create index partner_past_by_release on partner_past (superseded_by);

create function keep_past_partner() returns trigger language plpgsql as $$
begin
  insert into partner_past (code, name_en, name_zh, region, superseded_by)
  select old.code, old.name_en, old.name_zh, old.region, max(r.id) from release r
  on conflict do nothing;
  return null;
end $$;
create trigger partner_is_kept after update on partner for each row
  when ((old.name_en, old.name_zh, old.region) is distinct from (new.name_en, new.name_zh, new.region))
  execute function keep_past_partner();

-- The partners as they were called when a release was the last one. A later one is there too: none of its figures is seen then.
create function partner_at(release bigint) returns setof partner language sql stable as $$
  select (jsonb_populate_record(p, case when q.code is null then '{}'
            else jsonb_build_object('name_en', q.name_en, 'name_zh', q.name_zh, 'region', q.region) end)).*
  from partner p
  left join lateral (
    select * from partner_past f where f.code = p.code and f.superseded_by > $1 order by f.superseded_by limit 1) q on true
$$;
