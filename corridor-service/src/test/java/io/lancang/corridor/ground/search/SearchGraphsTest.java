package io.lancang.corridor.ground.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.corridor.ground.network.Network;
import io.lancang.corridor.ground.network.NetworkFixture;
import io.lancang.corridor.ground.travel.TravelModel;
import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is kept of a network is not used for another. */
class SearchGraphsTest {
    private final SearchGraphs graphs = new SearchGraphs(() -> new MemorySize(BigInteger.valueOf(1L << 20)));

    /** A place has a vertex of its own and one for its railway: six of three places, eight of four. */
    @ParameterizedTest
    @EnumSource(names = {"LENGTH_AND_TRANSFERS", "TRANSFERS", "TIME", "COST"})
    void makesTheTracksOfEachNetwork(Optimise optimise) {
        Network before = NetworkFixture.network(3, "0-1 1-2");
        Network after = NetworkFixture.network(4, "0-1 1-2 2-3");

        assertEquals(6, graphs.of(before, optimise, TravelModel.DEFAULT).size());
        assertEquals(8, graphs.of(after, optimise, TravelModel.DEFAULT).size());
        assertEquals(6, graphs.of(before, optimise, TravelModel.DEFAULT).size());
    }
}
