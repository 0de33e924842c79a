package io.lancang.trade.structure;

import io.lancang.kit.batch.Batches;
import io.lancang.trade.flow.Subject;
import io.lancang.trade.flow.SubjectSql;
import io.lancang.trade.flow.Terms;
import io.lancang.trade.flow.TradePoint;
import io.lancang.trade.period.Period;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads rows about the subjects and periods of points: one statement for all points with the same terms.
 *
 * @param sql what follows the tables of {@link SubjectSql}; gives {@code key} and {@code period} and may use $9, the
 *     months of a period
 */
record PointRowsRepository(Pool pool, String sql) {
    /** The rows of each point, in the order of the statement; none for a point without any. */
    Uni<Map<TradePoint, List<Row>>> rows(List<TradePoint> points) {
        return Batches.byArguments(points, TradePoint::terms, this::rows);
    }

    private Uni<Map<TradePoint, List<Row>>> rows(Terms terms, List<TradePoint> points) {
        List<Subject> subjects =
                points.stream().map(TradePoint::subject).distinct().toList();
        Set<Period> periods = new TreeSet<>();
        for (TradePoint point : points) {
            periods.add(point.period());
        }
        Tuple parameters = SubjectSql.parameters(subjects, periods, terms)
                .addInteger(terms.frequency().months());
        return pool.preparedQuery(SubjectSql.statement(sql, terms.vantage()))
                .execute(parameters)
                .map(rows -> {
                    Map<String, Map<LocalDate, List<Row>>> found = new HashMap<>();
                    for (Row row : rows) {
                        found.computeIfAbsent(row.getString("key"), key -> new HashMap<>())
                                .computeIfAbsent(row.getLocalDate("period"), period -> new ArrayList<>())
                                .add(row);
                    }
                    Map<TradePoint, List<Row>> byPoint = new HashMap<>();
                    points.forEach(point -> byPoint.put(
                            point,
                            found.getOrDefault(point.subject().key(), Map.of())
                                    .getOrDefault(point.period().key(), List.of())));
                    return byPoint;
                });
    }
}
