package io.lancang.integration.audit;

import io.lancang.integration.access.Asker;
import io.lancang.integration.page.Moments;
import io.lancang.kit.connection.Direction;
import io.lancang.kit.connection.PageArguments;
import io.lancang.kit.connection.Slice;
import io.lancang.kit.entity.OwnSession;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes changes of clients, keys and plans: each in one transaction with its entry in the audit. They come one after the other, so that
 * what is counted or looked for before a change is so when it is made. Safe for any thread of a request.
 */
@Singleton
public final class Management implements PanacheRepositoryBase<ChangeEntity, Long> {
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('lancang management', 0))::text";

    /**
     * Makes a change.
     *
     * @param work writes it, in the session of the transaction; what fails undoes all
     */
    public <T> Uni<T> make(Asker asker, Deed deed, Supplier<Uni<T>> work) {
        return OwnSession.write(() -> lock().chain(() -> work.get())
                .call(made -> persistAndFlush(new ChangeEntity(Moments.now(), asker.name(), deed))));
    }

    /** A page of the audit, latest first. */
    Uni<Slice<ManagementChange>> page(PageArguments arguments, @Nullable String subject) {
        List<String> keyset = arguments.keyset();
        Direction numbers = arguments.direction().opposite();
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        if (keyset != null) {
            conditions.add("id " + numbers.beyond() + " :beyond");
            values.put("beyond", arguments.read(keyset.getFirst(), Long::valueOf));
        }
        if (subject != null) {
            conditions.add("subject = :subject");
            values.put("subject", subject);
        }
        String where = String.join(" and ", conditions) + " order by id" + numbers.order();
        return OwnSession.read(() -> find(where, values)
                .range(0, arguments.size())
                .list()
                .map(rows -> arguments.slice(
                        rows.stream().map(ChangeEntity::asRecord).toList())));
    }

    private static Uni<?> lock() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK, String.class).getSingleResult());
    }
}
