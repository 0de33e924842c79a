-- Who took the place of a former unit of reporting: codes of the partners that report on its territory since, all of it and
-- nothing else. Empty for others.
alter table partner add column succeeded_by text[] not null default '{}';
