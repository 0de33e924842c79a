package io.lancang.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.k8s.manifest.Home;
import io.lancang.k8s.manifest.ManifestSet;
import io.lancang.k8s.policy.BackupsRestoreAlone;
import io.lancang.k8s.policy.ContainersAreProbedAndBounded;
import io.lancang.k8s.policy.Finding;
import io.lancang.k8s.policy.ImagesAreFixed;
import io.lancang.k8s.policy.NetworkIsClosed;
import io.lancang.k8s.policy.NothingWidensRestrictions;
import io.lancang.k8s.policy.PodsAreRestricted;
import io.lancang.k8s.policy.Policy;
import io.lancang.k8s.policy.PreparationPrecedesPods;
import io.lancang.k8s.policy.ReferencesResolve;
import io.lancang.k8s.policy.RolloutsKeepCapacity;
import io.lancang.k8s.policy.SecretsHaveNoData;
import io.lancang.k8s.policy.SelectorsMatch;
import io.lancang.k8s.policy.StewardsGetNoGraph;
import io.lancang.k8s.policy.UploadsFitTheirVolume;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every overlay keeps every rule. */
class PolicyTest {
    private static final Set<String> BY_HAND = Set.of("trade-db-app", "corridor-db-app", "integration-db-app");
    /** What the values of the chart name and a team has already. */
    private static final Set<String> OF_THE_TEAM = Set.of("shared-supergraph", "trusted-documents", "client-keys");

    private static final List<Policy> POLICIES = List.of(
            new PodsAreRestricted(),
            new NothingWidensRestrictions(),
            new ContainersAreProbedAndBounded(),
            new ImagesAreFixed(),
            new SecretsHaveNoData(),
            new RolloutsKeepCapacity(),
            new SelectorsMatch(),
            new NetworkIsClosed(),
            new PreparationPrecedesPods(),
            new UploadsFitTheirVolume(),
            new StewardsGetNoGraph(),
            new BackupsRestoreAlone());

    static Stream<Arguments> overlaysAndPolicies() {
        return ManifestSet.overlays()
                .flatMap(overlay -> Stream.concat(POLICIES.stream(), Stream.of(references(overlay)))
                        .map(policy -> Arguments.of(overlay, policy)));
    }

    private static Policy references(String overlay) {
        return new ReferencesResolve(
                overlay.equals("overlays/dev") ? BY_HAND : overlay.startsWith("chart/") ? OF_THE_TEAM : Set.of());
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("overlaysAndPolicies")
    void isKeptByEveryOverlay(String overlay, Policy policy) {
        List<Finding> findings = policy.check(ManifestSet.render(overlay)).toList();

        assertEquals(List.of(), findings);
    }

    @Test
    void tellsToMakeTheSecretsThatDevCountsOn() throws IOException {
        String readme = Files.readString(Home.manifests().resolve("README.md"));

        for (String secret : BY_HAND) {
            assertTrue(readme.contains("create secret generic " + secret), secret);
        }
    }
}
