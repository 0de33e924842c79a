package io.lancang.corridor.ground.choice;

import io.lancang.corridor.ground.history.FactRepository;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.history.Vantage;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;

/** Looks up what clients name by an id. One statement a call, and another one for what is not there. */
@Singleton
public class NamedThingRepository {
    private final FactRepository facts;

    NamedThingRepository(FactRepository facts) {
        this.facts = facts;
    }

    /** Fails with NOT_FOUND, and a hint at what may have been meant, unless something has this id at present. */
    public Uni<?> require(NamedThing thing, String id) {
        return facts.rows(thing.byId(), Tuple.of(id), Vantage.PRESENT)
                .chain(rows -> rows.size() == 0
                        ? missing(thing, id, Vantage.PRESENT)
                        : Uni.createFrom().voidItem());
    }

    /** Fails with NOT_FOUND, and a hint at what may have been meant, as it is seen from a vantage. */
    public <T> Uni<T> missing(NamedThing thing, String id, Vantage seen) {
        return facts.rows(thing.all(), Tuple.tuple(), seen).map(rows -> {
            throw ServiceException.notFound("There is no " + thing.meaning() + " '" + id + "'.", thing.hint(id, rows));
        });
    }
}
