package io.lancang.integration.client;

import io.lancang.kit.connection.PageArguments;
import io.lancang.kit.connection.Slice;
import io.lancang.kit.entity.OwnSession;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.text.Brief;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads clients. */
@Singleton
public class ClientRepository implements PanacheRepositoryBase<ClientEntity, String> {
    /** A page of a list, by id. */
    Uni<Slice<Client>> page(PageArguments arguments, ClientFilter filter) {
        List<String> keyset = arguments.keyset();
        List<String> conditions = filter.conditions();
        Map<String, Object> values = filter.parameters();
        if (keyset != null) {
            conditions.add("id " + arguments.direction().beyond() + " :beyond");
            values.put("beyond", keyset.getFirst());
        }
        String where = String.join(" and ", conditions) + " order by id"
                + arguments.direction().order();
        return OwnSession.read(() -> find(where, values)
                .range(0, arguments.size())
                .list()
                .map(rows -> arguments.slice(
                        rows.stream().map(ClientEntity::asRecord).toList())));
    }

    /** How many clients a list has. */
    Uni<Long> count(ClientFilter filter) {
        return OwnSession.read(() -> count(String.join(" and ", filter.conditions()), filter.parameters()));
    }

    /** The client; fails with NOT_FOUND if there is none. */
    Uni<Client> byId(String id) {
        return OwnSession.read(() -> require(id).map(ClientEntity::asRecord));
    }

    /** The clients with these ids, by id; one that does not exist is left out. */
    Uni<Map<String, Client>> byIds(List<String> ids) {
        return OwnSession.read(() -> list("id in ?1", ids)
                .map(rows -> rows.stream()
                        .map(ClientEntity::asRecord)
                        .collect(Collectors.toMap(Client::id, Function.identity()))));
    }

    /** The client, in the current session; fails with NOT_FOUND if there is none. */
    public Uni<ClientEntity> require(String id) {
        return findById(id)
                .onItem()
                .ifNull()
                .failWith(() -> ServiceException.notFound(
                        "There is no client '" + Brief.value(id) + "'.",
                        "`clients { nodes { id } }` lists those that there are; `createClient` adds one."));
    }
}
