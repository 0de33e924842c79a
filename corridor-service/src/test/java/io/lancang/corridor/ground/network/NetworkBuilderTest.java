package io.lancang.corridor.ground.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lancang.corridor.ground.fact.Mode;
import io.lancang.corridor.ground.fact.Status;
import io.lancang.corridor.ground.fact.StatusOnDay;
import io.lancang.corridor.ground.travel.LinkTravel;
import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NetworkBuilderTest {
    private static final NetworkSize ROOM = new NetworkSize(4, 4, 16, 8, 32);

    private final NetworkBuilder builder = new NetworkBuilder(ROOM);

    @Test
    void knowsAPlaceByIdAndCodes() {
        builder.add(new Place("kunming", "CHN", new Place.Point(25, 102)), "CNKMG", "KMG");
        builder.add(new Place("boten", "LAO", null), null, null);
        Network network = builder.build();
        assertEquals(OptionalInt.of(1), network.indexOf("boten"));
        assertEquals(OptionalInt.of(0), network.indexOf("CNKMG"));
        assertEquals(OptionalInt.of(0), network.indexOf("KMG"));
        assertEquals(OptionalInt.empty(), network.indexOf("VTE"));
        assertEquals(new Place("kunming", "CHN", new Place.Point(25, 102)), network.place(0));
        assertEquals(new Place("boten", "LAO", null), network.place(1));
    }

    @Test
    void keepsALinkAsItWasAdded() {
        places("a", "b");
        builder.add(
                "line",
                new NetworkBuilder.LinkRow(
                        "ab",
                        "a",
                        "b",
                        Mode.RAIL,
                        StatusOnDay.now(null),
                        List.of(1000, 1435),
                        LinkTravel.of(Mode.RAIL),
                        12.5,
                        null),
                true);
        Network network = builder.build();
        assertEquals(
                new Link(
                        "ab",
                        0,
                        1,
                        Mode.RAIL,
                        StatusOnDay.now(null),
                        List.of(1000, 1435),
                        LinkTravel.of(Mode.RAIL),
                        12.5,
                        null,
                        12.5,
                        Link.NO_WHOLE),
                network.link(0));
        assertEquals(1, network.otherEnd(0, 0));
        assertEquals(0, network.otherEnd(0, 1));
    }

    @Test
    void givesEachPlaceItsArcs() {
        places("a", "b", "c");
        add("line", "ab", "a", "b", 1.0, true);
        add("line", "cb", "c", "b", 1.0, true);
        Network network = builder.build();
        assertEquals(4, network.arcCount());
        assertEquals(1, network.firstArc(1) - network.firstArc(0));
        assertEquals(List.of(0, 2), List.of(network.arcTo(1), network.arcTo(2)));
        assertEquals(List.of(0, 1), List.of(network.arcLink(1), network.arcLink(2)));
        assertEquals(1, network.arcTo(3));
    }

    @Test
    void sharesAWholeAmongItsPartsAndLeavesItOut() {
        places("a", "b", "c");
        add("line", "ac", "a", "c", 30.0, false);
        add("line", "ab", "a", "b", 10.0, true);
        add("line", "bc", "b", "c", null, true);
        add("other", "ac2", "a", "c", 7.0, false);
        Network network = builder.build();
        assertEquals(3, network.linkCount());
        assertEquals("ab", network.linkId(0));
        assertEquals(10, network.km(0));
        assertEquals(20, network.km(1));
        assertEquals(new Whole(30, 2), network.whole(network.link(1).whole()));
        // Nothing of its own corridor tells what it is the whole of.
        assertEquals("ac2", network.linkId(2));
    }

    /** Sources disagree: the whole has 30 km and its first part alone 40. The second is as long as a link of which nothing is known. */
    @Test
    void leavesAPartItsOwnKilometresWhereTheWholeHasNoneLeftForIt() {
        places("a", "b", "c");
        add("line", "ac", "a", "c", 30.0, false);
        add("line", "ab", "a", "b", 40.0, true);
        add("line", "bc", "b", "c", null, true);
        Network network = builder.build();
        assertEquals(40, network.km(0));
        assertEquals(Lengths.GUESSED_KM, network.km(1));
    }

    @Test
    void takesNoPartsOfAnotherCorridorForThoseOfAWhole() {
        places("a", "b", "c");
        add("line", "ab", "a", "b", null, true);
        add("line", "bc", "b", "c", null, true);
        add("other", "ac", "a", "c", 30.0, false);
        Network network = builder.build();
        assertEquals(3, network.linkCount());
        assertEquals("ac", network.linkId(2));
        assertEquals(30, network.km(2));
        assertEquals(Lengths.GUESSED_KM, network.km(0));
    }

    /** Another line of 90 km between the same ends has no parts of its own on record. */
    @Test
    void givesPartsToOneWholeAlone() {
        places("a", "b", "c");
        add("line", "ac", "a", "c", 30.0, false);
        add("line", "ab", "a", "b", 10.0, true);
        add("line", "bc", "b", "c", null, true);
        add("line", "ac2", "a", "c", 90.0, false);
        Network network = builder.build();
        assertEquals(3, network.linkCount());
        // 30 less 10
        assertEquals(20, network.km(1));
        assertEquals(new Whole(30, 2), network.whole(network.link(1).whole()));
        assertEquals("ac2", network.linkId(2));
        assertEquals(90, network.km(2));
    }

    @Test
    void sharesNoWholeAmongLinksOfAnotherModeOrStatus() {
        places("a", "b", "c");
        add("line", "ac", "a", "c", 30.0, false);
        add("line", "ab", "a", "b", Mode.SEA, Status.OPERATIONAL, 10.0, true);
        add("line", "bc", "b", "c", Mode.ROAD, Status.PLANNED, 10.0, true);
        add("line", "bc2", "b", "c", Mode.SEA, Status.OPERATIONAL, 10.0, true);
        Network network = builder.build();
        assertEquals(4, network.linkCount());
        for (int link = 0; link < network.linkCount(); link++) {
            assertEquals(Link.NO_WHOLE, network.link(link).whole(), network.linkId(link));
        }
    }

    @Test
    void refusesBeforeItIsReadWhatFindsNoRoom() {
        NetworkSize size = new NetworkSize(1_000_000, 0, 6_000_000, 3_000_000, 18_000_000);
        ServiceException refused = assertThrows(ServiceException.class, () -> size.check(48L << 20));
        assertEquals(ErrorCode.LIMIT_EXCEEDED, refused.code());
        assertEquals(
                "The network of 1000000 locations and 3000000 segments needs " + size.memory()
                        + " bytes of memory; 50331648 are allowed.",
                refused.getMessage());
    }

    private void places(String... ids) {
        for (String id : ids) {
            builder.add(new Place(id, "LAO", null), null, null);
        }
    }

    private void add(String corridor, String id, String from, String to, @Nullable Double km, boolean isPart) {
        add(corridor, id, from, to, Mode.ROAD, Status.OPERATIONAL, km, isPart);
    }

    private void add(
            String corridor,
            String id,
            String from,
            String to,
            Mode mode,
            Status status,
            @Nullable Double km,
            boolean isPart) {
        builder.add(
                corridor,
                new NetworkBuilder.LinkRow(
                        id, from, to, mode, StatusOnDay.now(status), List.of(), LinkTravel.of(mode), km, null),
                isPart);
    }
}
