package io.lancang.standalone.soak;

import java.util.Locale;

/** A kind of request, and how many of a thousand are of it. */
enum Kind {
    /** The six questions of the guide, which gateways keep until a release. */
    QUESTION(430),
    /** A question about some partner in some years, which few have asked before. */
    VARIED(230),
    /** The figure that the last release of the trade service brought. */
    FIGURE(90),
    /** The length that the last release of the corridor service brought. */
    LENGTH(60),
    EXPORT(20),
    /** A part of a file. */
    RANGE(50),
    SDMX(20),
    /** Features for maps. */
    FEATURES(70),
    /** A client asks who it is. */
    SELF(27),
    /** A file that is ordered, waited for and read. */
    JOB(3),
    /** A release that a steward loads; not by the mix, but by the clock. */
    LOAD(0);

    private final int ofThousand;

    Kind(int ofThousand) {
        this.ofThousand = ofThousand;
    }

    int ofThousand() {
        return ofThousand;
    }

    /** Whether it changes something: what was sent once cannot be sent again by anybody who does not know what it does. */
    boolean writes() {
        return this == JOB || this == LOAD;
    }

    /** Whether it needs the database of integration-service, which has no standbys that answer. */
    boolean needsPrimary() {
        return writes() || this == SELF;
    }

    /** Whether its answer is a file of an export, of which a service sends few at a time. */
    boolean isFile() {
        return this == EXPORT || this == RANGE || this == SDMX;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
