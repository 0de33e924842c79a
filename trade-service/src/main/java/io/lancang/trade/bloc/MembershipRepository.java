package io.lancang.trade.bloc;

import io.lancang.kit.entity.Historical;
import io.lancang.kit.history.Vantage;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Reads memberships. Every method that reads is one statement. */
@Singleton
public class MembershipRepository implements PanacheRepositoryBase<MembershipEntity, MembershipEntity.Key> {
    private static final String ON_DAY = " and starts <= ?2 and (ends is null or ends >= ?2) order by partner, bloc";
    private static final String TODAY = ON_DAY.replace("?2", "local date");

    private static final String SPANS = """
            select {of}, min(starts), max(ends), count(case when ends is null then 1 end),
                   count(case when starts <= {day} and (ends is null or ends >= {day}) then 1 end)
            from MembershipEntity where {of} in ?1 group by {of}
            """;

    /** The members of these blocs on a day, today if empty, by code of the bloc. */
    Uni<Map<String, List<Membership>>> membersOf(List<String> blocs, Optional<LocalDate> asOf, Vantage seen) {
        return grouped("bloc in ?1", blocs, asOf, seen, Membership::blocCode);
    }

    /** The memberships of these partners on a day, today if empty, by code of the partner. */
    Uni<Map<String, List<Membership>>> membershipsOf(List<String> partners, Optional<LocalDate> asOf, Vantage seen) {
        return grouped(
                "partner in ?1",
                partners,
                asOf,
                seen,
                membership -> membership.member().code());
    }

    private Uni<Map<String, List<Membership>>> grouped(
            String ofThese,
            List<String> codes,
            Optional<LocalDate> asOf,
            Vantage seen,
            Function<Membership, String> key) {
        List<String> distinct = codes.stream().distinct().toList();
        return Historical.read(
                seen,
                () -> asOf.map(day -> list(ofThese + ON_DAY, distinct, day))
                        .orElseGet(() -> list(ofThese + TODAY, distinct))
                        .map(found -> {
                            Map<String, List<Membership>> groups = new HashMap<>();
                            for (MembershipEntity each : found) {
                                Membership membership = each.asRecord(seen);
                                groups.computeIfAbsent(key.apply(membership), code -> new ArrayList<>())
                                        .add(membership);
                            }
                            return groups;
                        }));
    }

    /** From when to when these blocs have members, by code; one that never had any is left out. */
    Uni<Map<String, MembershipSpan>> spansOfBlocs(List<String> blocs, Optional<LocalDate> asOf, Vantage seen) {
        return spans("bloc", blocs, asOf, seen);
    }

    /** From when to when these partners have memberships, by code; one that never had any is left out. */
    Uni<Map<String, MembershipSpan>> spansOfPartners(List<String> partners, Optional<LocalDate> asOf, Vantage seen) {
        return spans("partner", partners, asOf, seen);
    }

    private Uni<Map<String, MembershipSpan>> spans(
            String of, List<String> codes, Optional<LocalDate> asOf, Vantage seen) {
        String query = SPANS.replace("{of}", of).replace("{day}", asOf.isPresent() ? "?2" : "local date");
        return Historical.read(
                seen,
                () -> getSession().chain(session -> {
                    Mutiny.SelectionQuery<Object[]> spans = session.createSelectionQuery(query, Object[].class)
                            .setParameter(1, codes.stream().distinct().toList());
                    asOf.ifPresent(day -> spans.setParameter(2, day));
                    return spans.getResultList()
                            .map(rows -> rows.stream()
                                    .collect(Collectors.toMap(row -> (String) row[0], MembershipRepository::spanOf)));
                }));
    }

    private static MembershipSpan spanOf(Object[] row) {
        boolean isWithoutEnd = (Long) row[3] > 0;
        return new MembershipSpan((LocalDate) row[1], isWithoutEnd ? null : (LocalDate) row[2], (Long) row[4]);
    }

    /** All memberships of a partner in a bloc that are seen in the current session. */
    public Uni<List<MembershipEntity>> of(String partner, String bloc) {
        return list("partner = ?1 and bloc = ?2 order by starts", partner, bloc);
    }

    /** The row of today that says the same as this one, which may be it; null if there is none. Whatever the session shows. */
    public Uni<@Nullable MembershipEntity> currentOf(MembershipEntity given) {
        return list(
                        "supersededBy is null and partner = ?1 and bloc = ?2 and starts = ?3",
                        given.partner(),
                        given.bloc(),
                        given.starts())
                .map(found ->
                        found.stream().filter(given::saysTheSameAs).findFirst().orElse(null));
    }

    /** What a release gave and what it closed, whatever the session shows. */
    public Uni<List<MembershipEntity>> touchedBy(long release) {
        return list("release = ?1 or supersededBy = ?1", release);
    }
}
