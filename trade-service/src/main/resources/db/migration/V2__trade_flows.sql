-- What is told about a dataset, and which one wins where two have the same figure (the lower precedence).
-- Flows name their dataset by number, to stay narrow.
create table dataset (
  id          smallint primary key,
  code        text     not null unique,
  title       text     not null,
  definition  text     not null,
  missing     text,
  precedence  smallint,
  source_ids  text[]   not null
);

insert into dataset (id, code, title, definition, missing, precedence, source_ids) values
  (1, 'trade_annual', 'IMF Direction of Trade Statistics: China by partner and year',
   'Goods as China reported them, in US dollars. Exports are valued free on board (FOB) and go by last known'
   ' destination; imports are valued at cost, insurance and freight (CIF) and go by origin.',
   'Exports after 2020 and the world''s totals after 2020. A partner without a row in a year was not reported.',
   1, '{IMF_DOTS_2022,IMF_DOTS_2023}'),
  (2, 'trade_annual_gacc_2023_2024', 'China Customs country tables, 2023 and 2024',
   'Goods as China Customs reported them, in yuan; exports FOB, imports CIF. 2024 is as reported. 2023 is derived from'
   ' 2024 and the published growth, rounded to 0.1 percent. Amounts in US dollars are estimates: yuan divided by 7.030'
   ' (2023) and by 7.110 (2024), rates implied by tables that Customs published in both currencies.',
   'Partners whose 2024 figure came without a growth rate have no 2023 figure.',
   2, '{GACC_2024}'),
  (3, 'trade_headline_customs', 'Figures that China Customs announced, as quoted',
   'Single figures of releases, press conferences and articles, rounded by those who quoted them. They fill a flow or a'
   ' total where nothing computed exists and are never part of a sum. Rows about a part of a year never stand for the'
   ' year.',
   'Everything that was not quoted: this is a list of quotations, not a table.',
   null, '{}'),
  (4, 'partners', 'Partner codes and names',
   'ISO 3166 codes with names in English and Chinese, former states of the IMF''s statistics, and aggregates.',
   'Chinese names of former states and of the IMF''s aggregates; regions of some territories.',
   null, '{ISO_NAMES}'),
  (5, 'memberships', 'Members of blocs with dates and roles',
   'One row a membership: first day as far as it is known, last day if it ended, role, and whether a page confirms it.',
   'Days of some memberships; the precision of each date is told.', null, '{}'),
  (6, 'indicators', 'Gross domestic product and population by year',
   'World Bank: gross domestic product in current US dollars, and population, 1990 to 2024.',
   'Gross domestic product is blank where the World Bank gives none.', null, '{WB_GDP,WB_POP}'),
  (7, 'sources', 'Sources', 'Title, locator, licence and date of everything that a figure may cite.', null, null, '{}'),
  (8, 'blocs', 'Blocs', 'Codes and names of the blocs that memberships refer to.', null, null, '{}');

-- One row is one figure: a dataset's amount of one flow between reporter and partner in one period, for one product, in
-- one currency. Partitioned by frequency and then by period from the start, since a table cannot become partitioned
-- without a rewrite; monthly data and product detail add partitions and rows, not columns.
-- `period` is the first day of the period. `flow` is X (exports) or M (imports). Quality is R (reported), D (derived) or
-- E (estimated). `product_code` is TOTAL for all goods.
create table trade_flow (
  dataset_id     smallint not null references dataset,
  frequency      "char"   not null,
  period         date     not null,
  reporter_code  text     not null,
  partner_code   text     not null,
  flow           "char"   not null check (flow in ('X', 'M')),
  product_code   text     not null,
  currency       text     not null,
  amount         numeric  not null check (amount >= 0),
  valuation      text     not null check (valuation in ('FOB', 'CIF')),
  quality        "char"   not null check (quality in ('R', 'D', 'E')),
  source_id      text     not null references source,
  release_id     bigint   not null references release,
  superseded_by  bigint   references release,
  primary key (partner_code, period, flow, currency, product_code, reporter_code, dataset_id, frequency, release_id)
) partition by list (frequency);

create table trade_flow_annual partition of trade_flow for values in ('A') partition by range (period);
create table trade_flow_annual_to_1999 partition of trade_flow_annual for values from (minvalue) to ('2000-01-01');
create table trade_flow_annual_2000s partition of trade_flow_annual for values from ('2000-01-01') to ('2010-01-01');
create table trade_flow_annual_2010s partition of trade_flow_annual for values from ('2010-01-01') to ('2020-01-01');
create table trade_flow_annual_from_2020 partition of trade_flow_annual for values from ('2020-01-01') to (maxvalue);

-- Whole tables of one period (ranks, shares) are read by period; history stays out of the index.
create index trade_flow_by_period on trade_flow (period, currency, flow) where superseded_by is null;

-- A quotation has no natural key but itself: the same figure is quoted by several. `flow` is X, M or T (total).
-- Where several stand for one year, the lowest preference is served.
create table trade_headline (
  year           smallint not null,
  partner_code   text     not null references partner,
  flow           "char"   not null check (flow in ('X', 'M', 'T')),
  currency       text     not null,
  source_id      text     not null references source,
  flag           text     not null,
  amount         numeric  not null check (amount >= 0),
  whole_year     boolean  not null,
  preference     smallint not null,
  release_id     bigint   not null references release,
  superseded_by  bigint   references release,
  primary key (partner_code, year, flow, currency, source_id, flag, release_id)
);
