package io.lancang.trade.intensity;

import io.lancang.kit.history.Vantage;
import io.lancang.trade.catalogue.DatasetsSeen;
import io.lancang.trade.figure.Flow;
import io.lancang.trade.figure.Gap;
import io.lancang.trade.figure.GapReason;
import io.lancang.trade.figure.Quality;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what intensities are made of: one statement for all partners. Trade with the partner and with all are of one dataset. Totals of
 * the world, the partner and the reporter come from the dataset that has the world's, where it has them.
 */
@Singleton
class IntensityRepository {
    private static final String WORLD = "WORLD";
    private static final String TOTALS = """
            with figure as (
              select f.dataset_id, f.reporter_code, f.partner_code, f.flow, f.amount, f.quality
              from trade_flow f
              where f.product_code = 'TOTAL' and f.frequency = 'A' and f.period = make_date($3::int, 1, 1)
                and f.currency = 'USD' and {sees}
                and (f.reporter_code = $2 and f.flow = $4::text::"char" and f.partner_code = any($1::text[] || 'WORLD'::text)
                     or f.reporter_code = any($1::text[] || array['WORLD', $2]) and f.flow = $5::text::"char"
                        and f.partner_code = 'WORLD')
            ), pair as (
              select distinct on (f.partner_code) f.partner_code as code, 'with' as what, f.dataset_id, f.amount, f.quality,
                     w.amount as whole, w.quality as whole_quality
              from figure f
              join figure w on w.dataset_id = f.dataset_id and w.partner_code = 'WORLD' and w.reporter_code = $2
                           and w.flow = f.flow
              join {datasets} d on d.id = f.dataset_id and {dataset counts}
              where f.reporter_code = $2 and f.partner_code <> 'WORLD'
              order by f.partner_code, {dataset order}
            ), world as (
              select f.dataset_id from figure f join {datasets} d on d.id = f.dataset_id
              where f.reporter_code = 'WORLD' order by {dataset order} limit 1
            ), total as (
              select distinct on (f.reporter_code) f.reporter_code as code, 'of' as what, f.dataset_id, f.amount, f.quality
              from figure f
              join {datasets} d on d.id = f.dataset_id
              left join world w on w.dataset_id = f.dataset_id
              where f.partner_code = 'WORLD' and f.flow = $5::text::"char"
                and (w.dataset_id is not null or f.reporter_code <> $2 or {dataset counts})
              order by f.reporter_code, w.dataset_id is null, {dataset order}
            )
            select code, what, dataset_id::int as dataset_id, amount, quality::text as quality, whole,
                   whole_quality::text as whole_quality from pair
            union all
            select code, what, dataset_id::int, amount, quality::text, null, null from total
            """;

    private final Pool pool;

    IntensityRepository(Pool pool) {
        this.pool = pool;
    }

    /** A total, or trade with a partner. */
    private record Figure(BigDecimal amount, Quality quality, int dataset) {}

    /** Trade with a partner, beside that with all. */
    private record Pair(Figure with, Figure whole) {}

    /** What was found: pairs by partner, totals of the other flow by reporter. */
    private record Found(Map<String, Pair> pairs, Map<String, Figure> totals) {}

    /** The intensity with each partner, undefined with a reason where it is. */
    Uni<Map<IntensityKey, TradeIntensity>> intensities(
            IntensityKey.Arguments arguments, List<IntensityKey> keys, Vantage vantage) {
        String sql = DatasetsSeen.in(TOTALS, vantage, "$2").replace("{sees}", vantage.sees("f"));
        Tuple parameters = Tuple.tuple()
                .addArrayOfString(keys.stream().map(IntensityKey::partner).toArray(String[]::new))
                .addString(arguments.reporter())
                .addInteger(arguments.year())
                .addString(arguments.flow().code())
                .addString(arguments.opposite().code());
        return pool.preparedQuery(sql)
                .execute(parameters)
                .map(IntensityRepository::found)
                .map(found -> {
                    Map<IntensityKey, TradeIntensity> intensities = new HashMap<>();
                    keys.forEach(key -> intensities.put(key, intensityOf(key, found)));
                    return intensities;
                });
    }

    private static Found found(RowSet<Row> rows) {
        Found found = new Found(new HashMap<>(), new HashMap<>());
        for (Row row : rows) {
            Figure figure = figureOf(row, "amount", "quality");
            if (row.getString("what").equals("with")) {
                found.pairs().put(row.getString("code"), new Pair(figure, figureOf(row, "whole", "whole_quality")));
            } else {
                found.totals().put(row.getString("code"), figure);
            }
        }
        return found;
    }

    private static Figure figureOf(Row row, String amount, String quality) {
        return new Figure(
                row.getBigDecimal(amount), Quality.ofCode(row.getString(quality)), row.getInteger("dataset_id"));
    }

    private static TradeIntensity intensityOf(IntensityKey key, Found found) {
        String reporter = key.arguments().reporter();
        if (key.partner().equals(reporter) || key.partner().equals(WORLD) || reporter.equals(WORLD)) {
            return TradeIntensity.undefined(
                    key,
                    Gap.of(
                            GapReason.NOT_COVERED,
                            "An intensity is of one economy's trade with another, not of " + reporter + "'s with "
                                    + key.partner() + "."));
        }
        Pair pair = found.pairs().get(key.partner());
        Figure partner = found.totals().get(key.partner());
        Figure own = found.totals().get(reporter);
        Figure world = found.totals().get(WORLD);
        if (pair == null || partner == null || own == null || world == null) {
            return TradeIntensity.undefined(key, missing(key, pair, partner, own, world));
        }
        BigDecimal others = world.amount().subtract(own.amount());
        if (pair.whole().amount().signum() == 0 || partner.amount().signum() == 0 || others.signum() <= 0) {
            return TradeIntensity.undefined(
                    key,
                    Gap.of(
                            GapReason.ZERO_BASE,
                            "The trade of " + reporter + ", of " + key.partner() + " or of the world without "
                                    + reporter + " in " + key.arguments().year() + " is not above zero."));
        }
        List<Figure> figures = List.of(pair.with(), pair.whole(), partner, own, world);
        return TradeIntensity.of(
                key,
                percent(pair.with().amount(), pair.whole().amount()),
                percent(partner.amount(), others),
                figures.stream().map(Figure::quality).reduce(Quality.REPORTED, Quality::orWeaker),
                figures.stream().map(Figure::dataset).distinct().toList());
    }

    private static double percent(BigDecimal part, BigDecimal whole) {
        return 100 * part.doubleValue() / whole.doubleValue();
    }

    private static Gap missing(
            IntensityKey key,
            @Nullable Pair pair,
            @Nullable Figure partner,
            @Nullable Figure own,
            @Nullable Figure world) {
        IntensityKey.Arguments arguments = key.arguments();
        String other = words(arguments.opposite());
        List<String> lacking = new ArrayList<>();
        if (pair == null) {
            lacking.add(words(arguments.flow()) + " of " + arguments.reporter() + " with " + key.partner()
                    + ", in one dataset with those with WORLD");
        }
        Stream.of(key.partner(), arguments.reporter(), WORLD)
                .filter(code -> (code.equals(WORLD) ? world : code.equals(key.partner()) ? partner : own) == null)
                .forEach(code -> lacking.add(other + " of " + code + " with WORLD"));
        return Gap.of(
                GapReason.NOT_COVERED,
                "No dataset has for " + arguments.year() + " in US dollars: " + String.join("; ", lacking)
                        + ". A steward loads them as rows of these reporters.");
    }

    private static String words(Flow flow) {
        return flow == Flow.EXPORTS ? "exports" : "imports";
    }
}
