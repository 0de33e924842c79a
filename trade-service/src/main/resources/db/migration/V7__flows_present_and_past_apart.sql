-- Flows in a tree that a load can add a branch to: the present apart from the past, then frequency, then years, then
-- dataset. The first figures of a dataset in a range of years are written into a table of their own, indexed when they are
-- all there, and attached; nobody sees it before, and no index is kept up row by row. Years and ranges are as before.
--
-- A row is in the present while nothing superseded it; PostgreSQL moves it to the past when something does. Readers of the
-- present (`superseded_by is null`) are planned without the past.
--
-- Codes stay text: an ISO code is four bytes, and no question has to translate numbers. They compare by bytes ("C"), which is
-- what an index wants.
-- `line_number` is the line of the release's file that gave the figure; null for what was loaded before it was kept.
--
-- A figure before it is part of a release: what a load writes, in the order that wastes no byte. What a release adds comes
-- last, so that it can be added to a filled table without touching its rows.
create table trade_flow_row (
  period         date     not null,
  line_number    integer,
  dataset_id     smallint not null,
  frequency      "char"   not null,
  flow           "char"   not null,
  quality        "char"   not null,
  partner_code   text collate "C" not null,
  product_code   text collate "C" not null,
  reporter_code  text collate "C" not null,
  currency       text collate "C" not null,
  valuation      text collate "C" not null,
  source_id      text collate "C" not null,
  amount         numeric  not null,
  constraint trade_flow_known_flow check (flow in ('X', 'M', 'x', 'm')),
  constraint trade_flow_known_quality check (quality in ('R', 'D', 'E', 'C')),
  constraint trade_flow_known_valuation check (valuation in ('FOB', 'CIF')),
  constraint trade_flow_not_negative check (amount >= 0)
);
create table trade_flow_new (
  like trade_flow_row including constraints,
  release_id     integer  not null,
  superseded_by  integer
) partition by list ((superseded_by is null));

create table trade_flow_present partition of trade_flow_new for values in (true) partition by list (frequency);
create table trade_flow_history partition of trade_flow_new for values in (false) partition by list (frequency);
create table trade_flow_history_a partition of trade_flow_history for values in ('A');
create table trade_flow_history_m partition of trade_flow_history for values in ('M');
create table trade_flow_history_c partition of trade_flow_history for values in ('C');

create unique index trade_flow_present_key on trade_flow_present
  (partner_code, product_code, period, flow, reporter_code, currency, frequency, dataset_id);
create index trade_flow_present_by_product on trade_flow_present (product_code, period, flow);
create index trade_flow_history_by_partner on trade_flow_history (partner_code, product_code, period);

create table trade_flow_a partition of trade_flow_present for values in ('A') partition by range (period);
create table trade_flow_m partition of trade_flow_present for values in ('M') partition by range (period);
-- Sums from January to a month are few.
create table trade_flow_c partition of trade_flow_present for values in ('C') partition by range (period);

-- Which ranges of years a frequency is kept in: a load asks here where its figures belong. `name` ends the table's name.
create table trade_flow_years (
  frequency  "char" not null,
  name       text   not null,
  starts     date   not null,
  ends       date   not null,
  primary key (frequency, starts)
);
insert into trade_flow_years
  select 'A'::"char", 'a_to_1999', date '-infinity', date '2000-01-01'
  union all select 'A', 'a_2000s', date '2000-01-01', date '2010-01-01'
  union all select 'A', 'a_' || y, make_date(y, 1, 1), make_date(y + 1, 1, 1) from generate_series(2010, 2030) y
  union all select 'A', 'a_from_2031', date '2031-01-01', date 'infinity'
  union all select 'M', 'm_to_2012', date '-infinity', date '2013-01-01'
  union all select 'M', 'm_' || y, make_date(y, 1, 1), make_date(y + 1, 1, 1) from generate_series(2013, 2030) y
  union all select 'M', 'm_from_2031', date '2031-01-01', date 'infinity'
  union all select 'C', 'c_all', date '-infinity', date 'infinity';
do $$
declare
  years record;
begin
  for years in select * from trade_flow_years loop
    execute format('create table trade_flow_%s partition of trade_flow_%s for values from (%L) to (%L)'
                   ' partition by list (dataset_id)',
                   years.name, lower(years.frequency::text), years.starts, years.ends);
  end loop;
end $$;

-- Loads of the version before wait or fail from here on; its readers go on until the name changes hands.
lock table trade_flow in share row exclusive mode;

-- What is loaded already: a table for each dataset and range of years, as a load makes it.
do $$
declare
  leaf record;
begin
  for leaf in
    select distinct f.dataset_id, y.name from trade_flow f
    join trade_flow_years y on y.frequency = f.frequency and f.period >= y.starts and f.period < y.ends
  loop
    execute format('create table trade_flow_%1$s_d%2$s partition of trade_flow_%1$s for values in (%2$s)',
                   leaf.name, leaf.dataset_id);
  end loop;
end $$;
insert into trade_flow_new (period, dataset_id, frequency, flow, quality, partner_code, product_code, reporter_code,
                            currency, valuation, source_id, amount, release_id, superseded_by)
select period, dataset_id, frequency, flow, quality, partner_code, product_code, reporter_code, currency, valuation,
       source_id, amount, release_id, superseded_by
from trade_flow order by partner_code, product_code, period;

-- The former tables stay until the next migration; the name changes hands in one moment.
alter table trade_flow rename to trade_flow_former;
alter table trade_flow_new rename to trade_flow;
analyze trade_flow;
