package io.lancang.trade.world;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * The world, in 1901 to 1904. Amounts are exports and imports, and their total after the sign of equality.
 *
 * <pre>
 *                  1901             1902              1903             1904
 * first dataset
 *   QMA       100 +  50 = 150   120 +  60 = 180                         - + 33
 *   QMB        30 +  10 =  40    45 +  15 =  60    50 + 30 =  80
 *   QMC        16 +   4 =  20    50 +  20 =  70
 *   QMD        25 +   -
 *   QMZ         3 +   2 =   5       2 +   1 =   3   beside its successors QME 3 + 1 = 4 and QMF 2 + 1 = 3
 *   QME                                           6 +  2 =   8
 *   QMG         5 +   -                           7 +  -
 *   QMH         0 +   0 =   0       4 +   1 =   5
 *   QMX       117 +  54 = 171   which the dataset has as one partner
 *   CHN                                             9 +  9 = 18   goods of its own that came back
 *   WORLD     500 + 300 = 800   600 + 400 = 1000  900 + 700 = 1600
 * second dataset
 *   QMA       900 + 800 = 1700                    200 + 40 = 240
 *   QMB      1000 + 1000 = 2000
 *   WORLD    5000 + 4000 = 9000                   800 + 400 = 1200
 * without precedence
 *   QMI                        40 +  10 =  50
 *   QMA                                                            21 + -
 * exports by chapter
 *   QMB in 1901: 20 of chapter 01 and 10 of 02 in the first dataset, 900 and 100 in the second
 *   QMC of chapter 01: 20 in 1901 in the first dataset, 30 in 1902 in the second
 *   of chapter 03 in the first dataset: QMA 40 and 50, QMB - and 25, QMC 60 and 90, QMD 10 and -
 * months in yuan
 *   QMJ in January to March: 10 + 10 each of 1901, 12 + 12 each of 1902; the imports of March 1902 are in another dataset
 *   QMH in January to March: 0 + 0 each of 1901, 1 + 1 each of 1902
 * trade of others with all, in 1901
 *   QMA       800 + 1000 without precedence, imports of 4000 in the second dataset
 *   QMB         - + 500 in the second dataset
 *   WORLD    8500 + 10300 without precedence
 * imports from China, as the others reported them
 *   QMA       105              130, and 999 in the second dataset
 *   QMD                         28
 * goods that went on to QMB in 1903: 6, of which QMB reported 5
 * quoted, all trade
 *   QMA                                                             70, and 60 which is preferred; 99 for a part of it
 *   QMX                                                            500
 *   WORLD                          2000                            600
 * bloc QMX     QMA, QMC         QMA, QMB, QMD      QMA, QMB         QMA, QMB
 * bloc QMW     QMA, QME, QMF    in every year
 * bloc QMV     QMB              in every year
 * bloc QMU     QMI              in every year
 * </pre>
 *
 * QMB joined on 1 July 1902, QMC left on 30 June 1902, and QMD was a member from the first to the last day of 1902. China is a
 * member too, and trades with itself alone. The imports of QMA in 1901 are an estimate. Some facts are there that a release put right, and
 * that nobody sees any more.
 */
final class SmallWorld {
    private static final String MAKE = """
            create table trade_flow_a_to_1999_d2 partition of trade_flow_a_to_1999 for values in (2);
            create table trade_flow_a_to_1999_d4 partition of trade_flow_a_to_1999 for values in (4);
            create table trade_rollup_d4 partition of trade_rollup for values in (4);
            create table trade_flow_m_to_2012_d1 partition of trade_flow_m_to_2012 for values in (1);
            create table trade_flow_m_to_2012_d14 partition of trade_flow_m_to_2012 for values in (14);
            create table trade_flow_m_to_2012_d15 partition of trade_flow_m_to_2012 for values in (15);
            insert into partner (code, kind, name_en) values
              ('QMA', 'COUNTRY', 'Alpha'), ('QMB', 'COUNTRY', 'Beta'), ('QMC', 'COUNTRY', 'Gamma'),
              ('QMD', 'COUNTRY', 'Delta'), ('QME', 'COUNTRY', 'Epsilon'), ('QMF', 'COUNTRY', 'Zeta'),
              ('QMG', 'COUNTRY', 'Eta'), ('QMH', 'COUNTRY', 'Theta'), ('QMI', 'COUNTRY', 'Iota'),
              ('QMJ', 'COUNTRY', 'Kappa'),
              ('QMX', 'AGGREGATE', 'Small world');
            insert into partner (code, kind, name_en, succeeded_by)
              values ('QMZ', 'HISTORICAL', 'Epsilon-Zeta', '{QME,QMF}');
            insert into bloc (code, name_en) values
              ('QMX', 'Small world'), ('QMW', 'Alpha and the successors'), ('QMV', 'Beta alone'), ('QMU', 'Iota alone');
            insert into membership
              (bloc_code, partner_code, starts, starts_precision, ends, role, verified, source_ids, release_id)
            select 'QMX', m.partner_code, m.starts::date, 'DAY', m.ends::date, 'member', true, '{}', 1 from (values
              ('CHN', '1900-01-01', null), ('QMA', '1900-01-01', null), ('QMB', '1902-07-01', null),
              ('QMC', '1900-01-01', '1902-06-30'), ('QMD', '1902-01-01', '1902-12-31')) m (partner_code, starts, ends);
            -- that QMC stayed to the end of the year was put right
            insert into membership
              (bloc_code, partner_code, starts, starts_precision, ends, role, verified, source_ids, release_id, superseded_by)
            values ('QMX', 'QMC', '1900-01-02', 'DAY', '1902-12-31', 'member', true, '{}', 1, 1);

            insert into membership
              (bloc_code, partner_code, starts, starts_precision, role, verified, source_ids, release_id)
            select 'QMW', code, '1900-01-01'::date, 'DAY', 'member', true, '{}'::text[], 1 from partner where code in ('QMA', 'QME', 'QMF')
            union all
            select 'QMV', 'QMB', '1900-01-01'::date, 'DAY', 'member', true, '{}'::text[], 1
            union all
            select 'QMU', 'QMI', '1900-01-01'::date, 'DAY', 'member', true, '{}'::text[], 1;

            insert into trade_flow (dataset_id, frequency, period, reporter_code, partner_code, flow, product_code, currency,
                                    amount, valuation, quality, source_id, release_id, superseded_by)
            select f.dataset_id, 'A', make_date(f.year, 1, 1), f.reporter, f.partner, f.flow::"char", f.product, f.currency,
                   f.amount, case f.flow when 'X' then 'FOB' else 'CIF' end, f.quality::"char",
                   case f.dataset_id when 4 then 'GACC_2024' else 'IMF_DOTS_2022' end, 1,
                   f.superseded_by
            from (values
              (1, 1901, 'CHN', 'QMA', 'X', 'TOTAL', 'USD', 100, 'R', null),
              (1, 1901, 'CHN', 'QMA', 'M', 'TOTAL', 'USD', 50, 'E', null),
              (1, 1901, 'CHN', 'QMB', 'X', 'TOTAL', 'USD', 30, 'R', null),
              (1, 1901, 'CHN', 'QMB', 'M', 'TOTAL', 'USD', 10, 'R', null),
              (1, 1901, 'CHN', 'QMC', 'X', 'TOTAL', 'USD', 16, 'R', null),
              (1, 1901, 'CHN', 'QMC', 'M', 'TOTAL', 'USD', 4, 'R', null),
              (1, 1901, 'CHN', 'QMD', 'X', 'TOTAL', 'USD', 25, 'R', null),
              (1, 1901, 'CHN', 'QMZ', 'X', 'TOTAL', 'USD', 3, 'R', null),
              (1, 1901, 'CHN', 'QMZ', 'M', 'TOTAL', 'USD', 2, 'R', null),
              (1, 1901, 'CHN', 'QMX', 'X', 'TOTAL', 'USD', 117, 'R', null),
              (1, 1901, 'CHN', 'QMX', 'M', 'TOTAL', 'USD', 54, 'R', null),
              (1, 1901, 'CHN', 'WORLD', 'X', 'TOTAL', 'USD', 500, 'R', null),
              (1, 1901, 'CHN', 'WORLD', 'M', 'TOTAL', 'USD', 300, 'R', null),
              (2, 1901, 'CHN', 'QMA', 'X', 'TOTAL', 'USD', 900, 'R', null),
              (2, 1901, 'CHN', 'QMA', 'M', 'TOTAL', 'USD', 800, 'R', null),
              (2, 1901, 'CHN', 'QMB', 'X', 'TOTAL', 'USD', 1000, 'R', null),
              (2, 1901, 'CHN', 'QMB', 'M', 'TOTAL', 'USD', 1000, 'R', null),
              (2, 1901, 'CHN', 'WORLD', 'X', 'TOTAL', 'USD', 5000, 'R', null),
              (2, 1901, 'CHN', 'WORLD', 'M', 'TOTAL', 'USD', 4000, 'R', null),
              (1, 1902, 'CHN', 'QMA', 'X', 'TOTAL', 'USD', 120, 'R', null),
              (1, 1902, 'CHN', 'QMA', 'M', 'TOTAL', 'USD', 60, 'R', null),
              (1, 1902, 'CHN', 'QMB', 'X', 'TOTAL', 'USD', 45, 'R', null),
              (1, 1902, 'CHN', 'QMB', 'M', 'TOTAL', 'USD', 15, 'R', null),
              (1, 1902, 'CHN', 'QMC', 'X', 'TOTAL', 'USD', 50, 'R', null),
              (1, 1902, 'CHN', 'QMC', 'M', 'TOTAL', 'USD', 20, 'R', null),
              (1, 1902, 'CHN', 'QMZ', 'X', 'TOTAL', 'USD', 2, 'R', null),
              (1, 1902, 'CHN', 'QMZ', 'M', 'TOTAL', 'USD', 1, 'R', null),
              (1, 1902, 'CHN', 'QME', 'X', 'TOTAL', 'USD', 3, 'R', null),
              (1, 1902, 'CHN', 'QME', 'M', 'TOTAL', 'USD', 1, 'R', null),
              (1, 1902, 'CHN', 'QMF', 'X', 'TOTAL', 'USD', 2, 'R', null),
              (1, 1902, 'CHN', 'QMF', 'M', 'TOTAL', 'USD', 1, 'R', null),
              (1, 1901, 'CHN', 'QMG', 'X', 'TOTAL', 'USD', 5, 'R', null),
              (1, 1903, 'CHN', 'QMG', 'X', 'TOTAL', 'USD', 7, 'R', null),
              (1, 1901, 'CHN', 'QMH', 'X', 'TOTAL', 'USD', 0, 'R', null),
              (1, 1901, 'CHN', 'QMH', 'M', 'TOTAL', 'USD', 0, 'R', null),
              (1, 1902, 'CHN', 'QMH', 'X', 'TOTAL', 'USD', 4, 'R', null),
              (1, 1902, 'CHN', 'QMH', 'M', 'TOTAL', 'USD', 1, 'R', null),
              (1, 1903, 'CHN', 'QME', 'X', 'TOTAL', 'USD', 6, 'R', null),
              (1, 1903, 'CHN', 'QME', 'M', 'TOTAL', 'USD', 2, 'R', null),
              (1, 1902, 'CHN', 'WORLD', 'X', 'TOTAL', 'USD', 600, 'R', null),
              (1, 1902, 'CHN', 'WORLD', 'M', 'TOTAL', 'USD', 400, 'R', null),
              (1, 1903, 'CHN', 'QMB', 'X', 'TOTAL', 'USD', 50, 'R', null),
              (1, 1903, 'CHN', 'QMB', 'M', 'TOTAL', 'USD', 30, 'R', null),
              (1, 1903, 'CHN', 'CHN', 'X', 'TOTAL', 'USD', 9, 'R', null),
              (1, 1903, 'CHN', 'CHN', 'M', 'TOTAL', 'USD', 9, 'R', null),
              (1, 1903, 'CHN', 'QMB', 'x', 'TOTAL', 'USD', 6, 'R', null),
              (1, 1903, 'QMB', 'CHN', 'm', 'TOTAL', 'USD', 5, 'R', null),
              (1, 1903, 'CHN', 'WORLD', 'X', 'TOTAL', 'USD', 900, 'R', null),
              (1, 1903, 'CHN', 'WORLD', 'M', 'TOTAL', 'USD', 700, 'R', null),
              (2, 1903, 'CHN', 'QMA', 'X', 'TOTAL', 'USD', 200, 'R', null),
              (2, 1903, 'CHN', 'QMA', 'M', 'TOTAL', 'USD', 40, 'R', null),
              (2, 1903, 'CHN', 'WORLD', 'X', 'TOTAL', 'USD', 800, 'R', null),
              (2, 1903, 'CHN', 'WORLD', 'M', 'TOTAL', 'USD', 400, 'R', null),
              (4, 1902, 'CHN', 'QMI', 'X', 'TOTAL', 'USD', 40, 'R', null),
              (4, 1902, 'CHN', 'QMI', 'M', 'TOTAL', 'USD', 10, 'R', null),
              (1, 1904, 'CHN', 'QMA', 'M', 'TOTAL', 'USD', 33, 'R', null),
              (4, 1904, 'CHN', 'QMA', 'X', 'TOTAL', 'USD', 21, 'R', null),
              -- the first dataset's own amounts in yuan: both flows of 1902, one of 1901, and of QMH what is no whole dollar; of 1904
              -- another flow in the one without precedence
              (1, 1904, 'CHN', 'QMA', 'M', 'TOTAL', 'CNY', 297, 'R', null),
              (4, 1904, 'CHN', 'QMA', 'X', 'TOTAL', 'CNY', 210, 'R', null),
              (1, 1901, 'CHN', 'QMH', 'X', 'TOTAL', 'CNY', 3, 'R', null),
              (1, 1901, 'CHN', 'QMH', 'M', 'TOTAL', 'CNY', 2, 'R', null),
              (1, 1901, 'CHN', 'QMA', 'X', 'TOTAL', 'CNY', 830, 'R', null),
              (1, 1901, 'CHN', 'QMD', 'X', 'TOTAL', 'CNY', 205, 'R', null),
              (1, 1902, 'CHN', 'QMA', 'X', 'TOTAL', 'CNY', 996, 'R', null),
              (1, 1902, 'CHN', 'QMA', 'M', 'TOTAL', 'CNY', 498, 'R', null),
              (1, 1901, 'CHN', 'QMB', 'X', 'TOTAL', 'CNY', 249, 'R', null),
              (1, 1901, 'CHN', 'QMB', 'M', 'TOTAL', 'CNY', 83, 'R', null),
              -- and what is no part of them: of another dataset, another reporter, one kind of goods, and what a release put right
              (2, 1902, 'CHN', 'QMA', 'X', 'TOTAL', 'CNY', 5555, 'R', null),
              (1, 1902, 'KOR', 'QMA', 'X', 'TOTAL', 'CNY', 6666, 'R', null),
              (1, 1902, 'CHN', 'QMA', 'X', 'H6:01', 'CNY', 2222, 'R', null),
              (1, 1902, 'CHN', 'QMA', 'X', 'TOTAL', 'CNY', 1111, 'R', 1),
              -- what no series of China's is about: another reporter, one kind of goods, and what a release put right
              (1, 1902, 'KOR', 'QMA', 'X', 'TOTAL', 'USD', 7777, 'R', null),
              -- trade of others, and of the world, with all
              (4, 1901, 'QMA', 'WORLD', 'X', 'TOTAL', 'USD', 800, 'R', null),
              (4, 1901, 'QMA', 'WORLD', 'M', 'TOTAL', 'USD', 1000, 'R', null),
              (2, 1901, 'QMA', 'WORLD', 'M', 'TOTAL', 'USD', 4000, 'R', null),
              (2, 1901, 'QMB', 'WORLD', 'M', 'TOTAL', 'USD', 500, 'D', null),
              (4, 1901, 'WORLD', 'WORLD', 'X', 'TOTAL', 'USD', 8500, 'R', null),
              (4, 1901, 'WORLD', 'WORLD', 'M', 'TOTAL', 'USD', 10300, 'R', null),
              -- what the others reported of China
              (1, 1901, 'QMA', 'CHN', 'M', 'TOTAL', 'USD', 105, 'R', null),
              (1, 1902, 'QMA', 'CHN', 'M', 'TOTAL', 'USD', 130, 'R', null),
              (2, 1902, 'QMA', 'CHN', 'M', 'TOTAL', 'USD', 999, 'R', null),
              (1, 1902, 'QMD', 'CHN', 'M', 'TOTAL', 'USD', 28, 'R', null),
              (1, 1902, 'CHN', 'QMA', 'X', 'HS2022/01', 'USD', 3333, 'R', null),
              (1, 1901, 'CHN', 'QMB', 'X', 'H6:01', 'USD', 20, 'R', null),
              (1, 1901, 'CHN', 'QMB', 'X', 'H6:02', 'USD', 10, 'R', null),
              (2, 1901, 'CHN', 'QMB', 'X', 'H6:01', 'USD', 900, 'R', null),
              (2, 1901, 'CHN', 'QMB', 'X', 'H6:02', 'USD', 100, 'R', null),
              (1, 1901, 'CHN', 'QMC', 'X', 'H6:01', 'USD', 20, 'R', null),
              (2, 1902, 'CHN', 'QMC', 'X', 'H6:01', 'USD', 30, 'R', null),
              (1, 1901, 'CHN', 'QMA', 'X', 'H6:03', 'USD', 40, 'R', null),
              (1, 1901, 'CHN', 'QMC', 'X', 'H6:03', 'USD', 60, 'R', null),
              (1, 1901, 'CHN', 'QMD', 'X', 'H6:03', 'USD', 10, 'R', null),
              (1, 1902, 'CHN', 'QMA', 'X', 'H6:03', 'USD', 50, 'R', null),
              (1, 1902, 'CHN', 'QMB', 'X', 'H6:03', 'USD', 25, 'R', null),
              (1, 1902, 'CHN', 'QMC', 'X', 'H6:03', 'USD', 90, 'R', null),
              (1, 1902, 'CHN', 'QMA', 'X', 'TOTAL', 'USD', 111, 'R', 1),
              (1, 1902, 'CHN', 'QMD', 'X', 'TOTAL', 'USD', 27, 'R', 1),
              (1, 1902, 'QMB', 'CHN', 'M', 'TOTAL', 'USD', 50, 'R', 1),
              (1, 1903, 'QMB', 'CHN', 'M', 'TOTAL', 'USD', 52, 'R', 1)
            ) f (dataset_id, year, reporter, partner, flow, product, currency, amount, quality, superseded_by);

            insert into trade_flow (dataset_id, frequency, period, reporter_code, partner_code, flow, product_code, currency,
                                    amount, valuation, quality, source_id, release_id)
            select f.dataset_id, 'M', f.period::date, 'CHN', f.partner, f.flow::"char", 'TOTAL', 'CNY', f.amount,
                   case f.flow when 'X' then 'FOB' else 'CIF' end, 'R', 'GACC_2024', 1
            from (values
              (14, 'QMA', '1901-01-01', 'X', 10), (14, 'QMA', '1901-01-01', 'M', 5),
              (14, 'QMA', '1901-02-01', 'X', 8), (14, 'QMA', '1901-02-01', 'M', 4),
              (14, 'QMA', '1902-01-01', 'X', 12), (14, 'QMA', '1902-01-01', 'M', 6),
              (14, 'QMA', '1902-02-01', 'X', 24), (14, 'QMA', '1902-02-01', 'M', 12),
              (15, 'QMA', '1902-02-01', 'X', 400), (15, 'QMA', '1902-02-01', 'M', 500),
              -- no March, so that April has no sum from January on
              (14, 'QMA', '1902-04-01', 'X', 20), (14, 'QMA', '1902-04-01', 'M', 10),
              (14, 'QMH', '1901-01-01', 'X', 0), (14, 'QMH', '1901-01-01', 'M', 0),
              (14, 'QMH', '1901-02-01', 'X', 0), (14, 'QMH', '1901-02-01', 'M', 0),
              (14, 'QMH', '1901-03-01', 'X', 0), (14, 'QMH', '1901-03-01', 'M', 0),
              (14, 'QMH', '1902-01-01', 'X', 1), (14, 'QMH', '1902-01-01', 'M', 1),
              (14, 'QMH', '1902-02-01', 'X', 1), (14, 'QMH', '1902-02-01', 'M', 1),
              (14, 'QMH', '1902-03-01', 'X', 1), (14, 'QMH', '1902-03-01', 'M', 1),
              (14, 'QMJ', '1901-01-01', 'X', 10), (14, 'QMJ', '1901-01-01', 'M', 10),
              (14, 'QMJ', '1901-02-01', 'X', 10), (14, 'QMJ', '1901-02-01', 'M', 10),
              (14, 'QMJ', '1901-03-01', 'X', 10), (14, 'QMJ', '1901-03-01', 'M', 10),
              (14, 'QMJ', '1902-01-01', 'X', 12), (14, 'QMJ', '1902-01-01', 'M', 12),
              (14, 'QMJ', '1902-02-01', 'X', 12), (14, 'QMJ', '1902-02-01', 'M', 12),
              (14, 'QMJ', '1902-03-01', 'X', 12), (15, 'QMJ', '1902-03-01', 'M', 12)
            ) f (dataset_id, partner, period, flow, amount);

            -- as a load would sum them
            insert into trade_rollup (dataset_id, frequency, period, reporter_code, partner_code, flow, product_code, currency,
                                      valuation, amount, quality, source_ids, parts, computed, release_id)
            select dataset_id, frequency, period, reporter_code, partner_code, flow, product_code, currency, valuation, amount,
                   quality, array[source_id], 1, false, release_id
            from trade_flow
            where frequency = 'A' and period < '1910-01-01' and product_code in ('TOTAL', 'H6:01', 'H6:02', 'H6:03')
              and superseded_by is null;
            insert into trade_flow_tally (dataset_id, frequency, period, reporter_code, partner_code, flow, currency,
                                          classification, level, brought_by, figures, release_id)
            select f.dataset_id, f.frequency, f.period, f.reporter_code, f.partner_code, f.flow, f.currency, p.classification,
                   p.level, f.release_id, 1, f.release_id
            from trade_flow f join product p on p.key = f.product_code
            where f.frequency = 'A' and f.period < '1910-01-01' and f.product_code = 'TOTAL' and f.superseded_by is null;

            insert into trade_headline
              (year, partner_code, flow, currency, source_id, flag, amount, whole_year, preference, release_id)
            values
              (1902, 'WORLD', 'T', 'USD', 'GACC_2024', 'first', 2000, true, 1, 1),
              (1904, 'QMA', 'T', 'USD', 'IMF_DOTS_2022', 'later', 70, true, 2, 1),
              (1904, 'QMA', 'T', 'USD', 'IMF_DOTS_2023', 'first', 60, true, 1, 1),
              (1904, 'QMA', 'T', 'USD', 'GACC_2024', 'part', 99, false, 0, 1),
              (1904, 'QMX', 'T', 'USD', 'GACC_2024', 'first', 500, true, 1, 1),
              (1904, 'WORLD', 'T', 'USD', 'GACC_2024', 'first', 600, true, 1, 1);
            insert into exchange_rate (frequency, period, cny_per_usd, source_id, release_id, superseded_by)
              values ('A', '1901-01-01', 8, 'FED_H10', 1, null), ('M', '1901-01-01', 6, 'FED_H10', 1, null), ('A', '1901-01-01', 5, 'FED_H10', 2, 2),
                     ('A', '1902-01-01', 4, 'FED_H10', 2, 2), ('A', '1902-01-01', 9, 'FED_H10', 1, null);
            insert into indicator (partner_code, year, gdp_usd, population, release_id, superseded_by)
              values ('QMA', 1902, 1800, 90, 1, null), ('QMB', 1902, null, 10, 1, null), ('QMC', 1901, 500, 5, 1, null),
                     ('QMA', 1901, 1000, 80, 1, null), ('QMA', 1902, 1500, 70, 2, 2);
            """;

    private static final String FORGET = """
            delete from indicator where partner_code like 'QM_';
            delete from exchange_rate where period < '1910-01-01';
            delete from trade_headline where year < 1910;
            delete from trade_flow_tally where period < '1910-01-01';
            delete from trade_rollup where period < '1910-01-01';
            delete from trade_product_rollup where period < '1910-01-01';
            delete from trade_flow where period < '1910-01-01';
            drop table if exists trade_flow_a_to_1999_d2, trade_flow_a_to_1999_d4, trade_flow_m_to_2012_d1, trade_flow_m_to_2012_d14,
              trade_flow_m_to_2012_d15, trade_rollup_d4;
            delete from membership where bloc_code in ('QMX', 'QMW', 'QMV', 'QMU');
            delete from bloc where code in ('QMX', 'QMW', 'QMV', 'QMU');
            delete from partner where code like 'QM_';
            """;

    private SmallWorld() {}

    /** Puts it beside the packaged data. */
    static void make(DataSource database) throws SQLException {
        forget(database);
        execute(database, MAKE);
    }

    /** Takes it away. */
    static void forget(DataSource database) throws SQLException {
        execute(database, FORGET);
    }

    static void execute(DataSource database, String statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }
}
