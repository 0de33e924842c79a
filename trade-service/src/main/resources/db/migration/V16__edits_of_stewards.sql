-- Single changes that a steward made: each is a release of its own, and here is who made it, when, what it was before, and what
-- says so. Withdrawals have a reason in place of a source.
create table edit (
  release_id bigint      primary key references release,
  at         timestamptz not null default now(),
  editor     text        not null,
  action     text        not null,
  subject    text        not null,
  content    jsonb       not null,
  before     jsonb       not null,
  source     text        references source,
  undoes     bigint      unique references edit
);
create index edit_by_subject on edit (subject, release_id);

-- Where a dataset stood before a release moved it, so that a reader of the past gets the figures that were served then.
create table dataset_past (
  id             smallint not null references dataset,
  precedence     smallint,
  superseded_by  bigint   not null references release,
  primary key (id, superseded_by)
);
-- A trigger, so that no writer of datasets can forget it. Releases are published one after the other, so that the last one is
-- that of the transaction that moves the dataset.
create function keep_past_precedence() returns trigger language plpgsql as $$
begin
  insert into dataset_past (id, precedence, superseded_by) select old.id, old.precedence, max(r.id) from release r
  on conflict do nothing;
  return null;
end $$;
create trigger precedence_is_kept after update on dataset for each row
  when (old.precedence is distinct from new.precedence) execute function keep_past_precedence();

-- The datasets in the order that they had when a release was the last one. A later dataset is there too: none of its figures is
-- seen then.
create function dataset_at(release bigint) returns table (id smallint, code text, precedence smallint)
  language sql stable as $$
  select d.id, d.code, case when p.id is null then d.precedence else p.precedence end
  from dataset d
  left join lateral (
    select * from dataset_past q where q.id = d.id and q.superseded_by > $1 order by q.superseded_by limit 1) p on true
$$;

-- A steward's own list of what is told, beside that of the files.
insert into dataset (id, code, title, definition, missing, precedence, source_ids)
select coalesce(max(id), 0) + 1, 'single_facts', 'Single changes by stewards',
       'Memberships, names, precedence and descriptions that a steward changed one by one, each with its source.', null, null, '{}'
from dataset;
