-- A withdrawal is a release too: it puts back what the withdrawn one had superseded, under a number of its own, so that
-- the past can still be asked about. `withdraws` is null for a file.
alter table release add column withdraws bigint references release;

-- Loads that are running, for whoever wants to watch; written beside the load's own transaction. A row that is no longer
-- updated is of an instance that died, and the next load of the dataset takes its place.
create table release_load (
  dataset     text        primary key,
  file_name   text        not null,
  phase       text        not null,
  rows_read   bigint      not null,
  started_at  timestamptz not null,
  updated_at  timestamptz not null
);
