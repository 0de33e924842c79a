-- How many figures are of at least an amount is known without reading them: figures over every country and former state are counted by
-- classes of amounts, each from a round number up to the next. Classes are half to one percent wide: 1, 2, 3 ... 100, 101 ... 200, 202 ...
-- 500, 505 ... 1000, 1010 and so on up to 10^15, which is the last. A question reads the figures of one class at most, and none where its
-- bound is one of these numbers. The service rounds bounds up by the same rule (`AmountClass`).
-- Loads wait meanwhile, so that none brings figures that are not counted.
lock table trade_flow in share row exclusive mode;
create table trade_amount_class (
  class  smallint not null primary key,
  least  bigint   not null unique
);
insert into trade_amount_class
select row_number() over (order by least), least
from (
  select generate_series(1, 99)::bigint as least
  union all
  select m * (10::numeric ^ e)::bigint from generate_series(100, 995) as m cross join generate_series(0, 12) as e
  where case when m < 200 then true when m < 500 then m % 2 = 0 else m % 5 = 0 end
  union all
  select 1000000000000000
) as mark;

-- Figures of the present by class: `up_to` counts those of a class and of all below it. Amounts below 1 are of the class 0. The past
-- is counted by reading it.
create table trade_amount_tally (
  dataset_id      smallint not null,
  frequency       "char"   not null,
  period          date     not null,
  reporter_code   text collate "C" not null,
  flow            "char"   not null,
  currency        text collate "C" not null,
  classification  text collate "C" not null,
  level           smallint not null,
  classes         smallint[] not null,
  up_to           integer[]  not null,
  primary key (frequency, reporter_code, period, flow, dataset_id, currency, classification, level)
);
-- A question takes one number of each: what is not packed is not unpacked for that.
alter table trade_amount_tally alter column classes set storage external, alter column up_to set storage external;
insert into trade_amount_tally
select dataset_id, frequency, period, reporter_code, flow, currency, classification, level,
       array_agg(class order by class), array_agg(up_to order by class)
from (
  select dataset_id, frequency, period, reporter_code, flow, currency, classification, level, class::smallint as class,
         (sum(figures) over (partition by dataset_id, frequency, period, reporter_code, flow, currency, classification, level
                             order by class))::integer as up_to
  from (
    select f.dataset_id, f.frequency, f.period, f.reporter_code, f.flow, f.currency, p.classification, p.level,
           width_bucket(least(floor(f.amount), 1000000000000000)::bigint,
                        array(select least from trade_amount_class order by class)) as class, count(*) as figures
    from trade_flow f join product p on p.key = f.product_code
    where f.superseded_by is null and f.partner_code not in (select code from partner where kind = 'AGGREGATE')
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9
  ) as counted
) as summed
group by 1, 2, 3, 4, 5, 6, 7, 8;
analyze trade_amount_class, trade_amount_tally;
