package io.lancang.integration.key;

import io.lancang.kit.entity.OwnSession;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads keys. */
@Singleton
public class ApiKeyRepository implements PanacheRepositoryBase<ApiKeyEntity, String> {
    /** Ids of clients have no spaces. */
    private static final String LATEST_OF_EACH = """
            select k.prefix from (
              select *, row_number() over (partition by client order by created_at desc, prefix desc) as place
              from api_key
              where client = any (string_to_array(:clients, ' '))
                and (:at = '' or (created_at, prefix) < (cast(nullif(cast(:at as text), '') as timestamptz), :prefix))) k
            where k.place <= :most
            """;

    /**
     * The latest keys of each of the clients, by client: two statements.
     *
     * @param most how many of each
     * @param before the moment of issue and prefix of the key before them; null for the first
     */
    Uni<Map<String, List<ApiKeyEntity>>> latest(Collection<String> clients, int most, @Nullable Place before) {
        return OwnSession.read(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(LATEST_OF_EACH, String.class)
                        .setParameter("clients", String.join(" ", clients))
                        .setParameter("at", before == null ? "" : before.at().toString())
                        .setParameter("prefix", before == null ? "" : before.prefix())
                        .setParameter("most", (long) most)
                        .getResultList())
                .chain(prefixes -> list("prefix in ?1 order by createdAt desc, prefix desc", prefixes))
                .map(found -> found.stream().collect(Collectors.groupingBy(ApiKeyEntity::client))));
    }

    /** Where a key stands in the list of its client. */
    record Place(OffsetDateTime at, String prefix) {}

    /** All keys of a client, latest first, in the current session. */
    Uni<List<ApiKeyEntity>> ofClient(String client) {
        return list("client = ?1 order by createdAt desc, prefix desc", client);
    }
}
