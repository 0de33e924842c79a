package io.lancang.corridor.ground.search;

import io.lancang.corridor.ground.fact.Mode;
import io.lancang.corridor.ground.fact.Status;
import io.lancang.corridor.ground.network.Network;
import io.lancang.corridor.ground.network.NetworkFixture;
import io.lancang.corridor.ground.travel.TravelModel;
import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How far a ranking looks around. */
class RankedEffortTest {
    private final SearchGraphs graphs = new SearchGraphs(() -> new MemorySize(BigInteger.valueOf(1L << 28)));

    @Test
    void prints() {
        for (Optimise optimise : Optimise.values()) {
            for (int side : new int[] {60, 190}) {
                Network network = NetworkFixture.mesh(side);
                SearchGraph graph = graphs.of(network, optimise, TravelModel.DEFAULT);
                Random random = new Random(1);
                long[] efforts = new long[30];
                long nanos = System.nanoTime();
                for (int turn = 0; turn < efforts.length; turn++) {
                    int from = random.nextInt(network.size());
                    int to = random.nextInt(network.size());
                    LooplessPaths paths = new LooplessPaths(costs(network, graph), from, to);
                    int found = 0;
                    while (found < 3 && paths.next().isPresent()) {
                        found++;
                    }
                    efforts[turn] = paths.effort();
                }
                nanos = System.nanoTime() - nanos;
                Arrays.sort(efforts);
                System.out.println("RANKED " + optimise + " " + side + " effort median " + efforts[15] + " p95 "
                        + efforts[28] + " of " + graph.size() + " ms each "
                        + nanos / 30_000_000.0);
            }
        }
    }

    private static Costs costs(Network network, SearchGraph graph) {
        int modes = Network.trait(Mode.RAIL) | Network.trait(Mode.ROAD);
        return new Costs(
                graph, modes, Network.trait(Status.OPERATIONAL), new boolean[network.size()], Costs.CLOSED, null);
    }
}
