-- The first sums of figures that are all of one level, as those of most files are: of subheadings alone, say. Then each figure is
-- part of one product of each level above, and a partition that is sorted once is summed at all of these levels on the way
-- through, without looking up groups: that takes half of the time. A file in the order of periods, partners, flows and products
-- is in the order of sums by partner before.
--
-- Flyway runs this file again whenever it changes, after the versioned migrations: change a function here and nowhere else. A function
-- whose parameters change is another one: drop the former here, `if exists`, and only when no version that may still run calls it.

-- A frequency, period, flow and valuation (which a rule of the table holds to FOB and CIF) with a place of 17 bits, in one number that
-- sorts by time first, then by place.
create or replace function cell_of(frequency "char", period date, place integer, flow "char", valuation text) returns bigint
language sql immutable parallel safe
return ((frequency::integer::bigint << 17 | (period - date '1900-01-01')) << 17 | place) << 8
       | (flow::integer << 1 | (valuation = 'FOB')::integer);

create or replace function frequency_of_cell(cell bigint) returns "char" language sql immutable parallel safe
return (cell >> 42)::integer::"char";

create or replace function period_of_cell(cell bigint) returns date language sql immutable parallel safe
return date '1900-01-01' + (cell >> 25 & 131071)::integer;

create or replace function place_of_cell(cell bigint) returns integer language sql immutable parallel safe
return (cell >> 8 & 131071)::integer;

create or replace function flow_of_cell(cell bigint) returns "char" language sql immutable parallel safe
return (cell >> 1 & 127)::integer::"char";

-- As `place_in_time` of what the cell is of.
create or replace function time_of_cell(cell bigint) returns bigint language sql immutable parallel safe
return cell >> 25 << 7 | (cell >> 1 & 127);

create or replace function valuation_of_cell(cell bigint) returns text language sql immutable parallel safe
return case when cell & 1 = 1 then 'FOB' else 'CIF' end;

-- Keeps `lineage`, with the rank of what each product of the figures is part of at each level, `sum_slot`, with the products that are
-- summed to and their order, and `partner_rank`. Returns the levels of these, from all goods to that of the figures; null where figures are of
-- several levels or classifications, of chapters or more, or no part of all goods, or where a cell has too few places.
create or replace function rank_lineages(of_dataset smallint, partitions text[]) returns smallint[] language plpgsql
set plan_cache_mode = force_custom_plan set enable_indexscan = off set enable_indexonlyscan = off as $$
declare
  levels smallint[];
begin
  perform keep_while_summing('partner_rank', of_dataset,
    'select code::text collate "C" as code, row_number() over (order by code collate "C")::integer as place from partner');
  perform keep_while_summing('figured_product', of_dataset,
    'select code, row_number() over (order by code collate "C") as rank from ('
    || (select string_agg('select product_code as code from ' || each, ' union all ') from unnest(partitions) as each)
    || ') as figured group by 1');
  -- What is part of one product follows each other, so that the first rank of the parts is that of the whole.
  perform keep_while_summing('ancestor', of_dataset, $sql$
    with recursive up (code, target, level, classification, parent_key) as (
      select p.key, p.key, p.level, p.classification, p.parent_key from product p join figured_product f on f.code = p.key
      union all
      select up.code, p.key, p.level, p.classification, p.parent_key from up join product p on p.key = up.parent_key
    )
    select up.code, up.target, up.level, up.classification, (min(f.rank) over (partition by up.target))::integer as rank
    from up join figured_product f on f.code = up.code
    $sql$);
  if (select count(distinct row(classification, level)) <> 1 or min(level) <= 2 from ancestor where code = target)
     or (select count(*) <> (select count(*) from figured_product) or count(distinct target) <> 1 from ancestor where level = 0)
     or greatest((select count(*) from figured_product), (select count(*) from partner_rank)) > 131071 then
    return null;
  end if;
  levels := array(select distinct level from ancestor order by level);
  perform keep_while_summing('lineage', of_dataset, format('select code, %s from ancestor group by code', (
    select string_agg(format('max(rank) filter (where level = %1$s) as r%1$s', level), ', ') from unnest(levels) as level)));
  perform keep_while_summing('sum_slot', of_dataset,
    'select rank * 16 + level as slot, level, target::text collate "C" as code, row_number() over (order by target collate "C") as place'
    ' from ancestor group by rank, level, target');
  return levels;
end $$;

-- A statement that sums figures by cell, and within each cell by each of the levels, of which the next is always part of the one before.
-- What a cell is has `slot_of_cell`. A figure without one of the levels has no slot there.
create or replace function sums_by_cell(partitions text[], levels smallint[], place text, slot_of_cell text, columns text,
                                        beside text) returns text language sql stable as $$
  with parts (slots, sets, ranks) as (
    select coalesce(string_agg(format('when grouping(r%1$s) = 0 then r%1$s * 16 + %1$s', level), ' ' order by level desc),
                    'when false then 0'),
           concat_ws(', ', '(cell)', string_agg(format('(cell, %s)', (
             select string_agg('r' || upper, ', ' order by upper) from unnest(levels) as upper where upper <= level)), ', ')),
           coalesce(string_agg(', l.r' || level, ''), '')
    from unnest(levels) as level
  )
  select string_agg(format($sql$
    select cell, case %2$s else %3$s end as slot, sum(f.amount) as amount, count(*) as figures%4$s
    from (
      select cell_of(f.frequency, f.period, %5$s, f.flow, f.valuation) as cell, f.amount, f.quality%6$s
      from %1$s f join lineage l on l.code = f.product_code%7$s
    ) as f group by grouping sets (%8$s)
    $sql$, each, slots, slot_of_cell, columns, place, ranks, beside, sets), ' union all ')
  from unnest(partitions) as each cross join parts
$$;

-- Makes the first sums of a dataset, of figures that share reporter, currency and source, and counts them. `levels` are those of
-- `rank_lineages`.
drop function if exists add_first_sums_of_one_level(smallint, bigint, text[], smallint[], shared_by_figures, text, text, text);
create or replace function add_first_sums_of_one_level(of_dataset smallint, by_release bigint, partitions text[], levels smallint[],
    shared shared_by_figures, added text, single text) returns void language plpgsql
set plan_cache_mode = force_custom_plan set enable_hashagg = off set enable_sort = on set min_parallel_table_scan_size = '1TB' as $$
declare
  upper smallint[] := array(select level from unnest(levels) as level where level between 1 and 2);
  lower smallint[] := array(select level from unnest(levels) as level where level > 2);
  of_figures smallint := levels[cardinality(levels)];
  qualities text := (
    select string_agg(format(', %s as %s', coalesce((shared.quality = letter)::text, format('bool_or(f.quality = %L)', letter)), name), '')
    from (values ('E'::"char", 'estimated'), ('C', 'reconciled'), ('R', 'reported')) as each (letter, name));
begin
  perform tell_step_of_load(2, 5);
  perform write_first_rollups_by_partner(of_dataset, by_release, format($sql$
    select frequency_of_cell(cell) as frequency, period_of_cell(cell) as period, p.code as partner_code, flow_of_cell(cell) as flow,
           s.code as product_code, valuation_of_cell(cell) collate "C" as valuation, amount,
           quality_of_sum(estimated, reconciled) as quality, figures::integer as parts, true as computed,
           (p.place::bigint << 17 | s.place) << 31 | time_of_cell(cell) as place
    from (%s) as f join sum_slot s on s.slot = f.slot join partner_rank p on p.place = place_of_cell(f.cell)
    $sql$, sums_by_cell(partitions, upper, 'p.place', '16', qualities, ' join partner_rank p on p.code = f.partner_code')), added, '');

  perform tell_step_of_load(4, 5);
  set local enable_hashagg = on;
  set local min_parallel_table_scan_size = '8MB';
  perform keep_while_summing('summed_over_partners', of_dataset, format($sql$
    select f.frequency, f.period, f.flow, f.product_code, f.valuation, sum(f.amount) as amount, bool_or(f.quality = 'E') as estimated,
           bool_or(f.quality = 'C') as reconciled, sum(f.parts) as parts, count(*) as figures, min(f.amount) as smallest,
           max(f.amount) as largest
    from trade_rollup_d%s f where%s
    group by f.frequency, f.period, f.flow, f.product_code, f.valuation
    $sql$, of_dataset, coalesce(nullif(single, ''), ' true')));
  set local enable_hashagg = off;
  -- A partition is for one worker.
  set local min_parallel_table_scan_size = '1TB';
  perform tell_step_of_load(5, 5);
  perform write_first_rollups_by_product(of_dataset, by_release, format($sql$
    select frequency_of_cell(cell) as frequency, period_of_cell(cell) as period, flow_of_cell(cell) as flow, s.code as product_code,
           valuation_of_cell(cell) collate "C" as valuation, amount,
           quality_over_partners(figures, reported and s.level = %1$s, estimated, reconciled) as quality,
           figures::integer as parts, figures::integer as figures, case when s.level = %1$s then smallest end as smallest,
           case when s.level = %1$s then largest end as largest, time_of_cell(cell) << 17 | s.place as place
    from (%2$s) as f join sum_slot s on s.slot = f.slot
    union all
    select frequency, period, flow, product_code, valuation, amount, quality_over_partners(figures, false, estimated, reconciled),
           parts::integer, figures::integer, smallest, largest, place_in_time(frequency, period, flow) << 17 | s.place
    from summed_over_partners join sum_slot s on s.code = product_code
    $sql$, of_figures, sums_by_cell(partitions, lower[2:], format('coalesce(l.r%s, l.r%s)', lower[1], of_figures),
      'place_of_cell(cell) * 16 + ' || lower[1],
      qualities || ', min(f.amount) as smallest, max(f.amount) as largest',
      coalesce(' where' || nullif(single, ''), ''))), added, '');
  -- Each figure is part of all goods.
  execute format($sql$
    create temp table tallied on commit drop as
    select f.frequency, f.period, f.partner_code, f.flow, f.reporter_code, f.currency, p.classification, p.level,
           %s::bigint as brought_by, sum(f.parts) as figures
    from trade_rollup_d%s f cross join (select classification, level from ancestor where code = target limit 1) as p
    where f.product_code = any(%L::text[]) and f.superseded_by is null
    group by 1, 2, 3, 4, 5, 6, 7, 8
    $sql$, by_release, of_dataset, array(select code from sum_slot where level = 0));
end $$;
