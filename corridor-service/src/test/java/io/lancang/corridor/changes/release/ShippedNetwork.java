package io.lancang.corridor.changes.release;

import io.lancang.kit.fixture.Shipped;
import io.lancang.kit.startup.PackagedReleases;

/** The network that ships with the service. */
public final class ShippedNetwork extends Shipped {
    @Override
    protected PackagedReleases releases() {
        return new CorridorReleases();
    }
}
