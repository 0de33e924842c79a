package io.lancang.corridor.ground.search;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.corridor.ground.fact.Mode;
import io.lancang.corridor.ground.fact.Status;
import io.lancang.corridor.ground.network.Network;
import io.lancang.corridor.ground.network.NetworkFixture;
import io.lancang.corridor.ground.travel.TravelModel;
import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How far a ranking looks around: what is counted is vertices that the searches behind the first walk over the graph take up, so that it
 * says the same on every machine. Of 3,600 and of 36,100 places as dense as each other, ways are 3.2 times as long.
 */
class RankedEffortTest {
    private static final int QUESTIONS = 30;
    private static final int MIDDLE = QUESTIONS / 2;
    private static final int WAYS = 3;

    private final SearchGraphs graphs = new SearchGraphs(() -> new MemorySize(BigInteger.valueOf(1L << 28)));

    @ParameterizedTest
    @EnumSource
    void growsWithTheLengthOfWaysAndNotWithTheNetwork(Optimise optimise) {
        Network network = NetworkFixture.mesh(190);
        long[] small = efforts(NetworkFixture.mesh(60), optimise);
        long[] large = efforts(network, optimise);

        String message = optimise + ": " + Arrays.toString(small) + " and " + Arrays.toString(large);
        assertTrue(large[MIDDLE] <= 4 * small[MIDDLE], message);
        assertTrue(large[QUESTIONS - 2] < network.size() / 30, message);
    }

    private long[] efforts(Network network, Optimise optimise) {
        SearchGraph graph = graphs.of(network, optimise, TravelModel.DEFAULT);
        int modes = Network.trait(Mode.RAIL) | Network.trait(Mode.ROAD);
        Costs costs = new Costs(
                graph, modes, Network.trait(Status.OPERATIONAL), new boolean[network.size()], Costs.CLOSED, null);
        Random random = new Random(1);
        long[] efforts = new long[QUESTIONS];
        for (int turn = 0; turn < QUESTIONS; turn++) {
            LooplessPaths paths =
                    new LooplessPaths(costs, random.nextInt(network.size()), random.nextInt(network.size()));
            for (int way = 0; way < WAYS; way++) {
                assertTrue(paths.next().isPresent());
            }
            efforts[turn] = paths.effort();
        }
        Arrays.sort(efforts);
        return efforts;
    }
}
