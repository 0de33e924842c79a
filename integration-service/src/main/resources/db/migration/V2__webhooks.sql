-- With which key the service asks the gateway for the events of a client: one for each set of scopes. Of the key there is its hash alone.
create table webhook_key (
  client text not null references client,
  scopes text not null,
  hash   text not null unique,
  primary key (client, scopes)
);
create trigger webhook_key_forgotten after delete on webhook_key for each row execute function notify_of_key();

-- A subscription that is kept for a client. `place` is the event behind which the next ones begin. `revision` grows with each change:
-- whoever works on an earlier one stops. `secret` signs, so it is kept as it is.
create table webhook (
  id                text        primary key,
  client            text        not null references client,
  url               text        not null,
  document          text        not null,
  variables         text        not null,
  after_variable    text        not null,
  field             text        not null,
  scopes            text        not null,
  state             text        not null check (state in ('ACTIVE', 'PAUSED', 'ENDED')),
  reason            text,
  notice            text,
  secret            text        not null,
  former_secret     text,
  former_until      timestamptz,
  created_at        timestamptz not null,
  place             text        not null,
  last_delivered_at timestamptz,
  failures          integer     not null default 0,
  parked_in_a_row   integer     not null default 0,
  revision          bigint      not null default 0,
  lease_owner       text,
  lease_until       timestamptz
);
create unique index webhook_only_once on webhook (client, url, md5(document), md5(variables));
create index webhook_by_client on webhook (client, created_at desc, id desc);
create index webhook_by_lease on webhook (lease_until) where state = 'ACTIVE';

-- What is to be delivered, in the order of `number`, and what became of it. The id is that of webhook and event, so that an event that is taken
-- twice is here once.
create table delivery (
  id              text        primary key,
  number          bigint      not null generated always as identity unique,
  webhook         text        not null references webhook on delete cascade,
  event           text        not null,
  payload         text        not null,
  state           text        not null check (state in ('PENDING', 'DELIVERED', 'PARKED')),
  created_at      timestamptz not null,
  due_since       timestamptz not null,
  next_attempt_at timestamptz not null,
  attempt_count   integer     not null default 0,
  attempts        text        not null default '[]'
);
create index delivery_by_webhook on delivery (webhook, number);
create index delivery_pending on delivery (webhook, number) where state = 'PENDING';
create index delivery_by_age on delivery (created_at) where state <> 'PENDING';

-- Instances that share the work, by when they were last there.
create table webhook_worker (
  id      text        primary key,
  seen_at timestamptz not null
);
