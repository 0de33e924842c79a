-- Products of any classification and revision. `key` is what flows carry: the classification's abbreviation as UN Comtrade
-- writes it (H0 is HS 1992, H6 is HS 2022, S3 and S4 are SITC Rev. 3 and 4, B4 and B5 are BEC), a colon and the code. All
-- goods are TOTAL in every classification. `level` is the number of digits of the code, and 1 for a section of the HS.
create table product (
  key             text     primary key,
  classification  text     not null,
  code            text     not null,
  level           smallint not null,
  parent_key      text     references product deferrable initially deferred,
  section         text,
  title_en        text     not null,
  source_id       text     references source,
  unique (classification, code)
);
create index product_by_parent on product (parent_key);
create index product_by_title on product using gin (to_tsvector('english', title_en));
insert into product (key, classification, code, level, title_en) values ('TOTAL', 'ALL', 'TOTAL', 0, 'All goods');

-- Which SITC code a subheading of the HS belongs to. Revisions whose titles are not loaded occur here too, so codes are
-- no references.
create table product_concordance (
  hs_classification    text   not null,
  hs_code              text   not null,
  sitc_classification  text   not null,
  sitc_code            text   not null,
  source_id            text   not null references source,
  release_id           bigint not null references release,
  superseded_by        bigint references release,
  primary key (hs_classification, hs_code, sitc_classification, sitc_code, release_id)
);
create index product_concordance_by_sitc on product_concordance (sitc_classification, sitc_code)
  where superseded_by is null;

-- `flow` also knows re-exports (x) and re-imports (m), which are part of exports and imports. Quality C is reconciled:
-- computed by the publisher from what both sides reported.
alter table trade_flow drop constraint trade_flow_flow_check;
alter table trade_flow add constraint trade_flow_flow_check check (flow in ('X', 'M', 'x', 'm'));
alter table trade_flow drop constraint trade_flow_quality_check;
alter table trade_flow add constraint trade_flow_quality_check check (quality in ('R', 'D', 'E', 'C'));

-- Months, and sums from January to a month (C), whose `period` is the first day of that last month. A year is a
-- partition, so that a load writes one small index and the past is never touched.
create table trade_flow_monthly partition of trade_flow for values in ('M') partition by range (period);
create table trade_flow_cumulative partition of trade_flow for values in ('C');
create table trade_flow_monthly_to_2012 partition of trade_flow_monthly for values from (minvalue) to ('2013-01-01');
do $$
begin
  for year in 2013..2030 loop
    execute format('create table trade_flow_monthly_%s partition of trade_flow_monthly for values from (%L) to (%L)',
                   year, make_date(year, 1, 1), make_date(year + 1, 1, 1));
  end loop;
end $$;
create table trade_flow_monthly_from_2031 partition of trade_flow_monthly for values from ('2031-01-01') to (maxvalue);

-- Yuan for one US dollar, averages of a year (A) or a month (M).
create table exchange_rate (
  frequency      "char"  not null check (frequency in ('A', 'M')),
  period         date    not null,
  cny_per_usd    numeric not null check (cny_per_usd > 0),
  source_id      text    not null references source,
  release_id     bigint  not null references release,
  superseded_by  bigint  references release,
  primary key (frequency, period, release_id)
);

-- Figures of a reporter that publishes no series here, each for the days that it was told for. `reporter_code` is of ISO
-- 3166-2, such as CN-YN for Yunnan. `flow` is X, M, T (both) or S (services, both).
create table dated_trade (
  reporter_code  text    not null,
  starts         date    not null,
  ends           date    not null,
  flow           "char"  not null check (flow in ('X', 'M', 'T', 'S')),
  partner_code   text    not null references partner,
  currency       text    not null,
  amount         numeric not null check (amount >= 0),
  note           text,
  source_id      text    not null references source,
  release_id     bigint  not null references release,
  superseded_by  bigint  references release,
  check (ends > starts),
  primary key (reporter_code, starts, ends, flow, partner_code, currency, source_id, release_id)
);

-- Direct investment. The concepts are kept apart: what ASEAN's statisticians call net inflow (N), what UNCTAD calls
-- inflow (I), and China's outward flow (O) and stock (S). `destination` may be a region that is no partner.
create table investment (
  year           smallint not null,
  concept        "char"   not null check (concept in ('N', 'I', 'O', 'S')),
  source_code    text     not null references partner,
  destination    text     not null,
  amount_usd     numeric  not null,
  note           text     not null,
  source_id      text     not null references source,
  release_id     bigint   not null references release,
  superseded_by  bigint   references release,
  primary key (year, concept, source_code, destination, source_id, note, release_id)
);

-- Quoted shares of members in their bloc's trade with China, in percent.
create table member_share (
  year           smallint not null,
  bloc_code      text     not null references bloc,
  partner_code   text     not null references partner,
  flow           "char"   not null check (flow in ('X', 'M', 'T')),
  percent        numeric  not null check (percent between 0 and 100),
  source_id      text     not null references source,
  release_id     bigint   not null references release,
  superseded_by  bigint   references release,
  primary key (year, bloc_code, partner_code, flow, source_id, release_id)
);

-- Precedence chooses only among datasets of the same frequency.
insert into dataset (id, code, title, definition, missing, precedence, source_ids) values
  (9, 'hs2022', 'Harmonized System 2022', 'Sections, chapters, headings and subheadings of the sixth amendment.',
   'National subdivisions below six digits.', null, '{HS_DATASETS}'),
  (10, 'sitc', 'Standard International Trade Classification, revisions 3 and 4',
   'Sections, divisions, groups, subgroups and basic headings.', null, null, '{CONCORDANCE_R}'),
  (11, 'concordance_hs_sitc', 'Concordance of HS and SITC',
   'For each subheading of HS 2017 and HS 2022 the one SITC code that it belongs to.',
   'HS 710820, and HS 711890 in HS 2022, have no SITC code.', null, '{CONCORDANCE_R}'),
  (12, 'trade_by_sitc_section', 'UNCTAD merchandise trade matrix: China by partner and SITC section',
   'Exports by SITC Rev. 3 section in US dollars, told by the exporter: China''s exports to partners, and partners'''
   ' exports to China, which mirror China''s imports. 1995, 2005 and 2015.',
   'All other years. Sections that an exporter did not report.', null, '{UNCTAD_MTM}'),
  (13, 'china_exports_by_hs2_baci', 'CEPII BACI: China''s exports to the world by HS chapter',
   'HS 1992 chapters in US dollars, 2011 to 2020. BACI reconciles what exporters and importers reported: these are not'
   ' China''s own figures (2020: 2,648.9 billion against 2,588.4 billion reported).',
   'Partners: the rows are sums over importers.', null, '{BACI_202201_NABC}'),
  (14, 'trade_monthly_2024_cny', 'China Customs country tables by month, 2024',
   'Goods in yuan; exports FOB, imports CIF. March and September are derived by difference of cumulative tables.',
   null, 1, '{GACC_2024}'),
  (15, 'china_monthly_total_cny', 'China Customs: all partners by month',
   'Goods with all partners in yuan; exports FOB, imports CIF. 2013 to 2020 and 2023 to 2025.',
   'The months of 2021 and 2022.', 2, '{GACC_MONTHLY_2021,GACC_MONTHLY_2024,GACC_MONTHLY_2025}'),
  (16, 'trade_2024_sep_usd_gacc', 'China Customs country tables in US dollars, September 2024',
   'Goods in US dollars as Customs published them: September 2024, and January to September 2024 as one sum.',
   'All other months.', 3, '{GACC_2024}'),
  (17, 'exchange_rates_cny_usd', 'Yuan for one US dollar',
   'Federal Reserve H.10: averages of daily noon rates by year and month. These are not the rates of Customs.',
   'Before 1981.', null, '{FED_H10}'),
  (18, 'yunnan_trade', 'Trade of Yunnan as quoted',
   'Single figures of the province''s trade, each for the part of a year that it was told for. They form no series.',
   'Every period that was not quoted.', null, '{}'),
  (19, 'fdi', 'Direct investment',
   'Three concepts that are never mixed: net inflows that ASEAN reports, inflows that UNCTAD reports, and outward flows'
   ' and stocks that China reports.',
   'Two totals of ASEAN exist for 2020 to 2023: UNCTAD''s and the ASEAN Secretariat''s.', null, '{}'),
  (20, 'asean_member_shares', 'Shares of members in ASEAN''s trade with China, as quoted', 'Percent of the bloc''s trade.',
   'Everything that was not quoted.', null, '{S_IIRE21}');
insert into dataset (id, code, title, definition, missing, precedence, source_ids) values
  (21, 'hs1992', 'Harmonized System 1992: chapters', 'The chapters that BACI''s figures go by, with short titles.',
   'Sections, headings and subheadings.', null, '{BACI_202201_NABC}');
