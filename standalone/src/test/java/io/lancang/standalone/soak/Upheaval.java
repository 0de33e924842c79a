package io.lancang.standalone.soak;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What happens to the set while clients ask. */
enum Upheaval {
    RESTART_TRADE(Means.RESTART, "trade"),
    RESTART_CORRIDOR(Means.RESTART, "corridor"),
    RESTART_INTEGRATION(Means.RESTART, "integration"),
    RESTART_GATEWAY(Means.RESTART, "gateway"),
    KILL_TRADE(Means.KILL, "trade"),
    KILL_CORRIDOR(Means.KILL, "corridor"),
    KILL_INTEGRATION(Means.KILL, "integration"),
    KILL_GATEWAY(Means.KILL, "gateway"),
    KILL_STORE(Means.STORE, "valkey"),
    FAIL_OVER(Means.DATABASE, "postgresql");

    /** How it is done. */
    enum Means {
        /** Each process is asked to end and started again, one after the other. */
        RESTART,
        /** One process ends as by {@code kill -9}, and another takes its place. */
        KILL,
        /** The Valkey dies and is away for a while. */
        STORE,
        /** The primary dies, the standby takes its place, and another standby follows. */
        DATABASE
    }

    private final Means means;
    private final String part;

    Upheaval(Means means, String part) {
        this.means = means;
        this.part = part;
    }

    Means means() {
        return means;
    }

    /** The part of the set that it happens to. */
    String part() {
        return part;
    }

    /** As it is written on the command line and in reports. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By such a label; what is none is an {@link IllegalArgumentException} that says which there are. */
    static Upheaval of(String label) {
        return Arrays.stream(values())
                .filter(each -> each.label().equals(label))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("'" + label + "' is no upheaval. There are " + labels() + "."));
    }

    private static String labels() {
        return Arrays.stream(values()).map(Upheaval::label).collect(Collectors.joining(", "));
    }

    /** All, in the order in which they happen. */
    static List<Upheaval> all() {
        return List.of(values());
    }
}
