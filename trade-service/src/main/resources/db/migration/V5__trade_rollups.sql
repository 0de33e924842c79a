-- Sums that questions start from, so that they read as many rows whether figures come by chapter or by subheading. They
-- have the history of the figures: `release_id` and `superseded_by` mean what they mean in `trade_flow`.

-- By partner, for all goods (level 0), sections (1), and chapters or divisions (2). Where the dataset itself gives a figure
-- it stands; otherwise it is the sum of the finest figures below that are given (`computed`; `parts` says how many).
create table trade_rollup (
  dataset_id     smallint not null,
  frequency      "char"   not null,
  period         date     not null,
  reporter_code  text     not null,
  partner_code   text     not null,
  flow           "char"   not null,
  product_code   text     not null,
  currency       text     not null,
  valuation      text     not null,
  amount         numeric  not null,
  quality        "char"   not null,
  source_ids     text[]   not null,
  parts          integer  not null,
  computed       boolean  not null,
  release_id     bigint   not null,
  superseded_by  bigint
);
create unique index trade_rollup_current on trade_rollup
  (partner_code, product_code, frequency, period, flow, reporter_code, currency, dataset_id, valuation)
  where superseded_by is null;
create index trade_rollup_current_by_product on trade_rollup (product_code, frequency, period, flow)
  where superseded_by is null;
create index trade_rollup_current_by_slice on trade_rollup (dataset_id, frequency, period, reporter_code)
  where superseded_by is null;
create index trade_rollup_past on trade_rollup (partner_code, product_code, frequency, period)
  where superseded_by is not null;

-- By product of every level, summed over the partners that are countries or former states; aggregates such as WORLD are no
-- part of it, so that nothing is counted twice. `parts` says how many figures are in the sum.
create table trade_product_rollup (
  dataset_id     smallint not null,
  frequency      "char"   not null,
  period         date     not null,
  reporter_code  text     not null,
  flow           "char"   not null,
  product_code   text     not null,
  currency       text     not null,
  valuation      text     not null,
  amount         numeric  not null,
  quality        "char"   not null,
  source_ids     text[]   not null,
  parts          integer  not null,
  release_id     bigint   not null,
  superseded_by  bigint
);
create unique index trade_product_rollup_current on trade_product_rollup
  (product_code, frequency, period, flow, reporter_code, currency, dataset_id, valuation) where superseded_by is null;
create index trade_product_rollup_current_by_slice on trade_product_rollup (dataset_id, frequency, period, reporter_code)
  where superseded_by is null;
create index trade_product_rollup_past on trade_product_rollup (product_code, frequency, period)
  where superseded_by is not null;

-- The quality of a sum: the weakest of its parts, and DERIVED at best.
create function quality_of_sum(estimated boolean, reconciled boolean) returns "char" language sql immutable as $$
  select case when estimated then 'E'::"char" when reconciled then 'C' else 'D' end
$$;

-- Brings both tables up to the present of one dataset in the slices (frequency, period, reporter) that the temporary table
-- `changed_slice` names, as a part of `by_release`. Rows that stay the same are not touched. To be called within the
-- transaction that changed the figures.
create function refresh_trade_rollups(of_dataset smallint, by_release bigint) returns void language plpgsql as $$
declare
  at_level smallint;
begin
  drop table if exists pg_temp.product_sum, pg_temp.climb, pg_temp.main_classification, pg_temp.told, pg_temp.summed,
    pg_temp.rolled, pg_temp.product_rolled;

  -- What each slice has figures for. Sums are over single partners; a product that only aggregates have has null.
  create temp table product_sum on commit drop as
    select f.frequency, f.period, f.reporter_code, f.flow, f.product_code, f.currency, f.valuation, f.source_id,
           sum(f.amount) filter (where p.kind <> 'AGGREGATE') as amount,
           bool_or(f.quality = 'E') as estimated, bool_or(f.quality = 'C') as reconciled,
           count(*) filter (where p.kind <> 'AGGREGATE') as parts
    from trade_flow f
    join partner p on p.code = f.partner_code
    where f.dataset_id = of_dataset and f.superseded_by is null
      and f.period between (select min(period) from changed_slice) and (select max(period) from changed_slice)
      and (f.frequency, f.period, f.reporter_code) in (select frequency, period, reporter_code from changed_slice)
    group by 1, 2, 3, 4, 5, 6, 7, 8;

  -- Where a figure goes up to: past levels that neither have figures of their own nor are kept, so that subheadings
  -- become chapters in one step.
  create temp table climb on commit drop as
    with recursive present (code) as (
      select distinct product_code from product_sum
    ), path (code, level, classification, target, target_level, parent_key, stops) as (
      select distinct p.key, p.level, p.classification, p.key, p.level, p.parent_key, false
      from product p where p.key in (select code from present)
         or p.level <= 2 and p.classification in (select classification from product where key in (select code from present))
      union all
      select path.code, path.level, path.classification, p.key, p.level, p.parent_key,
             p.level <= 2 or p.key in (select code from present)
      from path join product p on p.key = path.parent_key where not path.stops
    )
    select code, level, classification, target, target_level from path where stops;
  -- All goods are one product, but figures by two classifications are the same goods twice.
  create temp table main_classification on commit drop as
    select s.frequency, s.period, s.reporter_code, min(p.classification) as classification
    from product_sum s join product p on p.key = s.product_code and p.level > 0
    group by 1, 2, 3;

  create temp table told on commit drop as
    select f.frequency, f.period, f.reporter_code, f.partner_code, f.flow, f.product_code, f.currency, f.valuation,
           f.amount, f.quality, f.source_id, p.level
    from product p
    join trade_flow f on f.product_code = p.key
    where f.dataset_id = of_dataset and f.superseded_by is null
      and (p.level <= 2 or p.key in (select target from climb))
      and p.key in (select product_code from product_sum)
      and f.period between (select min(period) from changed_slice) and (select max(period) from changed_slice)
      and (f.frequency, f.period, f.reporter_code) in (select frequency, period, reporter_code from changed_slice);
  analyze product_sum, climb, told;

  create temp table summed (
    frequency "char", period date, reporter_code text, partner_code text, flow "char", product_code text,
    currency text, valuation text, source_id text, level smallint, amount numeric, estimated boolean, reconciled boolean,
    parts bigint
  ) on commit drop;
  for at_level in select distinct level from climb where level > 0 order by level desc loop
    insert into summed
    select v.frequency, v.period, v.reporter_code, v.partner_code, v.flow, c.target, v.currency, v.valuation, v.source_id,
           c.target_level, sum(v.amount), bool_or(v.estimated), bool_or(v.reconciled), sum(v.parts)
    from (
      select f.frequency, f.period, f.reporter_code, f.partner_code, f.flow, f.product_code, f.currency, f.valuation,
             f.source_id, f.amount, f.quality = 'E' as estimated, f.quality = 'C' as reconciled, 1 as parts
      from trade_flow f
      where f.dataset_id = of_dataset and f.superseded_by is null
        and f.product_code in (select code from climb where level = at_level)
        and f.period between (select min(period) from changed_slice) and (select max(period) from changed_slice)
        and (f.frequency, f.period, f.reporter_code) in (select frequency, period, reporter_code from changed_slice)
      union all
      select s.frequency, s.period, s.reporter_code, s.partner_code, s.flow, s.product_code, s.currency, s.valuation,
             s.source_id, s.amount, s.estimated, s.reconciled, s.parts
      from summed s where s.level = at_level
    ) v
    join climb c on c.code = v.product_code
    join main_classification m using (frequency, period, reporter_code)
    where (c.target_level > 0 or c.classification = m.classification)
      and not exists (
        select 1 from told t
        where t.frequency = v.frequency and t.period = v.period and t.reporter_code = v.reporter_code
          and t.partner_code = v.partner_code and t.flow = v.flow and t.product_code = c.target
          and t.currency = v.currency)
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10;
  end loop;

  create temp table rolled on commit drop as
    select frequency, period, reporter_code, partner_code, flow, product_code, currency, valuation, amount, quality,
           array[source_id] as source_ids, 1 as parts, false as computed
    from told where level <= 2
    union all
    select frequency, period, reporter_code, partner_code, flow, product_code, currency, valuation, sum(amount),
           quality_of_sum(bool_or(estimated), bool_or(reconciled)), array_agg(distinct source_id),
           sum(parts)::integer, true
    from summed where level <= 2
    group by frequency, period, reporter_code, partner_code, flow, product_code, currency, valuation;

  create temp table product_rolled on commit drop as
    with recursive up (code, target, parent_key) as (
      select p.key, p.key, p.parent_key from product p
      where p.level > 2 and p.key in (select product_code from product_sum)
      union all
      select up.code, p.key, p.parent_key from up join product p on p.key = up.parent_key
      where p.level > 2 and p.key not in (select product_code from product_sum)
    ), part as (
      select s.frequency, s.period, s.reporter_code, s.flow, up.target as product_code, s.currency, s.valuation,
             s.source_id, s.amount, s.parts, s.estimated, s.reconciled
      from product_sum s join up on up.code = s.product_code where s.amount is not null
      union all
      select r.frequency, r.period, r.reporter_code, r.flow, r.product_code, r.currency, r.valuation, source_id, r.amount,
             r.parts, r.quality = 'E', r.quality = 'C'
      from rolled r
      join partner p on p.code = r.partner_code and p.kind <> 'AGGREGATE'
      cross join lateral (select min(s) as source_id from unnest(r.source_ids) s) source
    )
    select frequency, period, reporter_code, flow, product_code, currency, valuation, sum(amount) as amount,
           quality_of_sum(bool_or(estimated), bool_or(reconciled)) as quality,
           array_agg(distinct source_id) as source_ids, sum(parts)::integer as parts
    from part group by 1, 2, 3, 4, 5, 6, 7;
  analyze rolled, product_rolled;

  update trade_rollup t set superseded_by = by_release
  from changed_slice c
  where t.dataset_id = of_dataset and t.superseded_by is null
    and t.frequency = c.frequency and t.period = c.period and t.reporter_code = c.reporter_code
    and not exists (
      select 1 from rolled r
      where r.frequency = t.frequency and r.period = t.period and r.reporter_code = t.reporter_code
        and r.partner_code = t.partner_code and r.flow = t.flow and r.product_code = t.product_code
        and r.currency = t.currency and r.valuation = t.valuation
        and (r.amount, r.quality, r.source_ids, r.parts, r.computed)
          is not distinct from (t.amount, t.quality, t.source_ids, t.parts, t.computed));
  insert into trade_rollup (dataset_id, frequency, period, reporter_code, partner_code, flow, product_code, currency,
                            valuation, amount, quality, source_ids, parts, computed, release_id)
  select of_dataset, r.frequency, r.period, r.reporter_code, r.partner_code, r.flow, r.product_code, r.currency,
         r.valuation, r.amount, r.quality, r.source_ids, r.parts, r.computed, by_release
  from rolled r
  where not exists (
    select 1 from trade_rollup t
    where t.dataset_id = of_dataset and t.superseded_by is null
      and t.frequency = r.frequency and t.period = r.period and t.reporter_code = r.reporter_code
      and t.partner_code = r.partner_code and t.flow = r.flow and t.product_code = r.product_code
      and t.currency = r.currency and t.valuation = r.valuation)
  order by r.partner_code, r.product_code, r.period;

  update trade_product_rollup t set superseded_by = by_release
  from changed_slice c
  where t.dataset_id = of_dataset and t.superseded_by is null
    and t.frequency = c.frequency and t.period = c.period and t.reporter_code = c.reporter_code
    and not exists (
      select 1 from product_rolled r
      where r.frequency = t.frequency and r.period = t.period and r.reporter_code = t.reporter_code
        and r.flow = t.flow and r.product_code = t.product_code
        and r.currency = t.currency and r.valuation = t.valuation
        and (r.amount, r.quality, r.source_ids, r.parts)
          is not distinct from (t.amount, t.quality, t.source_ids, t.parts));
  insert into trade_product_rollup (dataset_id, frequency, period, reporter_code, flow, product_code, currency, valuation,
                                    amount, quality, source_ids, parts, release_id)
  select of_dataset, r.frequency, r.period, r.reporter_code, r.flow, r.product_code, r.currency, r.valuation,
         r.amount, r.quality, r.source_ids, r.parts, by_release
  from product_rolled r
  where not exists (
    select 1 from trade_product_rollup t
    where t.dataset_id = of_dataset and t.superseded_by is null
      and t.frequency = r.frequency and t.period = r.period and t.reporter_code = r.reporter_code
      and t.flow = r.flow and t.product_code = r.product_code
      and t.currency = r.currency and t.valuation = r.valuation)
  order by r.product_code, r.period;
end $$;

-- Figures of releases that were loaded before there were sums.
do $$
declare
  loaded record;
begin
  for loaded in select dataset_id, max(release_id) as release_id from trade_flow group by dataset_id loop
    create temp table changed_slice on commit drop as
      select distinct frequency, period, reporter_code from trade_flow where dataset_id = loaded.dataset_id;
    perform refresh_trade_rollups(loaded.dataset_id, loaded.release_id);
    drop table changed_slice;
  end loop;
end $$;
