-- What a client may ask for in a minute and at once. Null is no limit.
create table plan (
  name                 text primary key,
  requests_per_minute  integer check (requests_per_minute > 0),
  cost_per_minute      integer check (cost_per_minute > 0),
  concurrent_requests  integer check (concurrent_requests > 0),
  subscriptions        integer check (subscriptions > 0)
);

-- Who connects. `scopes` is a list with single spaces, as OAuth 2.0 writes scopes (RFC 6749, 3.3).
create table client (
  id                text        primary key,
  name              text        not null,
  contact           text        not null,
  state             text        not null check (state in ('ACTIVE', 'SUSPENDED')),
  suspension_reason text,
  role              text        not null check (role in ('CLIENT', 'ADMIN')),
  plan              text        not null references plan,
  scopes            text        not null,
  created_at        timestamptz not null
);
create index client_by_plan on client (plan);

-- Of a key only its hash is kept. `overlap_ends_at` is set when another key takes its place.
create table api_key (
  prefix            text        primary key,
  hash              text        not null unique,
  client            text        not null references client,
  label             text        not null,
  scopes            text        not null,
  created_at        timestamptz not null,
  expires_at        timestamptz,
  revoked_at        timestamptz,
  revocation_reason text,
  overlap_ends_at   timestamptz,
  replaced_by       text,
  last_used_at      timestamptz
);
create index api_key_by_client on api_key (client, created_at desc, prefix desc);

-- What gateways counted, by the minute in which it began.
create table usage_minute (
  client   text        not null references client,
  minute   timestamptz not null,
  prefix   text        not null,
  requests bigint      not null,
  refused  bigint      not null,
  cost     bigint      not null,
  primary key (client, minute, prefix)
);
create index usage_minute_by_age on usage_minute (minute);

-- Reports that are counted already: a gateway sends one again when it does not know whether it arrived.
create table usage_report (
  gateway     text        not null,
  sequence    bigint      not null,
  received_at timestamptz not null default now(),
  primary key (gateway, sequence)
);
create index usage_report_by_age on usage_report (received_at);

-- Who changed what of clients, keys and plans. No secret is in `content`.
create table management_change (
  id      bigint generated always as identity primary key,
  at      timestamptz not null,
  actor   text        not null,
  action  text        not null,
  subject text        not null,
  content text        not null
);
create index management_change_by_subject on management_change (subject, id desc);

-- Tells every instance, and through it every gateway, that what is known of a key counts no more. PostgreSQL delivers it when the
-- transaction commits, and not at all when that is rolled back; triggers, so that no writer can forget it.
create function notify_of_key() returns trigger language plpgsql as $$
begin
  perform pg_notify('key_changed', json_build_object('hash', old.hash)::text);
  return null;
end $$;
create trigger key_changed after update on api_key for each row
  when ((old.revoked_at, old.expires_at, old.overlap_ends_at, old.scopes)
        is distinct from (new.revoked_at, new.expires_at, new.overlap_ends_at, new.scopes))
  execute function notify_of_key();
create trigger key_forgotten after delete on api_key for each row execute function notify_of_key();

create function notify_of_client() returns trigger language plpgsql as $$
begin
  perform pg_notify('key_changed', json_build_object('client', old.id)::text);
  return null;
end $$;
create trigger client_changed after update on client for each row
  when ((old.state, old.role, old.plan, old.scopes) is distinct from (new.state, new.role, new.plan, new.scopes))
  execute function notify_of_client();

create function notify_of_plan() returns trigger language plpgsql as $$
begin
  perform pg_notify('key_changed', json_build_object('plan', coalesce(new.name, old.name))::text);
  return null;
end $$;
create trigger plan_changed after insert or update or delete on plan for each row execute function notify_of_plan();

-- The plan of those who have no key, by address, and one to begin with.
insert into plan (name, requests_per_minute, cost_per_minute, concurrent_requests, subscriptions) values
  ('anonymous', 600, 1000000, 20, 20),
  ('standard', 6000, 10000000, 50, 100);
