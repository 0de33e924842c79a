package io.lancang.trade.sdmx.series;

import io.lancang.trade.figure.Flow;
import io.lancang.trade.figure.Quality;
import io.lancang.trade.period.Frequency;
import io.lancang.trade.period.Period;
import io.lancang.trade.sdmx.data.DataQuery;
import io.lancang.trade.sdmx.structure.Codes;
import io.lancang.trade.sdmx.structure.Component;
import io.lancang.trade.series.Observation;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes series of the rows of {@link ProductSql#reading}, which come series by series. For one answer. */
final class SeriesGatherer {
    private static final int PERIOD = 7;

    private final DataQuery query;
    private final Codes codes;
    private final List<Observation> observations = new ArrayList<>();
    private @Nullable Place place;

    SeriesGatherer(DataQuery query, Codes codes) {
        this.query = query;
        this.codes = codes;
    }

    /** What the rows of a series have in common. */
    private record Place(
            String product,
            String reporter,
            String partner,
            String frequency,
            String flow,
            String currency,
            int dataset) {
        static Place of(Row row) {
            return new Place(
                    row.getString(0),
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getInteger(6));
        }
    }

    /** Takes the next row; gives the series that ended before it, if that is asked for. */
    List<Series> take(Row row) {
        Place next = Place.of(row);
        List<Series> ended = next.equals(place) ? List.of() : end();
        place = next;
        Period period = Period.of(Frequency.ofCode(next.frequency()), row.getLocalDate(PERIOD));
        if (query.selection().takes(period)) {
            observations.add(new Observation(
                    period,
                    row.getString(PERIOD + 2),
                    row.getBigDecimal(PERIOD + 1),
                    Quality.ofCode(row.getString(PERIOD + 3)),
                    null,
                    List.of(row.getString(PERIOD + 4))));
        }
        return ended;
    }

    /** The series whose rows came last, if that is asked for. */
    List<Series> end() {
        if (place == null || observations.isEmpty()) {
            return List.of();
        }
        List<Observation> asked = List.copyOf(query.cut(observations));
        observations.clear();
        Map<Component, String> key = key(place);
        return query.selection().takes(key) ? List.of(new Series(key, asked)) : List.of();
    }

    private Map<Component, String> key(Place of) {
        Map<Component, String> key = new LinkedHashMap<>();
        key.put(Component.FREQ, of.frequency());
        key.put(Component.REF_AREA, area(of.reporter()));
        key.put(Component.COUNTERPART_AREA, area(of.partner()));
        key.put(Component.PRODUCT, of.product().substring(of.product().indexOf(':') + 1));
        key.put(Component.INDICATOR, ProductSql.indicator(Flow.ofCode(of.flow())));
        key.put(Component.UNIT_MEASURE, of.currency());
        key.put(Component.DATASET, codes.dataset(of.dataset()));
        return key;
    }

    private String area(String partner) {
        return Objects.requireNonNull(codes.areas().ofPartner(partner), "figures are of partners");
    }
}
