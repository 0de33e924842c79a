package io.lancang.corridor.ground.network;

import io.lancang.corridor.ground.fact.Mode;
import io.lancang.corridor.ground.fact.Status;
import io.lancang.corridor.ground.fact.StatusOnDay;
import io.lancang.corridor.ground.travel.LinkTravel;
import io.lancang.corridor.ground.travel.TravelClass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The links of a network in arrays, a figure that is not known as NaN. Filled by one thread, then read by any. */
final class Links {
    private static final Mode[] MODES = Mode.values();
    private static final Status[] STATUSES = Status.values();
    private static final TravelClass[] CLASSES = TravelClass.values();
    private static final int LOWEST_BYTE = 0xFF;
    /** The bits of a status that is not simply known, above those of modes and statuses. */
    private static final int ANNOUNCED = 1 << (MODES.length + STATUSES.length);

    private static final int UNKNOWN = ANNOUNCED << 1;

    private final Texts ids;
    private final int[] from;
    private final int[] to;
    private final int[] traits;
    private final int[] gauges;
    private final int[] whole;
    /** Class of travel plus one in the lowest byte, 0 for none, and the design speed above it. */
    private final int[] travel;

    private final double[] measuredKm;
    private final double[] greatCircleKm;
    private final double[] km;
    private final List<List<Integer>> gaugeLists = new ArrayList<>();
    private final Map<List<Integer>, Integer> gaugeIndexes = new HashMap<>();

    Links(NetworkSize size) {
        this.ids = Texts.listed(size.links(), Math.toIntExact(size.linkText()));
        this.from = new int[size.links()];
        this.to = new int[size.links()];
        this.traits = new int[size.links()];
        this.gauges = new int[size.links()];
        this.whole = new int[size.links()];
        this.travel = new int[size.links()];
        this.measuredKm = new double[size.links()];
        this.greatCircleKm = new double[size.links()];
        this.km = new double[size.links()];
    }

    void add(Link link) {
        int index = ids.size();
        ids.add(link.id());
        from[index] = link.from();
        to[index] = link.to();
        traits[index] = traits(link);
        gauges[index] = gaugeIndexes.computeIfAbsent(link.gaugesMm(), first -> {
            gaugeLists.add(first);
            return gaugeLists.size() - 1;
        });
        whole[index] = link.whole();
        travel[index] = packed(link.travel());
        measuredKm[index] = orNaN(link.measuredKm());
        greatCircleKm[index] = orNaN(link.greatCircleKm());
        km[index] = link.km();
    }

    Link get(int link) {
        return new Link(
                id(link),
                from[link],
                to[link],
                mode(link),
                state(link),
                gaugesMm(link),
                travel(link),
                orNull(measuredKm[link]),
                orNull(greatCircleKm[link]),
                km[link],
                whole[link]);
    }

    /** Makes a link a part of a whole, of which it has so many kilometres. */
    void share(int link, int ofWhole, double share) {
        whole[link] = ofWhole;
        km[link] = share;
    }

    int size() {
        return ids.size();
    }

    String id(int link) {
        return ids.get(link);
    }

    int from(int link) {
        return from[link];
    }

    int to(int link) {
        return to[link];
    }

    int otherEnd(int link, int place) {
        return place == from[link] ? to[link] : from[link];
    }

    int traits(int link) {
        return traits[link];
    }

    int whole(int link) {
        return whole[link];
    }

    double km(int link) {
        return km[link];
    }

    boolean isMeasured(int link) {
        return !Double.isNaN(measuredKm[link]);
    }

    List<Integer> gaugesMm(int link) {
        return gaugeLists.get(gauges[link]);
    }

    Mode mode(int link) {
        return MODES[modeIndex(link)];
    }

    /** The place of a link's mode among all modes. */
    int modeIndex(int link) {
        return Integer.numberOfTrailingZeros(traits[link]);
    }

    LinkTravel travel(int link) {
        int place = travel[link] & LOWEST_BYTE;
        return new LinkTravel(place == 0 ? null : CLASSES[place - 1], travel[link] >>> Byte.SIZE);
    }

    /** It lives in memory only, so the order of the values may change. */
    @SuppressWarnings("EnumOrdinal")
    private static int packed(LinkTravel link) {
        TravelClass travelClass = link.travelClass();
        return (travelClass == null ? 0 : travelClass.ordinal() + 1) | link.designKmh() << Byte.SIZE;
    }

    /** The bits of a link, alike for a whole and its parts. */
    static int traits(Link link) {
        int known = Network.trait(link.mode()) | Network.trait(link.state().status());
        return switch (link.state().certainty()) {
            case KNOWN -> known;
            case ANNOUNCED -> known | ANNOUNCED;
            case UNKNOWN -> known | UNKNOWN;
        };
    }

    private StatusOnDay state(int link) {
        return new StatusOnDay(status(link), certainty(link));
    }

    StatusOnDay.Certainty certainty(int link) {
        if ((traits[link] & UNKNOWN) != 0) {
            return StatusOnDay.Certainty.UNKNOWN;
        }
        return (traits[link] & ANNOUNCED) == 0 ? StatusOnDay.Certainty.KNOWN : StatusOnDay.Certainty.ANNOUNCED;
    }

    private @Nullable Status status(int link) {
        int bit = (traits[link] & (ANNOUNCED - 1)) >>> MODES.length;
        return bit == 0 ? null : STATUSES[Integer.numberOfTrailingZeros(bit)];
    }

    private static double orNaN(@Nullable Double figure) {
        return figure == null ? Double.NaN : figure;
    }

    private static @Nullable Double orNull(double figure) {
        return Double.isNaN(figure) ? null : figure;
    }
}
