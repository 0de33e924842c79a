package io.lancang.corridor.feature.corridor;

import io.lancang.corridor.ground.history.FactRepository;
import io.lancang.corridor.ground.history.NetworkStateRepository;
import io.lancang.kit.history.KeptForState;
import io.lancang.kit.history.Vantage;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The corridors of the present, in memory while they are few: modes, countries and lengths are put together of all segments, which
 * took 23 ms for the partners of RCEP with each request. Safe for any thread.
 */
@Singleton
class PresentCorridors {
    /** A corridor takes two kilobytes. There are fewer than fifty where nobody has loaded any. */
    private static final int MOST = 5_000;

    private static final String ALL =
            "select " + CorridorRows.COLUMNS + " from current_corridor c order by c.id limit " + (MOST + 1);

    private final KeptForState<Optional<CorridorIndex>> kept;

    PresentCorridors(NetworkStateRepository states, FactRepository facts) {
        this.kept = new KeptForState<>(
                states::current,
                () -> facts.rows(ALL, Tuple.tuple(), Vantage.PRESENT).map(PresentCorridors::index));
    }

    private static Optional<CorridorIndex> index(Iterable<Row> rows) {
        List<Corridor> corridors = new ArrayList<>();
        rows.forEach(row -> corridors.add(CorridorRows.corridor(row, Vantage.PRESENT)));
        return corridors.size() > MOST ? Optional.empty() : Optional.of(new CorridorIndex(corridors));
    }

    /**
     * What is found in memory, or else by a statement: of the past, and where there are too many.
     *
     * @param seen from when corridors are seen
     */
    <T> Uni<T> orElse(Vantage seen, Function<CorridorIndex, T> found, Supplier<Uni<T>> read) {
        if (!seen.equals(Vantage.PRESENT)) {
            return read.get();
        }
        return kept.get()
                .chain(index -> index.map(corridors -> Uni.createFrom().item(found.apply(corridors)))
                        .orElseGet(read));
    }
}
