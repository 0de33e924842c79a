package io.lancang.corridor.feature.connectivity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.corridor.ground.network.Network;
import io.lancang.corridor.ground.network.NetworkFixture;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CutSearchTest {
    private static final BitSet FIRST = bits(0);

    @Test
    void findsTheOnlyBridgeAndItsEnds() {
        // 0 and 1 inside, joined twice; over 2-3 the only way out.
        Network network = NetworkFixture.network(5, "0-1 0-1 1-2 0-2 2-3 3-4");

        CutSearch.Cuts cuts = new CutSearch(network, link -> true, bits(0, 1), bits(4)).find();

        assertEquals(new CutSearch.Cuts(true, List.of(2, 3, 4), List.of(4, 5)), cuts);
    }

    @Test
    void findsNothingWhereTwoWaysLeadOut() {
        Network network = NetworkFixture.network(4, "0-1 0-2 1-3 2-3");

        assertEquals(
                new CutSearch.Cuts(true, List.of(), List.of()),
                new CutSearch(network, link -> true, bits(0, 1), bits(2, 3)).find());
    }

    @Test
    void takesTwoParallelLinksForNoBridge() {
        Network network = NetworkFixture.network(2, "0-1 0-1");

        assertEquals(
                List.of(),
                new CutSearch(network, link -> true, bits(0), bits(1)).find().links());
    }

    @Test
    void saysThatThereIsNoWay() {
        Network network = NetworkFixture.network(3, "0-1");

        assertEquals(
                new CutSearch.Cuts(false, List.of(), List.of()),
                new CutSearch(network, link -> true, bits(0), bits(2)).find());
    }

    @Test
    void doesNotOverflowInAChainOfAHundredThousandPlaces() {
        StringBuilder chain = new StringBuilder();
        for (int place = 1; place < 100_000; place++) {
            chain.append(place - 1).append('-').append(place).append(' ');
        }
        Network network = NetworkFixture.network(100_000, chain.toString().strip());

        assertEquals(
                99_999,
                new CutSearch(network, link -> true, FIRST, bits(99_999))
                        .find()
                        .links()
                        .size());
    }

    /** By the definition: close one place or link after the other and look whether there is still a way. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25})
    void agreesWithClosingOneAfterTheOther(long seed) {
        Random random = new Random(seed);
        int size = 4 + random.nextInt(8);
        List<String> links = new ArrayList<>();
        for (int link = 0; link < size + random.nextInt(size); link++) {
            links.add(random.nextInt(size) + "-" + random.nextInt(size));
        }
        Network network = NetworkFixture.network(size, String.join(" ", links));
        BitSet inside = bits(0, 1);
        BitSet outside = bits(size - 1, size - 2);

        CutSearch.Cuts cuts = new CutSearch(network, link -> true, inside, outside).find();

        boolean connected = isJoined(network, inside, outside, link -> true, -1);
        assertEquals(connected, cuts.connected());
        List<Integer> places = new ArrayList<>();
        List<Integer> bridges = new ArrayList<>();
        for (int place = 0; connected && place < size; place++) {
            if (!isJoined(network, inside, outside, link -> true, place)) {
                places.add(place);
            }
        }
        for (int closed = 0; connected && closed < network.linkCount(); closed++) {
            int one = closed;
            if (!isJoined(network, inside, outside, link -> link != one, -1)) {
                bridges.add(closed);
            }
        }
        assertEquals(places, cuts.places().stream().sorted().toList());
        assertEquals(bridges, cuts.links().stream().sorted().toList());
    }

    private static boolean isJoined(
            Network network, BitSet inside, BitSet outside, IntPredicate open, int closedPlace) {
        BitSet reached = (BitSet) inside.clone();
        if (closedPlace >= 0) {
            reached.clear(closedPlace);
        }
        boolean grew = true;
        while (grew) {
            grew = false;
            for (int index = 0; index < network.linkCount(); index++) {
                int from = network.link(index).from();
                int to = network.link(index).to();
                boolean usable = open.test(index) && from != closedPlace && to != closedPlace;
                if (usable && reached.get(from) != reached.get(to)) {
                    reached.set(from);
                    reached.set(to);
                    grew = true;
                }
            }
        }
        return reached.intersects(outside);
    }

    private static BitSet bits(int... set) {
        BitSet bits = new BitSet();
        for (int bit : set) {
            bits.set(bit);
        }
        return bits;
    }
}
