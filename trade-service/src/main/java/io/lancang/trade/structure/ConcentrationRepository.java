package io.lancang.trade.structure;

import io.lancang.kit.batch.Batches;
import io.lancang.trade.figure.Gap;
import io.lancang.trade.figure.GapReason;
import io.lancang.trade.flow.Period;
import io.lancang.trade.flow.Subject;
import io.lancang.trade.flow.SubjectSql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Computes how concentrated trade is, in the database. */
@Singleton
class ConcentrationRepository {
    private static final String BY_PARTNER = ShareSql.SHARES + """
            select key, extract(year from period)::int as year, count(*)::int as count,
                   sum(share * share)::float8 as index
            from share group by key, period
            """;

    private final Pool pool;

    ConcentrationRepository(Pool pool) {
        this.pool = pool;
    }

    private record Place(String subject, int year) {}

    /** The concentration of each key, undefined with a reason where it is. */
    Uni<Map<ConcentrationKey, Concentration>> concentrations(List<ConcentrationKey> keys) {
        return Batches.byArguments(keys, ConcentrationKey::arguments, this::concentrations);
    }

    private Uni<Map<ConcentrationKey, Concentration>> concentrations(
            ConcentrationKey.Arguments arguments, List<ConcentrationKey> keys) {
        List<Subject> subjects =
                keys.stream().map(ConcentrationKey::subject).distinct().toList();
        List<Period> periods =
                keys.stream().map(key -> Period.ofYear(key.year())).distinct().toList();
        return pool.preparedQuery(
                        SubjectSql.statement(BY_PARTNER, arguments.terms().vantage()))
                .execute(SubjectSql.parameters(subjects, periods, arguments.terms())
                        .addArrayOfString(FlowCodes.of(arguments.flow())))
                .map(rows -> {
                    Map<Place, Row> found = new HashMap<>();
                    rows.forEach(row -> found.put(new Place(row.getString("key"), row.getInteger("year")), row));
                    Map<ConcentrationKey, Concentration> concentrations = new HashMap<>();
                    for (ConcentrationKey key : keys) {
                        Row row = found.get(new Place(key.subject().key(), key.year()));
                        concentrations.put(key, concentrationOf(key, row));
                    }
                    return concentrations;
                });
    }

    private static Concentration concentrationOf(ConcentrationKey key, @Nullable Row row) {
        Double index = row == null ? null : row.getDouble("index");
        if (row == null || index == null) {
            return Concentration.undefined(
                    key,
                    Gap.of(
                            GapReason.NOT_COVERED,
                            "No partner has a figure of " + key.year() + " for " + key.flow() + "."));
        }
        return Concentration.of(key, index, row.getInteger("count"));
    }
}
