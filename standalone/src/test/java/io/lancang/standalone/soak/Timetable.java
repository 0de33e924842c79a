package io.lancang.standalone.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * When upheavals happen, counted from the begin of the load. A fifth of the time warms up, half has upheavals at even distances, and the rest is calm,
 * so that one can see what each process keeps.
 *
 * @param steps in their order
 * @param rise until when the rate of requests grows
 * @param calm when the last part begins
 */
record Timetable(List<Step> steps, Duration rise, Duration calm) {
    private static final double WARM = 0.2;
    private static final double CALM = 0.7;
    private static final Duration LONGEST_RISE = Duration.ofMinutes(1);
    /** That much time an upheaval needs until all are back, on a machine that has other work. */
    private static final Duration ROOM = Duration.ofSeconds(40);

    Timetable {
        steps = List.copyOf(steps);
    }

    /** An upheaval and its time; one that is late because the last took long happens at once. */
    record Step(Duration at, Upheaval upheaval) {}

    /** All upheavals that are wanted, as many times one after the other as there is room for, once at least. */
    static Timetable of(Duration length, List<Upheaval> wanted) {
        Duration begin = part(length, WARM);
        Duration calm = part(length, CALM);
        List<Step> steps = new ArrayList<>();
        if (!wanted.isEmpty()) {
            Duration between = calm.minus(begin);
            long rounds = Math.max(1, between.dividedBy(ROOM.multipliedBy(wanted.size())));
            long count = rounds * wanted.size();
            for (int number = 0; number < count; number++) {
                steps.add(new Step(
                        begin.plus(between.multipliedBy(number).dividedBy(count)), wanted.get(number % wanted.size())));
            }
        }
        Duration half = begin.dividedBy(2);
        return new Timetable(steps, half.compareTo(LONGEST_RISE) < 0 ? half : LONGEST_RISE, calm);
    }

    private static Duration part(Duration length, double share) {
        return Duration.ofMillis(Math.round(length.toMillis() * share));
    }
}
