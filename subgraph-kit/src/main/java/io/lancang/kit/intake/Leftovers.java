package io.lancang.kit.intake;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;

/** Clears the folder for uploads before the first of this process. */
final class Leftovers {
    void clear(@Observes StartupEvent start, SpoolFolder folder) {
        folder.removeLeftovers();
    }
}
