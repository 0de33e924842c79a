package io.lancang.k8s;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.k8s.manifest.ManifestSet;
import io.lancang.k8s.policy.Finding;
import io.lancang.k8s.policy.Policy;
import java.util.List;

/**
 * The manifests of prod with a fault, and what a rule is to say of it.
 *
 * @param problem part of a finding
 */
record Broken(Policy policy, ManifestSet set, String problem) {
    /** Where a workload has the specification of its pods. */
    static final String POD = "/spec/template/spec/";

    /** Where it has their first container. */
    static final String CONTAINER = POD + "containers/0/";

    /** A fault at a JSON pointer of one object. */
    Broken(Policy policy, String kind, String name, String pointer, String value, String problem) {
        this(policy, ManifestSet.render("overlays/prod").with(kind, name, pointer, value), problem);
    }

    /** As {@link #Broken(Policy, String, String, String, String, String)}, in the manifests of an overlay. */
    static Broken inOverlay(
            Policy policy, String overlay, String kind, String name, String pointer, String value, String problem) {
        return new Broken(policy, ManifestSet.render(overlay).with(kind, name, pointer, value), problem);
    }

    /** With another change, after which the rule is to say something else. */
    Broken and(String kind, String name, String pointer, String value, String furtherProblem) {
        return new Broken(policy, set.with(kind, name, pointer, value), furtherProblem);
    }

    void assertCaught() {
        List<Finding> findings = policy.check(set).toList();
        assertTrue(
                findings.stream().anyMatch(each -> each.toString().contains(problem)),
                () -> "Not found: " + problem + "\nFound: " + findings);
    }

    @Override
    public String toString() {
        return policy.getClass().getSimpleName() + ": " + problem;
    }
}
