-- Tells every instance that listens which release was published. PostgreSQL delivers it when the release's own transaction
-- commits and not at all when that is rolled back; a trigger, so that no writer of releases can forget it.
create function notify_of_release() returns trigger language plpgsql as $$
begin
  perform pg_notify('release_published', new.id::text);
  return null;
end $$;
create trigger release_published after insert on release for each row execute function notify_of_release();
