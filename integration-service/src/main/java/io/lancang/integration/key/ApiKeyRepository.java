package io.lancang.integration.key;

import io.lancang.kit.connection.Direction;
import io.lancang.kit.connection.PageArguments;
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

/** Reads keys. */
@Singleton
public class ApiKeyRepository implements PanacheRepositoryBase<ApiKeyEntity, String> {
    /** Ids of clients have no spaces. */
    private static final String PAGE_OF_EACH = """
            select k.prefix from (
              select *, row_number() over (partition by client order by created_at{order}, prefix{order}) as place
              from api_key
              where client = any (string_to_array(:clients, ' '))
                and (:at = '' or (created_at, prefix) {beyond} (cast(nullif(cast(:at as text), '') as timestamptz), :prefix))) k
            where k.place <= :most
            """;

    /**
     * The keys of a page of each of the clients, latest first, by client: two statements. They are read in the direction of the page, and
     * there may be one more than it has.
     */
    Uni<Map<String, List<ApiKeyEntity>>> page(Collection<String> clients, PageArguments page) {
        // The list has the latest first.
        Direction moments = page.direction().opposite();
        String statement = PAGE_OF_EACH.replace("{order}", moments.order()).replace("{beyond}", moments.beyond());
        String inOrder = "prefix in ?1 order by createdAt" + moments.order() + ", prefix" + moments.order();
        List<String> keyset = page.keyset();
        String at = keyset == null
                ? ""
                : page.read(keyset.getFirst(), OffsetDateTime::parse).toString();
        return OwnSession.read(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(statement, String.class)
                        .setParameter("clients", String.join(" ", clients))
                        .setParameter("at", at)
                        .setParameter("prefix", keyset == null ? "" : keyset.getLast())
                        .setParameter("most", (long) page.limit())
                        .getResultList())
                .chain(prefixes -> list(inOrder, prefixes))
                .map(found -> found.stream().collect(Collectors.groupingBy(ApiKeyEntity::client))));
    }

    /** All keys of a client, latest first, in the current session. */
    Uni<List<ApiKeyEntity>> ofClient(String client) {
        return list("client = ?1 order by createdAt desc, prefix desc", client);
    }
}
