package io.lancang.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.k8s.admission.AutoscalersAreAccepted;
import io.lancang.k8s.admission.BudgetsAreAccepted;
import io.lancang.k8s.admission.ClustersAreAccepted;
import io.lancang.k8s.admission.ContainersAreAccepted;
import io.lancang.k8s.admission.JobsAreAccepted;
import io.lancang.k8s.admission.KeysAreUnique;
import io.lancang.k8s.admission.LabelsAreAccepted;
import io.lancang.k8s.admission.NamesAreAccepted;
import io.lancang.k8s.admission.NamespacesAreAccepted;
import io.lancang.k8s.admission.NetworkPoliciesAreAccepted;
import io.lancang.k8s.admission.ProbesAreAccepted;
import io.lancang.k8s.admission.QuantitiesAreAccepted;
import io.lancang.k8s.admission.RoutesAreAccepted;
import io.lancang.k8s.admission.ServicesAreAccepted;
import io.lancang.k8s.admission.SizesAreAccepted;
import io.lancang.k8s.admission.WorkloadsAreAccepted;
import io.lancang.k8s.manifest.ManifestSet;
import io.lancang.k8s.policy.Policy;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An API server would accept every object of every overlay. */
class AdmissionTest {
    private static final List<Policy> RULES = List.of(
            new NamesAreAccepted(),
            new NamespacesAreAccepted(),
            new LabelsAreAccepted(),
            new QuantitiesAreAccepted(),
            new KeysAreUnique(),
            new SizesAreAccepted(),
            new ContainersAreAccepted(),
            new ProbesAreAccepted(),
            new WorkloadsAreAccepted(),
            new JobsAreAccepted(),
            new ServicesAreAccepted(),
            new AutoscalersAreAccepted(),
            new BudgetsAreAccepted(),
            new NetworkPoliciesAreAccepted(),
            new RoutesAreAccepted(),
            new ClustersAreAccepted());

    static Stream<Arguments> overlaysAndRules() {
        return ManifestSet.overlays().flatMap(overlay -> RULES.stream().map(rule -> Arguments.of(overlay, rule)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("overlaysAndRules")
    void acceptsEveryOverlay(String overlay, Policy rule) {
        assertEquals(List.of(), rule.check(ManifestSet.render(overlay)).toList());
    }
}
