package io.lancang.corridor.feature.connectivity;

import io.lancang.corridor.ground.fact.Mode;
import io.lancang.corridor.ground.network.Network;
import io.lancang.corridor.ground.network.RecordCoverage;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whether the record of some modes is dense enough in some countries to tell what would cut them off.
 *
 * @param coverage by country and mode
 * @param reason why it is not; null if it is
 */
record RecordDensity(
        List<RecordCoverage> coverage, @Nullable String reason) {
    private static final int LEAST_LOCATIONS = 3;
    /** A location in so many must be reached. */
    private static final int LEAST_SHARE = 10;

    static RecordDensity of(Network network, List<String> countries, Set<Mode> modes) {
        List<RecordCoverage> coverage = countries.stream()
                .flatMap(country -> network.coverage(country, modes).stream())
                .toList();
        Set<Mode> singleWorks = new TreeSet<>(modes);
        singleWorks.removeAll(Mode.TRAFFIC);
        if (!singleWorks.isEmpty()) {
            return new RecordDensity(
                    coverage,
                    "Of " + singleWorks + " the record holds single works and no network, so that others may exist.");
        }
        for (String country : countries) {
            String thin = thin(network, country, modes);
            if (thin != null) {
                return new RecordDensity(coverage, thin);
            }
        }
        return new RecordDensity(coverage, null);
    }

    private static @Nullable String thin(Network network, String country, Set<Mode> modes) {
        List<RecordCoverage> ofCountry = network.coverage(country, modes);
        int locations = ofCountry.getFirst().locations();
        int reached = ofCountry.stream().mapToInt(RecordCoverage::reached).max().orElse(0);
        boolean isDense = reached >= LEAST_LOCATIONS && reached * LEAST_SHARE >= locations;
        return locations == 0 || isDense
                ? null
                : "In " + country + " no mode of " + new TreeSet<>(modes) + " reaches more than " + reached + " of "
                        + locations + " locations on record.";
    }
}
