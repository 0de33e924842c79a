-- A release is one file of one dataset, loaded whole. Ids grow in the order of loading, so that a reader of the past
-- compares one number: a fact of release r that release s superseded is seen as of release n if r <= n and
-- (s is null or s > n). Every fact table has the columns release_id and superseded_by for it.
create table release (
  id            bigint generated always as identity primary key,
  dataset       text        not null,
  file_name     text        not null,
  sha256        text        not null,
  row_count     bigint      not null default 0,
  facts_added   bigint      not null default 0,
  facts_closed  bigint      not null default 0,
  loaded_at     timestamptz not null default now(),
  withdrawn_at  timestamptz
);
create index release_by_dataset on release (dataset, id desc);

create table source (
  id       text primary key,
  title    text not null,
  locator  text,
  licence  text,
  date     text
);
