-- Facts that a steward gave one by one: each is a release of its own, and here is who gave it, when, and from which source.
create table edit (
  release_id bigint      primary key references release,
  at         timestamptz not null default now(),
  editor     text        not null,
  action     text        not null,
  subject    text        not null,
  content    jsonb       not null,
  source     text        not null references source
);

-- How a status came about. What is told only by files has no entry.
create table status_change (
  release_id   bigint primary key references release,
  subject_kind text   not null check (subject_kind in ('CORRIDOR', 'SEGMENT')),
  subject      text   not null,
  changed_on   date   not null,
  from_status  text   not null,
  to_status    text   not null,
  note         text
);
create index status_change_subject on status_change (subject_kind, subject, changed_on);
