package io.lancang.trade.structure;

import io.lancang.kit.batch.Batches;
import io.lancang.trade.figure.Gap;
import io.lancang.trade.figure.GapReason;
import io.lancang.trade.flow.Subject;
import io.lancang.trade.flow.SubjectSql;
import io.lancang.trade.partner.PartnerReference;
import io.lancang.trade.period.Period;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares the shares of two years, in the database: a row for each partner that has one in either. */
@Singleton
class DiversificationRepository {
    private static final String SHIFTS = ShareSql.SHARES + """
            , paired as (
              select coalesce(e.key, l.key) as key, coalesce(e.partner_code, l.partner_code) as partner_code,
                     e.share as earlier, l.share as later, l.share - e.share as change
              from (select * from share where period = make_date($10::int, 1, 1)) e
              full join (select * from share where period = make_date($11::int, 1, 1)) l
                on l.key = e.key and l.partner_code = e.partner_code
            )
            select key, partner_code, (earlier * 100)::float8 as earlier, (later * 100)::float8 as later,
                   (change * 100)::float8 as change,
                   (sum(earlier * earlier) over of_key)::float8 as earlier_index,
                   (sum(later * later) over of_key)::float8 as later_index,
                   (sum(abs(change)) over of_key * 50)::float8 as moved
            from paired
            window of_key as (partition by key)
            order by key, change desc nulls last, partner_code
            """;

    private final Pool pool;

    DiversificationRepository(Pool pool) {
        this.pool = pool;
    }

    /** The diversification of each key. */
    Uni<Map<DiversificationKey, Diversification>> diversifications(List<DiversificationKey> keys) {
        return Batches.byArguments(keys, DiversificationKey::arguments, this::diversifications);
    }

    private Uni<Map<DiversificationKey, Diversification>> diversifications(
            DiversificationKey.Arguments arguments, List<DiversificationKey> keys) {
        List<Subject> subjects =
                keys.stream().map(key -> key.alike().subject()).distinct().toList();
        List<Period> periods = List.of(Period.ofYear(arguments.from()), Period.ofYear(arguments.to()));
        return pool.preparedQuery(SubjectSql.statement(SHIFTS, arguments.terms().vantage()))
                .execute(SubjectSql.parameters(subjects, periods, arguments.terms())
                        .addArrayOfString(arguments.flow().flowCodes())
                        .addInteger(arguments.from())
                        .addInteger(arguments.to()))
                .map(rows -> {
                    Map<String, List<Row>> found = new HashMap<>();
                    rows.forEach(row -> found.computeIfAbsent(row.getString("key"), key -> new ArrayList<>())
                            .add(row));
                    Map<DiversificationKey, Diversification> all = new HashMap<>();
                    keys.forEach(key -> all.put(
                            key,
                            of(key, found.getOrDefault(key.alike().subject().key(), List.of()))));
                    return all;
                });
    }

    private static Diversification of(DiversificationKey key, List<Row> rows) {
        Double earlierIndex = rows.isEmpty() ? null : rows.getFirst().getDouble("earlier_index");
        Double laterIndex = rows.isEmpty() ? null : rows.getFirst().getDouble("later_index");
        List<ShareShift> shifts = rows.stream()
                .filter(row -> row.getDouble("change") != null)
                .map(row -> new ShareShift(
                        row.getString("partner_code"),
                        row.getDouble("earlier"),
                        row.getDouble("later"),
                        row.getDouble("change"),
                        key.terms().vantage()))
                .toList();
        return new Diversification(
                key.from(),
                key.to(),
                key.flow(),
                earlierIndex,
                laterIndex,
                earlierIndex == null || laterIndex == null ? null : laterIndex - earlierIndex,
                shifts.isEmpty() ? null : rows.getFirst().getDouble("moved"),
                shifts.stream()
                        .filter(shift -> shift.change() > 0)
                        .limit(key.top())
                        .toList(),
                shifts.reversed().stream()
                        .filter(shift -> shift.change() < 0)
                        .limit(key.top())
                        .toList(),
                key.alike().basis(),
                gapOf(key, rows, shifts));
    }

    private static @Nullable Gap gapOf(DiversificationKey key, List<Row> rows, List<ShareShift> shifts) {
        if (shifts.isEmpty()) {
            return Gap.of(
                    GapReason.NOT_COVERED,
                    "No partner has a figure of both " + key.from() + " and " + key.to() + " for " + key.flow() + ".");
        }
        List<String> once = rows.stream()
                .filter(row -> row.getDouble("change") == null)
                .map(row -> row.getString("partner_code"))
                .toList();
        return once.isEmpty()
                ? null
                : new Gap(
                        GapReason.MEMBERS_MISSING,
                        once.size() + " partners have a figure of one of the years only; their shares count in that"
                                + " year and have no change.",
                        PartnerReference.all(once, key.terms().vantage()));
    }
}
