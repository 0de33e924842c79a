-- What a plan allows of jobs. Null is no limit, as for the others; plans that there are begin with some.
alter table plan
  add column jobs          integer check (jobs > 0),
  add column job_megabytes integer check (job_megabytes > 0);
update plan set jobs = 5, job_megabytes = 2048;

-- With which key the service asks the gateway for the files of a client's jobs: as webhook_key for events. Of the key there is its hash alone.
create table job_key (
  client text not null references client,
  scopes text not null,
  hash   text not null unique,
  primary key (client, scopes)
);
create trigger job_key_forgotten after delete on job_key for each row execute function notify_of_key();

-- A file that is fetched from the gateway for a client, and kept for a while. `bytes` is how much of it is kept, `total` how much there
-- will be as far as that is said; `etag` is the version that is being fetched. `link` opens the result to whoever has it. `failures`
-- counts attempts in a row that brought nothing.
create table job (
  id              text        primary key,
  client          text        not null references client,
  scopes          text        not null,
  export          text        not null,
  link            text        not null unique,
  state           text        not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED', 'EXPIRED')),
  bytes           bigint      not null default 0,
  total           bigint,
  etag            text,
  content_type    text,
  disposition     text,
  code            text,
  reason          text,
  failures        integer     not null default 0,
  created_at      timestamptz not null,
  begun_at        timestamptz,
  ended_at        timestamptz,
  expires_at      timestamptz,
  next_attempt_at timestamptz not null,
  lease_owner     text,
  lease_until     timestamptz
);
create index job_by_client on job (client, created_at desc, id desc);
create index job_that_waits on job (created_at) where state in ('QUEUED', 'RUNNING');
create index job_by_expiry on job (expires_at) where state = 'DONE';
create index job_by_end on job (ended_at);

-- Its bytes, by the place of the first one. They are read by place, so that PostgreSQL shall not pack them.
create table job_part (
  job     text   not null references job on delete cascade,
  place   bigint not null,
  content bytea  not null,
  primary key (job, place)
);
alter table job_part alter column content set storage external;
