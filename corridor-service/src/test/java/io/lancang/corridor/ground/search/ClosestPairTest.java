package io.lancang.corridor.ground.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.lancang.corridor.ground.network.Network;
import io.lancang.corridor.ground.network.NetworkFixture;
import io.lancang.corridor.ground.network.Place;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClosestPairTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void isTheOneThatComparingEachWithEachFinds(long seed) {
        Random random = new Random(seed);
        List<Place.@Nullable Point> points = new ArrayList<>();
        for (int place = 0; place < 300; place++) {
            points.add(new Place.Point(random.nextDouble() * 180 - 90, random.nextDouble() * 360 - 180));
        }
        Network network = NetworkFixture.places(points);

        ClosestPair.Pair pair = Objects.requireNonNull(ClosestPair.of(network, range(0, 140), range(140, 300)));

        double least = Double.POSITIVE_INFINITY;
        for (int from = 0; from < 140; from++) {
            for (int to = 140; to < 300; to++) {
                least = Math.min(least, Objects.requireNonNull(network.distance(from, to)));
            }
        }
        assertEquals(least, Objects.requireNonNull(network.distance(pair.from(), pair.to())), 1e-6);
    }

    /** Two towns on both sides of the antimeridian are 22 km apart, and the third is far away from both. */
    @Test
    void seesAcrossTheAntimeridian() {
        Network network = NetworkFixture.places(List.of(
                new Place.Point(0, 179.9),
                new Place.Point(0, 100),
                new Place.Point(0, 150),
                new Place.Point(0, -179.9)));

        assertEquals(new ClosestPair.Pair(0, 3), ClosestPair.of(network, range(0, 2), range(2, 4)));
    }

    @Test
    void isNoneWhereOneSideIsNowhere() {
        List<Place.@Nullable Point> points = new ArrayList<>();
        points.add(new Place.Point(0, 0));
        points.add(null);

        assertNull(ClosestPair.of(NetworkFixture.places(points), range(0, 1), range(1, 2)));
    }

    private static BitSet range(int from, int to) {
        BitSet range = new BitSet();
        range.set(from, to);
        return range;
    }
}
