-- How many figures there are by class of their amounts.
--
-- Flyway runs this file again whenever it changes, after the versioned migrations: change a function here and nowhere else. A function
-- whose parameters change is another one: drop the former here, `if exists`, and only when no version that may still run calls it.

-- Keeps `amount_classed`: the rows that `trade_amount_tally` is to have. `counted` is a query of periods, flows, classes and numbers of
-- figures, each class of a period and flow once, and of what else they differ by, which `groups` names, each with a comma before it. Others
-- of reporter, currency, classification and level are constants, which nothing is sorted by.
drop function if exists keep_amounts_classed(text, text);
create or replace function keep_amounts_classed(counted text, groups text, constants text) returns void language plpgsql
set enable_sort = on set enable_hashagg = on set plan_cache_mode = force_custom_plan as $$
begin
  drop table if exists pg_temp.amount_classed;
  execute format($sql$
    create temp table amount_classed on commit drop as
    select frequency, period, flow%2$s%3$s, array_agg(class order by class) as classes, array_agg(up_to order by class) as up_to
    from (
      select frequency, period, flow%2$s, class,
             (sum(figures) over (partition by frequency, period, flow%2$s order by class rows unbounded preceding))::integer as up_to
      from (%1$s) as counted
    ) as each
    group by frequency, period, flow%2$s
    $sql$, counted, groups, constants);
end $$;

-- Counts the figures of partitions, each by itself. `of_figures` are the columns of a figure `f` and its product `p` that they do not share,
-- each with a comma before it; `conditions` begin with `and`.
create or replace function class_amounts(partitions text[], of_figures text, constants text, conditions text) returns void
language plpgsql as $$
begin
  perform keep_amounts_classed((select string_agg(format($sql$
    select f.frequency, f.period, f.flow%2$s,
           width_bucket(least(floor(f.amount), 1000000000000000)::bigint,
                        array(select least from trade_amount_class order by class))::smallint as class, count(*)::integer as figures
    from %1$s f%3$s
    where true%4$s
    group by f.frequency, f.period, f.flow%2$s, class
    $sql$, each, of_figures, case when of_figures like '%p.%' then ' join product p on p.key = f.product_code' else '' end,
           conditions), ' union all ') from unnest(partitions) as each), regexp_replace(of_figures, '[fp]\.', '', 'g'), constants);
end $$;

-- The same for new figures, of which `shared` says what is the same of all, and `level` and `of_classification` if those are.
create or replace function class_first_amounts(of_dataset smallint, partitions text[], shared shared_by_figures, of_classification text,
                                               of_level smallint, single text) returns void language plpgsql as $$
begin
  perform class_amounts(partitions,
    concat(case when shared.reporter_code is null then ', f.reporter_code' end,
           case when shared.currency is null then ', f.currency' end,
           case when of_level is null then ', p.classification, p.level' end),
    concat(', ' || quote_literal(shared.reporter_code) || '::text collate "C" as reporter_code',
           ', ' || quote_literal(shared.currency) || '::text collate "C" as currency',
           ', ' || quote_literal(of_classification) || '::text collate "C" as classification, ' || of_level || '::smallint as level'),
    coalesce(' and' || nullif(single, ''), ''));
end $$;

-- Brings the counts by class of these months up to `amount_classed`.
create or replace function bring_trade_amount_tally(of_dataset smallint, frequencies "char"[], periods date[], reporters text[])
returns void language plpgsql as $$
begin
  delete from trade_amount_tally t
  using unnest(frequencies, periods, reporters) as c (frequency, period, reporter_code)
  where t.dataset_id = of_dataset and t.frequency = c.frequency and t.period = c.period and t.reporter_code = c.reporter_code;
  insert into trade_amount_tally
  select of_dataset, frequency, period, reporter_code, flow, currency, classification, level, classes, up_to from amount_classed;
end $$;

-- Adds the figures of these partners and products that a release brought to the counts by class, and takes off those that it took away.
create or replace function change_trade_amount_tally(of_dataset smallint, by_release bigint, frequencies "char"[], periods date[],
                                                     few few_changes) returns void language plpgsql as $$
begin
  drop table if exists pg_temp.amount_change;
  execute format($sql$
    create temp table amount_change on commit drop as
    select f.frequency, f.period, f.flow, f.reporter_code, f.currency, p.classification, p.level,
           width_bucket(least(floor(f.amount), 1000000000000000)::bigint,
                        array(select least from trade_amount_class order by class))::smallint as class,
           case when f.superseded_by is null then 1 else -1 end as figures
    from trade_flow f join product p on p.key = f.product_code
    where f.dataset_id = %1$s and f.frequency = any(%2$L::"char"[]) and f.period = any(%3$L::date[])
      and f.partner_code = any(%4$L::text[]) and f.product_code = any(%5$L::text[])
      and f.partner_code not in (select code from partner where kind = 'AGGREGATE')
      and (f.superseded_by = %6$s or f.superseded_by is null and f.release_id = %6$s)
    $sql$, of_dataset, frequencies, periods, few.partners, few.changed, by_release);
  perform keep_amounts_classed(format($sql$
    select frequency, period, flow, reporter_code, currency, classification, level, class, sum(figures)::integer as figures
    from (
      select * from amount_change
      union all
      select t.frequency, t.period, t.flow, t.reporter_code, t.currency, t.classification, t.level, k.class,
             k.up_to - lag(k.up_to, 1, 0) over (partition by t.frequency, t.period, t.flow, t.reporter_code, t.currency,
                                                             t.classification, t.level order by k.class)
      from trade_amount_tally t cross join unnest(t.classes, t.up_to) as k (class, up_to)
      where t.dataset_id = %s and (t.frequency, t.period, t.flow, t.reporter_code, t.currency, t.classification, t.level) in
        (select frequency, period, flow, reporter_code, currency, classification, level from amount_change)
    ) as each
    group by frequency, period, flow, reporter_code, currency, classification, level, class
    having sum(figures) <> 0
    $sql$, of_dataset), ', reporter_code, currency, classification, level', '');
  delete from trade_amount_tally t
  where t.dataset_id = of_dataset and (t.frequency, t.period, t.flow, t.reporter_code, t.currency, t.classification, t.level) in
    (select frequency, period, flow, reporter_code, currency, classification, level from amount_change);
  insert into trade_amount_tally
  select of_dataset, frequency, period, reporter_code, flow, currency, classification, level, classes, up_to from amount_classed;
end $$;
