package io.lancang.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.lancang.k8s.admission.ObjectsAreAccepted;
import io.lancang.k8s.manifest.ManifestSet;
import io.lancang.k8s.manifest.OwnOverlay;
import io.lancang.k8s.policy.ImagesAreFixed;
import io.lancang.k8s.policy.Policy;
import io.lancang.k8s.policy.PreparationPrecedesPods;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Jobs cannot change, so whatever an overlay of somebody's own changes of a job makes another of it, under a fit name. */
class JobNamesTest {
    private static final String JOB = "trade-service-preparation";
    private static final String PROD = """
            apiVersion: kustomize.config.k8s.io/v1beta1
            kind: Kustomization
            resources: ["@/overlays/prod"]
            """;
    private static final List<Policy> RULES =
            List.of(new ObjectsAreAccepted(), new ImagesAreFixed(), new PreparationPrecedesPods());

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "newTag: 3f2c9e0b7d9a4c1e8a5f63f2c9e0b7d9a4c1e8a5",
                "newTag: 1.0.0_RC1",
                "newTag: 1.0.0-rc.1-with-a-name-that-is-longer-than-a-label-of-a-pod-may-be",
                "digest: sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
            })
    void haveAFitNameWhateverTheImageIsCalled(String image) {
        ManifestSet own = render("images: [{name: lancang/trade-service, %s}]".formatted(image));

        assertEquals(List.of(), RULES.stream().flatMap(rule -> rule.check(own)).toList());
        assertNotEquals(named(render("")), named(own));
    }

    @Test
    void areOthersWhenAVariableChangesAlone() {
        ManifestSet own = render("""
                patches:
                  - target: {kind: Job, name: %s}
                    patch: |-
                      - {op: add, path: /spec/template/spec/containers/0/env/-, value: {name: QUARKUS_LOG_LEVEL, value: DEBUG}}
                """.formatted(JOB));

        assertNotEquals(named(render("")), named(own));
    }

    @Test
    void areTheSameWhenNothingOfThemChanges() {
        ManifestSet own = render("images: [{name: lancang/gateway, newTag: 1.1.0}]");

        assertEquals(named(ManifestSet.render("overlays/prod")), named(own));
    }

    private static String named(ManifestSet set) {
        return set.get("Job", JOB).name();
    }

    private ManifestSet render(String change) {
        return OwnOverlay.render(folder, PROD + change);
    }
}
