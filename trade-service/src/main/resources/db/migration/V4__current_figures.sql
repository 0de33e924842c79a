-- The present and the past of flows get indexes of their own: what is asked of the present never walks through revisions,
-- and one index guards that a figure is given once. Readers of the earlier version go on: no column changes.
create unique index trade_flow_current on trade_flow
  (partner_code, product_code, frequency, period, flow, reporter_code, currency, dataset_id) where superseded_by is null;
create index trade_flow_current_by_product on trade_flow (product_code, frequency, period, flow)
  where superseded_by is null;
create index trade_flow_past on trade_flow (partner_code, product_code, frequency, period)
  where superseded_by is not null;
alter table trade_flow drop constraint trade_flow_pkey;
drop index trade_flow_by_period;

-- A release checks its references once for all of its rows, before it publishes; a foreign key would ask again for every
-- row. Nothing here is ever deleted, so no reference can be lost later.
alter table trade_flow drop constraint trade_flow_dataset_id_fkey;
alter table trade_flow drop constraint trade_flow_source_id_fkey;
alter table trade_flow drop constraint trade_flow_release_id_fkey;
alter table trade_flow drop constraint trade_flow_superseded_by_fkey;

-- Annual figures by product of all reporters are as many in a year as monthly ones of one reporter: a year is a partition
-- here too. Years before and after share one, so that no load waits for a lock that creating a partition would take.
alter table trade_flow_annual detach partition trade_flow_annual_2010s;
alter table trade_flow_annual detach partition trade_flow_annual_from_2020;
do $$
begin
  for year in 2010..2030 loop
    execute format('create table trade_flow_annual_%s partition of trade_flow_annual for values from (%L) to (%L)',
                   year, make_date(year, 1, 1), make_date(year + 1, 1, 1));
  end loop;
end $$;
create table trade_flow_annual_from_2031 partition of trade_flow_annual for values from ('2031-01-01') to (maxvalue);
insert into trade_flow_annual select * from trade_flow_annual_2010s;
insert into trade_flow_annual select * from trade_flow_annual_from_2020;
drop table trade_flow_annual_2010s;
drop table trade_flow_annual_from_2020;
