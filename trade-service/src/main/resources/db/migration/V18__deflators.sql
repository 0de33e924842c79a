-- Price levels by currency and year, of one base within a currency. None ships: stewards load those that they trust.
create table deflator (
  currency       text     not null check (currency in ('USD', 'CNY')),
  year           smallint not null,
  price_index    numeric  not null check (price_index > 0),
  source_id      text     not null references source,
  release_id     bigint   not null references release,
  superseded_by  bigint   references release,
  primary key (currency, year, release_id)
);
insert into dataset (id, code, title, definition, missing, precedence, source_ids)
select max(id) + 1, 'deflators', 'Deflators, as loaded',
       'Price levels by currency and year, by a base that is the same for all years of a currency.',
       'All: none ships with the service.', null, '{}'
from dataset;
