package io.lancang.trade.distribution;

import io.lancang.kit.fixture.Steward;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** A service on a {@link DistributedDatabase}, into which it loads what ships. */
public final class OnDistributedFigures implements QuarkusTestProfile {
    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(
                new TestResourceEntry(DistributedDatabase.class, Map.of()),
                new TestResourceEntry(Steward.class, Map.of()));
    }
}
