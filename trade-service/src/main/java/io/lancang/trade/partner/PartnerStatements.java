package io.lancang.trade.partner;

import io.lancang.kit.history.Vantage;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** Statements about partners in SQL, since the past is read from a function. In the current session. */
final class PartnerStatements {
    /** By name: a statement with an asterisk is another one once a migration has added a column, and PostgreSQL refuses what was prepared before. */
    private static final String COLUMNS =
            "p.code, p.iso2, p.iso_numeric, p.kind, p.name_en, p.name_zh, p.region, p.succeeded_by";

    private PartnerStatements() {}

    /**
     * At most {@code limit} partners.
     *
     * @param which conditions and order, of partners {@code p}
     */
    static Uni<List<Partner>> list(String which, Vantage seen, Map<String, Object> parameters, int limit) {
        return Panache.getSession()
                .chain(session -> with(
                                session.createNativeQuery(
                                        "select " + COLUMNS + " from " + PartnersSeen.from(seen) + " p " + which,
                                        PartnerEntity.class),
                                parameters)
                        .setMaxResults(limit)
                        .getResultList())
                .map(found -> found.stream().map(PartnerEntity::asRecord).toList());
    }

    /** The one value that a statement gives. */
    static <T> Uni<T> value(String sql, Class<T> type, Map<String, Object> parameters) {
        return Panache.getSession()
                .chain(session ->
                        with(session.createNativeQuery(sql, type), parameters).getSingleResult());
    }

    private static <T> Mutiny.SelectionQuery<T> with(Mutiny.SelectionQuery<T> query, Map<String, Object> parameters) {
        parameters.forEach(query::setParameter);
        return query;
    }
}
