package io.lancang.corridor.ground.history;

import io.lancang.kit.history.DataState;
import io.lancang.kit.history.DataStates;
import io.lancang.kit.history.OncePerQuery;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/**
 * Tells which state the network is in: that of the releases that may change a place or a link. What moves on the network, zones
 * and transfers of industries change neither, so that a figure of throughput leaves everything as it is that was made of it. A
 * request asks the database, so that nothing older than the request is served, whichever instance published a release.
 */
@Singleton
public class NetworkStateRepository {
    private static final String STATE = """
            select coalesce(max(r.id), 0) as last, count(r.withdrawn_at) as withdrawn
            from release r left join edit e on e.release_id = r.id
            where r.dataset not in ('throughput', 'zones', 'industrial_transfers')
              and e.action is distinct from 'recordThroughput'
            """;

    private final OncePerQuery<DataState> current;

    NetworkStateRepository(DataStates states) {
        this.current = new OncePerQuery<>(() -> states.of(STATE));
    }

    /** The state as it is now: one statement for each query. */
    public Uni<DataState> current() {
        return current.get();
    }
}
