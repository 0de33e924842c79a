package io.lancang.standalone.soak;

import java.time.Duration;
import java.util.List;

/** How a quantity grows, by least squares. */
final class Slope {
    private Slope() {}

    /** What was measured at a time. */
    record Sample(Duration at, double value) {}

    /** By how much it grows in an hour; nothing if there are not two times. */
    static double perHour(List<Sample> samples) {
        double times = samples.stream().mapToDouble(Slope::hours).average().orElse(0);
        double values = samples.stream().mapToDouble(Sample::value).average().orElse(0);
        double together = 0;
        double square = 0;
        for (Sample sample : samples) {
            double distance = hours(sample) - times;
            together += distance * (sample.value() - values);
            square += distance * distance;
        }
        return square == 0 ? 0 : together / square;
    }

    private static double hours(Sample sample) {
        return sample.at().toMillis() / (double) Duration.ofHours(1).toMillis();
    }
}
