-- Sums by partner and by product: made, written for the first time, revised.
--
-- Flyway runs this file again whenever it changes, after the versioned migrations: change a function here and nowhere else. A function
-- whose parameters change is another one: drop the former here, `if exists`, and only when no version that may still run calls it.

-- Makes `rolled`. Where sums have several parts, of several sources or of figures and of sums of a level below, sources are
-- collected apart: to collect them while grouping is to sort.
create or replace function roll_up_by_partner(of_dataset smallint, are_parts boolean) returns void language plpgsql as $$
begin
  if not are_parts then
    create temp view rolled as
      select frequency, period, reporter_code, partner_code, flow, product_code, currency, valuation, amount, quality,
             array[source_id] as source_ids, 1 as parts, false as computed
      from stated where level <= 2
      union all
      select frequency, period, reporter_code, partner_code, flow, product_code, currency, valuation, amount,
             quality_of_sum(estimated, reconciled), array[source_id], parts::integer, true
      from summed where level <= 2;
    return;
  end if;
  perform keep_while_summing('rolled_of_parts', of_dataset, $sql$
    select frequency, period, reporter_code, partner_code, flow, product_code, currency, valuation, amount, quality,
           array[source_id] as source_ids, 1 as parts, false as computed
    from stated where level <= 2
    union all
    select frequency, period, reporter_code, partner_code, flow, product_code, currency, valuation, sum(amount),
           quality_of_sum(bool_or(estimated), bool_or(reconciled)), array[min(source_id)], sum(parts)::integer, true
    from summed where level <= 2
    group by frequency, period, reporter_code, partner_code, flow, product_code, currency, valuation
    $sql$);
  update rolled_of_parts r set source_ids = s.source_ids
  from (select frequency, period, reporter_code, partner_code, flow, product_code, currency, valuation,
               array_agg(distinct source_id) as source_ids
        from summed where level <= 2
        group by 1, 2, 3, 4, 5, 6, 7, 8 having min(source_id) <> max(source_id)) s
  where r.computed and s.frequency = r.frequency and s.period = r.period and s.reporter_code = r.reporter_code
    and s.partner_code = r.partner_code and s.flow = r.flow and s.product_code = r.product_code
    and s.currency = r.currency and s.valuation = r.valuation;
  create temp view rolled as select * from rolled_of_parts;
end $$;

-- Makes `product_rolled` of `product_sum` and `rolled`, grouped by what figures do not share.
create or replace function roll_up_by_product(of_dataset smallint, are_parts boolean, constants text, groups text, single text) returns void
language plpgsql as $$
begin
  perform keep_while_summing('up', of_dataset, $sql$
    with recursive up (code, target, parent_key) as (
      select p.key, p.key, p.parent_key from product p where p.level > 2 and p.key in (select code from present)
      union all
      select up.code, p.key, p.parent_key from up join product p on p.key = up.parent_key
      where p.level > 2 and p.key not in (select code from present)
    )
    select code, target from up
    $sql$);
  -- A product that has figures is the target of no other.
  execute format($sql$
    create temp view product_part as
    select s.frequency, s.period, s.reporter_code, s.flow, s.product_code, s.currency, s.valuation, s.source_id, s.amount,
           s.estimated, s.reconciled, s.reported, s.parts::numeric as parts, s.parts::numeric as figures, s.smallest, s.largest
    from product_sum s join present p on p.code = s.product_code and p.level > 2 where s.amount is not null
    union all
    select f.frequency, f.period, f.reporter_code, f.flow, up.target, f.currency, f.valuation, f.source_id, sum(f.amount),
           bool_or(f.estimated), bool_or(f.reconciled), false, sum(f.parts), sum(f.parts), null, null
    from product_sum f join up on up.code = f.product_code and up.target <> up.code where f.amount is not null
    group by f.frequency, f.period, f.reporter_code, f.flow, up.target, f.currency, f.valuation, f.source_id
    union all
    select frequency, period, reporter_code, flow, product_code, currency, valuation, source_id, amount, estimated, reconciled,
           reported, parts, figures, smallest, largest
    from (
      select f.frequency, f.period, f.flow, f.product_code, f.valuation%1$s%2$s, sum(f.amount) as amount,
             bool_or(f.quality = 'E') as estimated, bool_or(f.quality = 'C') as reconciled,
             bool_or(f.quality = 'R') as reported, sum(f.parts) as parts, count(*) as figures, min(f.amount) as smallest,
             max(f.amount) as largest
      from rolled f where%4$s
      group by f.frequency, f.period, f.flow, f.product_code, f.valuation%3$s) as sums
    $sql$, constants, replace(groups, 'f.source_id', 'f.source_ids[1] as source_id'),
           replace(groups, 'f.source_id', 'f.source_ids[1]'), coalesce(nullif(single, ''), ' true'));
  if not are_parts then
    create temp view product_rolled as
      select frequency, period, reporter_code, flow, product_code, currency, valuation, amount,
             quality_over_partners(figures, reported, estimated, reconciled) as quality, array[source_id] as source_ids,
             parts::integer as parts, figures::integer as figures, smallest, largest
      from product_part;
    return;
  end if;
  perform keep_while_summing('product_rolled_of_parts', of_dataset, $sql$
    select frequency, period, reporter_code, flow, product_code, currency, valuation, sum(amount) as amount,
           quality_over_partners(sum(figures), bool_or(reported), bool_or(estimated), bool_or(reconciled)) as quality,
           array[min(source_id)] as source_ids, sum(parts)::integer as parts, sum(figures)::integer as figures,
           min(smallest) as smallest, max(largest) as largest
    from product_part
    group by frequency, period, reporter_code, flow, product_code, currency, valuation
    $sql$);
  -- A part that is a partner's sum has the first of its sources.
  execute format($sql$
    update product_rolled_of_parts r set source_ids = s.source_ids
    from (select frequency, period, reporter_code, flow, product_code, currency, valuation,
                 array_agg(distinct source_id) as source_ids
          from (select frequency, period, reporter_code, flow, product_code, currency, valuation, source_id
                from product_part
                union all
                select f.frequency, f.period, f.reporter_code, f.flow, f.product_code, f.currency, f.valuation, further
                from rolled f, unnest(f.source_ids[2:]) further where%1$s) as of_parts
          group by 1, 2, 3, 4, 5, 6, 7 having min(source_id) <> max(source_id)) s
    where s.frequency = r.frequency and s.period = r.period and s.reporter_code = r.reporter_code
      and s.flow = r.flow and s.product_code = r.product_code and s.currency = r.currency
      and s.valuation = r.valuation
    $sql$, coalesce(nullif(single, ''), ' true'));
  create temp view product_rolled as select * from product_rolled_of_parts;
end $$;

-- Writes the first sums by partner of a dataset, in the order in which they are read, into a partition that is attached at the end. `sums` is
-- a query of them with their `place` in that order. What all share is no part of the rows, which are half as wide for it: PostgreSQL keeps the
-- value that a column was added with beside the table. `added` has such columns, and `groups` names those of them that sums differ by.
create or replace function write_first_rollups_by_partner(of_dataset smallint, by_release bigint, sums text, added text, groups text)
returns void language plpgsql as $$
begin
  execute format($sql$
    create table trade_rollup_d%1$s as
    select period, parts, frequency, flow, quality, computed, partner_code, product_code, valuation, amount%3$s
    from (%2$s) as f order by f.place
    $sql$, of_dataset, sums, groups);
  perform add_shared_columns('trade_rollup_d' || of_dataset, of_dataset, by_release, added);
  perform prepare_partition('trade_rollup_d' || of_dataset, 'trade_rollup', of_dataset);
end $$;

-- The same by product.
create or replace function write_first_rollups_by_product(of_dataset smallint, by_release bigint, sums text, added text, groups text)
returns void language plpgsql as $$
begin
  execute format($sql$
    create table trade_product_rollup_d%1$s as
    select period, parts, figures, frequency, flow, quality, product_code, valuation, amount, smallest, largest%3$s
    from (%2$s) as f order by f.place
    $sql$, of_dataset, sums, groups);
  perform add_shared_columns('trade_product_rollup_d' || of_dataset, of_dataset, by_release, added);
  perform prepare_partition('trade_product_rollup_d' || of_dataset, 'trade_product_rollup', of_dataset);
  execute format('analyze trade_product_rollup_d%s', of_dataset);
end $$;

-- Adds to first sums what all of them share, which takes a moment. The columns have no default then: rows to come name their own.
create or replace function add_shared_columns(part text, of_dataset smallint, by_release bigint, added text) returns void
language plpgsql as $$
begin
  execute format('alter table %I add column dataset_id smallint not null default %s, add column release_id bigint not null default %s,'
                 ' add column superseded_by bigint%s', part, of_dataset, by_release, added);
  execute (
    select format('alter table %I ', part) || string_agg(format('alter column %I drop default', attname), ', ') from pg_attribute
    where attrelid = part::regclass and atthasdef);
end $$;

-- Writes `rolled` as the first sums by partner of a dataset.
drop function if exists add_first_rollups_by_partner(smallint, bigint, text, text);
create function add_first_rollups_by_partner(of_dataset smallint, by_release bigint, added text, groups text) returns void
language plpgsql as $$
begin
  perform number_for_sums(of_dataset);
  perform write_first_rollups_by_partner(of_dataset, by_release, $sql$
    select f.*, (p.place << 17 | g.place) << 31 | place_in_time(f.frequency, f.period, f.flow) as place
    from rolled f join partner_place p on p.code = f.partner_code join product_place g on g.code = f.product_code
    $sql$, added, groups);
  execute format('create or replace temp view rolled as'
                 ' select frequency, period, reporter_code, partner_code, flow, product_code, currency, valuation, amount,'
                 ' quality, source_ids, parts, computed from trade_rollup_d%s', of_dataset);
end $$;

-- Writes `product_rolled` as the first sums by product of a dataset.
drop function if exists add_first_rollups_by_product(smallint, bigint, text, text);
create function add_first_rollups_by_product(of_dataset smallint, by_release bigint, added text, groups text) returns void
language plpgsql as $$
begin
  perform write_first_rollups_by_product(of_dataset, by_release, $sql$
    select f.*, place_in_time(f.frequency, f.period, f.flow) << 17 | g.place as place
    from product_rolled f join product_place g on g.code = f.product_code
    $sql$, added, groups);
end $$;

-- Brings sums by partner up to `rolled`, of these partners alone where they are named.
create or replace function revise_rollups_by_partner(of_dataset smallint, by_release bigint, partners text[]) returns void language plpgsql
set enable_nestloop = off set enable_sort = off set plan_cache_mode = force_custom_plan as $$
declare
  frequencies "char"[] := array(select distinct frequency from changed_slice);
  periods date[] := array(select distinct period from changed_slice);
  products text[] := array(select key from product where level <= 2);
begin
  update trade_rollup t set superseded_by = by_release
  from changed_slice c
  where t.dataset_id = of_dataset and t.superseded_by is null and t.frequency = any(frequencies) and t.period = any(periods)
    and t.product_code = any(products) and (partners is null or t.partner_code = any(partners))
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
    where t.dataset_id = of_dataset and t.superseded_by is null and t.frequency = any(frequencies) and t.period = any(periods)
    and t.product_code = any(products) and (partners is null or t.partner_code = any(partners))
      and t.frequency = r.frequency and t.period = r.period and t.reporter_code = r.reporter_code
      and t.partner_code = r.partner_code and t.flow = r.flow and t.product_code = r.product_code
      and t.currency = r.currency and t.valuation = r.valuation)
  order by r.partner_code, r.product_code, r.period;
end $$;

-- Brings sums by product up to `product_rolled`, of these products alone where they are named.
create or replace function revise_rollups_by_product(of_dataset smallint, by_release bigint, products text[]) returns void language plpgsql
set enable_nestloop = off set enable_sort = off set plan_cache_mode = force_custom_plan as $$
declare
  frequencies "char"[] := array(select distinct frequency from changed_slice);
  periods date[] := array(select distinct period from changed_slice);
begin
  update trade_product_rollup t set superseded_by = by_release
  from changed_slice c
  where t.dataset_id = of_dataset and t.superseded_by is null and t.frequency = any(frequencies) and t.period = any(periods)
    and (products is null or t.product_code = any(products))
    and t.frequency = c.frequency and t.period = c.period and t.reporter_code = c.reporter_code
    and not exists (
      select 1 from product_rolled r
      where r.frequency = t.frequency and r.period = t.period and r.reporter_code = t.reporter_code
        and r.flow = t.flow and r.product_code = t.product_code
        and r.currency = t.currency and r.valuation = t.valuation
        and (r.amount, r.quality, r.source_ids, r.parts, r.figures, r.smallest, r.largest)
          is not distinct from (t.amount, t.quality, t.source_ids, t.parts, t.figures, t.smallest, t.largest));
  insert into trade_product_rollup (dataset_id, frequency, period, reporter_code, flow, product_code, currency, valuation,
                                    amount, quality, source_ids, parts, figures, smallest, largest, release_id)
  select of_dataset, r.frequency, r.period, r.reporter_code, r.flow, r.product_code, r.currency, r.valuation,
         r.amount, r.quality, r.source_ids, r.parts, r.figures, r.smallest, r.largest, by_release
  from product_rolled r
  where not exists (
    select 1 from trade_product_rollup t
    where t.dataset_id = of_dataset and t.superseded_by is null and t.frequency = any(frequencies) and t.period = any(periods)
    and (products is null or t.product_code = any(products))
      and t.frequency = r.frequency and t.period = r.period and t.reporter_code = r.reporter_code
      and t.flow = r.flow and t.product_code = r.product_code
      and t.currency = r.currency and t.valuation = r.valuation)
  order by r.product_code, r.period;
end $$;
