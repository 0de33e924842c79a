package io.lancang.trade.bloc;

import io.lancang.kit.error.Suggestions.Candidate;
import io.lancang.kit.history.Vantage;
import io.lancang.kit.provenance.SourceReference;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Reads blocs and memberships. Every method is one statement. */
@Singleton
public class BlocRepository {
    private static final String BLOCS = "select code, name_en, name_zh from bloc ";
    private static final String BY_CODES = BLOCS + "where code = any($1)";
    private static final String ALL = BLOCS + "order by code";
    private static final String MEMBERSHIPS = """
            select bloc_code, partner_code, starts, starts_precision, ends, role, verified, note, source_ids
            from membership m
            where {sees}
              and starts <= coalesce($2, current_date) and (ends is null or ends >= coalesce($2, current_date))
            """;
    private static final String MEMBERS = MEMBERSHIPS + "and bloc_code = any($1) order by bloc_code, partner_code";
    private static final String MEMBERSHIPS_OF =
            MEMBERSHIPS + "and partner_code = any($1) order by partner_code, bloc_code";

    private final Pool pool;

    BlocRepository(Pool pool) {
        this.pool = pool;
    }

    /** The blocs with these codes, by code; a code that does not exist is left out. */
    public Uni<Map<String, Bloc>> byCodes(Collection<String> codes) {
        String[] distinct = codes.stream().distinct().toArray(String[]::new);
        return pool.preparedQuery(BY_CODES).execute(Tuple.of(distinct)).map(rows -> {
            Map<String, Bloc> blocs = new LinkedHashMap<>();
            rows.forEach(row -> blocs.put(row.getString("code"), blocOf(row)));
            return blocs;
        });
    }

    Uni<List<Bloc>> all() {
        return pool.query(ALL)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(BlocRepository::blocOf)
                        .toList());
    }

    /** Every code with its name, to suggest from. */
    public Uni<List<Candidate>> candidates() {
        return all().map(blocs -> blocs.stream()
                .map(bloc -> new Candidate(bloc.code(), bloc.nameEn()))
                .toList());
    }

    /** The members of these blocs on a day, today if empty, by code of the bloc. */
    Uni<Map<String, List<Membership>>> membersOf(List<String> blocs, Optional<LocalDate> asOf, Vantage vantage) {
        return grouped(MEMBERS, blocs, asOf, vantage, Membership::blocCode);
    }

    /** The memberships of these partners on a day, today if empty, by code of the partner. */
    Uni<Map<String, List<Membership>>> membershipsOf(List<String> partners, Optional<LocalDate> asOf, Vantage vantage) {
        return grouped(MEMBERSHIPS_OF, partners, asOf, vantage, Membership::partnerCode);
    }

    private Uni<Map<String, List<Membership>>> grouped(
            String statement,
            List<String> codes,
            Optional<LocalDate> asOf,
            Vantage vantage,
            Function<Membership, String> key) {
        Tuple parameters =
                Tuple.tuple().addArrayOfString(codes.toArray(String[]::new)).addLocalDate(asOf.orElse(null));
        return pool.preparedQuery(statement.replace("{sees}", vantage.sees("m")))
                .execute(parameters)
                .map(rows -> {
                    Map<String, List<Membership>> groups = new LinkedHashMap<>();
                    codes.forEach(code -> groups.put(code, new ArrayList<>()));
                    for (Row row : rows) {
                        Membership membership = membershipOf(row, vantage);
                        groups.computeIfAbsent(key.apply(membership), code -> new ArrayList<>())
                                .add(membership);
                    }
                    return groups;
                });
    }

    private static Bloc blocOf(Row row) {
        return new Bloc(row.getString("code"), row.getString("name_en"), row.getString("name_zh"));
    }

    private static Membership membershipOf(Row row, Vantage seen) {
        return new Membership(
                row.getString("partner_code"),
                row.getString("bloc_code"),
                row.getLocalDate("starts"),
                DatePrecision.valueOf(row.getString("starts_precision")),
                row.getLocalDate("ends"),
                row.getString("role"),
                row.getBoolean("verified"),
                row.getString("note"),
                SourceReference.all(List.of(row.getArrayOfStrings("source_ids")), seen));
    }
}
