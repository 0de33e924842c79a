-- How far a load is within its phase, and since when it is in it. `steps` is null where nothing counts them.
alter table release_load
  add column step             integer,
  add column steps            integer,
  add column phase_started_at timestamptz not null default now();

-- Tells the step that the load of this connection is at, from within its transaction, of which nobody sees anything else
-- before it ends: the name of a connection is seen at once.
create function tell_step_of_load(step integer, steps integer) returns void language sql as $$
  select set_config('application_name', format('lancang load step %s of %s', step, steps), true)
$$;
