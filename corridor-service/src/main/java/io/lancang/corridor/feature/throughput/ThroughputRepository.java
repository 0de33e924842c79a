package io.lancang.corridor.feature.throughput;

import io.lancang.corridor.ground.fact.Basis;
import io.lancang.corridor.ground.fact.ThroughputMetric;
import io.lancang.corridor.ground.history.FactRepository;
import io.lancang.corridor.ground.partner.Partner;
import io.lancang.kit.batch.Batches;
import io.lancang.kit.history.Vantage;
import io.lancang.kit.scalar.Decimal;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Reads throughput. One statement for all subjects of a kind on a level of the request. */
@Singleton
public class ThroughputRepository {
    private static final String COLUMNS = "t.id, t.metric, t.period_start, t.period_end, t.value, t.unit, t.basis,"
            + " t.note, t.countries from current_throughput t ";
    private static final String ORDER = " order by 1, t.metric, t.period_start, t.period_end, t.basis";
    private static final String BY_CORRIDORS =
            "select t.corridor as subject, " + COLUMNS + "where t.corridor = any($1)" + ORDER;
    private static final String BY_LOCATIONS =
            "select t.location as subject, " + COLUMNS + "where t.location = any($1)" + ORDER;
    private static final String BY_PARTNERS = "select p.country as subject, " + COLUMNS
            + "join current_throughput_country p on p.throughput = t.id where p.country = any($1)" + ORDER;

    private static final String BY_ID = "select " + COLUMNS + "where t.id = $1";

    private final FactRepository facts;

    ThroughputRepository(FactRepository facts) {
        this.facts = facts;
    }

    /** What a figure is about, and the statement that reads the figures of many. */
    enum Subject {
        CORRIDOR(BY_CORRIDORS),
        LOCATION(BY_LOCATIONS);

        private final String sql;

        Subject(String sql) {
            this.sql = sql;
        }
    }

    private record SubjectId(String id, Vantage seen) {}

    /** The figure with this id, which must exist. */
    public Uni<Throughput> byId(String id) {
        return facts.rows(BY_ID, Tuple.of(id), Vantage.PRESENT)
                .map(rows -> throughput(rows.iterator().next(), Vantage.PRESENT));
    }

    /** All figures of one subject, ordered by metric and period; to be called from a resolver. */
    Uni<List<Throughput>> of(Subject subject, String id, Vantage seen) {
        return Batches.load(
                "throughput of " + subject,
                new SubjectId(id, seen),
                keys -> Batches.byArguments(keys, SubjectId::seen, (from, some) -> read(subject, from, some)));
    }

    /** All figures of groups of countries that these are in, by country, as they are seen from a vantage. */
    Uni<Map<String, List<Throughput>>> ofPartners(Collection<String> partners, Vantage seen) {
        return facts.lists(BY_PARTNERS, partners, "subject", seen, ThroughputRepository::throughput);
    }

    private Uni<Map<SubjectId, List<Throughput>>> read(Subject subject, Vantage seen, List<SubjectId> subjects) {
        List<String> ids = subjects.stream().map(SubjectId::id).toList();
        return facts.lists(subject.sql, ids, "subject", seen, ThroughputRepository::throughput)
                .map(found -> Batches.lists(subjects, SubjectId::id, found));
    }

    static Throughput throughput(Row row, Vantage seen) {
        return new Throughput(
                row.getString("id"),
                ThroughputMetric.valueOf(row.getString("metric")),
                row.getLocalDate("period_start"),
                row.getLocalDate("period_end"),
                new Decimal(row.getBigDecimal("value")),
                row.getString("unit"),
                Basis.valueOf(row.getString("basis")),
                Arrays.stream(row.getArrayOfStrings("countries"))
                        .map(Partner::new)
                        .toList(),
                row.getString("note"),
                seen);
    }
}
