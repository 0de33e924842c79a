create table partner (
  code         text primary key,
  iso2         text,
  iso_numeric  text,
  kind         text not null check (kind in ('COUNTRY', 'HISTORICAL', 'AGGREGATE')),
  name_en      text not null,
  name_zh      text,
  region       text
);
create index partner_by_name on partner (name_en, code);

create table bloc (
  code     text primary key,
  name_en  text not null,
  name_zh  text
);

-- `starts` is the first day of what is known; `starts_precision` says whether a day, a month or a year is.
-- `ends` is the last day of membership.
create table membership (
  bloc_code         text   not null references bloc,
  partner_code      text   not null references partner,
  starts            date   not null,
  starts_precision  text   not null check (starts_precision in ('DAY', 'MONTH', 'YEAR')),
  ends              date,
  role              text   not null,
  verified          boolean not null,
  note              text,
  source_ids        text[] not null,
  release_id        bigint not null references release,
  superseded_by     bigint references release,
  primary key (bloc_code, partner_code, starts, release_id)
);
create index membership_by_partner on membership (partner_code) where superseded_by is null;

create table indicator (
  partner_code   text     not null references partner,
  year           smallint not null,
  gdp_usd        numeric,
  population     bigint,
  release_id     bigint   not null references release,
  superseded_by  bigint   references release,
  primary key (partner_code, year, release_id)
);
