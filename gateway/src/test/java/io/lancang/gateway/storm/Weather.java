package io.lancang.gateway.storm;

import static io.lancang.gateway.storm.Fault.NONE;

import java.util.random.RandomGenerator;

/** How often a subgraph fails, and in which way. */
enum Weather {
    FAIR("fair", NONE, 0),
    STATUS_500("5 % status 500", Fault.STATUS_500, 0.05),
    STATUS_503("5 % status 503", Fault.STATUS_503, 0.05),
    HTML("5 % HTML", Fault.HTML, 0.05),
    HALF_JSON("5 % half JSON", Fault.HALF_JSON, 0.05),
    CUT("5 % cut", Fault.CUT, 0.05),
    RESET("5 % reset", Fault.RESET, 0.05),
    HANG("1 % hang", Fault.HANG, 0.01),
    DRIP("1 % drip", Fault.DRIP, 0.01),
    FLAPPING("flapping: 50 % reset", Fault.RESET, 0.5),
    FLAPPING_503("flapping: 50 % status 503", Fault.STATUS_503, 0.5),
    SLOW("5 % slow by 3 s", Fault.SLOW, 0.05),
    OUTAGE("away for 3 s of 9 s", NONE, 0),
    ONE_AWAY("one of two servers away", NONE, 0),
    ONE_503("one of two servers: status 503", Fault.STATUS_503, 1),
    ONE_HANGS("one of two servers hangs", Fault.HANG, 1),
    ONE_FLAPS("one of two servers: 50 % reset", Fault.RESET, 0.5);

    private final String title;
    private final Fault fault;
    private final double share;

    Weather(String title, Fault fault, double share) {
        this.title = title;
        this.fault = fault;
        this.share = share;
    }

    String title() {
        return title;
    }

    /** What happens to the next request. */
    Fault next(RandomGenerator chance) {
        return chance.nextDouble() < share ? fault : NONE;
    }

    boolean hasOutage() {
        return this == OUTAGE;
    }

    /** Whether the subgraph has two servers, one of which is out of the weather. */
    boolean isOfOneServer() {
        return switch (this) {
            case ONE_AWAY, ONE_503, ONE_HANGS, ONE_FLAPS -> true;
            case FAIR,
                    STATUS_500,
                    STATUS_503,
                    HTML,
                    HALF_JSON,
                    CUT,
                    RESET,
                    HANG,
                    DRIP,
                    FLAPPING,
                    FLAPPING_503,
                    SLOW,
                    OUTAGE -> false;
        };
    }
}
