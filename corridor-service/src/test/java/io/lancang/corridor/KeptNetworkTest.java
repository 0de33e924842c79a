package io.lancang.corridor;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.corridor.ground.network.Network;
import io.lancang.corridor.ground.network.Networks;
import io.lancang.kit.history.Vantage;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.lang.ref.WeakReference;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A network of a hundred thousand places takes tens of megabytes: none is kept that nobody can ask any more. */
@QuarkusTest
class KeptNetworkTest extends RunningService {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ROUTE =
            "{ routes(from: \"kunming\", to: \"vientiane\", optimise: %s, maxOverlap: %s) { routes { knownLengthKm } } }";

    @Inject
    Networks networks;

    @Inject
    DataSource database;

    @Test
    void goesWithTheDataThatItWasMadeOf() throws SQLException {
        for (String optimise : List.of("LENGTH", "TRANSFERS", "TIME", "COST", "BORDER_CROSSINGS")) {
            Graph.data(ROUTE.formatted(optimise, "1"));
            Graph.data(ROUTE.formatted(optimise, "0.5"));
        }
        Graph.data("{ reach(from: \"kunming\", withinHours: 12) { totalCount } }");
        Graph.data("{ closure(segments: [\"clr-05\"]) { pairs { effect } } }");
        Graph.data("""
                { _entities(representations: [{__typename: "Partner", code: "LAO"}]) { ... on Partner { connectivity {
                  corridors { count } resilience(from: "CHN") { connected } } } } }
                """);
        WeakReference<Network> before = networks.with(
                        null, Vantage.PRESENT, network -> Uni.createFrom().item(new WeakReference<>(network)))
                .await()
                .atMost(PATIENCE);
        assertFalse(before.refersTo(null), "it is kept as long as it can be asked");

        SingleFacts.takeBack(database, List.of(), List.of());
        Graph.data(ROUTE.formatted("LENGTH", "1"));

        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!before.refersTo(null) && System.nanoTime() < end) {
            System.gc();
        }
        assertTrue(before.refersTo(null));
    }
}
