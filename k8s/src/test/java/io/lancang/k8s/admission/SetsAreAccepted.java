package io.lancang.k8s.admission;

import io.lancang.k8s.manifest.Manifest;
import io.lancang.k8s.manifest.ManifestSet;
import io.lancang.k8s.manifest.PodTemplate;
import io.lancang.k8s.policy.Finding;
import io.lancang.k8s.policy.Policy;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** What is refused, or comes to nothing, because of another object. */
public final class SetsAreAccepted implements Policy {
    @Override
    public Stream<Finding> check(ManifestSet set) {
        return Stream.of(doubles(set), withoutService(set), withoutSnapshots(set), withTwoBudgets(set))
                .flatMap(findings -> findings);
    }

    /** Two objects of one kind and name are one. */
    private static Stream<Finding> doubles(ManifestSet set) {
        Set<String> seen = new HashSet<>();
        return set.all()
                .filter(each -> !seen.add(each.apiVersion() + "/" + each))
                .map(each -> new Finding(each, "is there twice"));
    }

    /** A StatefulSet's pods have names in DNS by a Service. */
    private static Stream<Finding> withoutService(ManifestSet set) {
        return set.ofKind("StatefulSet")
                .filter(each ->
                        set.find("Service", each.text("/spec/serviceName")).isEmpty())
                .map(each -> new Finding(each, "there is no Service " + each.text("/spec/serviceName")));
    }

    private static Stream<Finding> withoutSnapshots(ManifestSet set) {
        return set.ofKind("ScheduledBackup")
                .filter(backup -> backup.text("/spec/method").equals("volumeSnapshot"))
                .filter(backup -> set.find("Cluster", backup.text("/spec/cluster/name"))
                        .filter(cluster -> cluster.at("/spec/backup").has("volumeSnapshot"))
                        .isEmpty())
                .map(backup -> new Finding(backup, "takes snapshots, and its cluster has no backup.volumeSnapshot"));
    }

    /** The eviction of a pod that two budgets are for is refused. */
    private static Stream<Finding> withTwoBudgets(ManifestSet set) {
        return set.pods()
                .filter(pod -> set.ofKind("PodDisruptionBudget")
                                .filter(budget -> isFor(budget, pod))
                                .count()
                        > 1)
                .map(pod -> new Finding(pod.owner(), "its pods have more than one PodDisruptionBudget"));
    }

    private static boolean isFor(Manifest budget, PodTemplate pod) {
        return pod.matches(budget.at("/spec/selector/matchLabels"));
    }
}
