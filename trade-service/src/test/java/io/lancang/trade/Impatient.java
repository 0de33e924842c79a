package io.lancang.trade;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * A service beside that of most tests, which waits a second for files and two for bodies of the graph. Who needs such a one and who needs
 * one of its own share it: its start takes longer than their tests.
 */
public final class Impatient implements QuarkusTestProfile {
    /** How many bodies it reads at the same time, and how many large ones among them. */
    public static final int BODIES_AT_ONCE = 12;

    public static final int LARGE_AT_ONCE = 4;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.http.read-timeout",
                "1S",
                "lancang.catalogue.publisher.name",
                "Office of Statistics",
                "lancang.catalogue.publisher.contact",
                "data@statistics.example",
                "lancang.bodies.deadline",
                "2S",
                "lancang.bodies.at-once",
                "" + BODIES_AT_ONCE,
                "lancang.bodies.large-at-once",
                "" + LARGE_AT_ONCE);
    }
}
