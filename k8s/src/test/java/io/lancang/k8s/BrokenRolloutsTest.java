package io.lancang.k8s;

import static io.lancang.k8s.Broken.CONTAINER;
import static io.lancang.k8s.Broken.POD;

import io.lancang.k8s.manifest.ManifestSet;
import io.lancang.k8s.policy.BackupsRestoreAlone;
import io.lancang.k8s.policy.Policy;
import io.lancang.k8s.policy.PreparationPrecedesPods;
import io.lancang.k8s.policy.RolloutsKeepCapacity;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Workloads that would lose capacity or serve from a database that nobody prepared, and backups that restore nothing. */
class BrokenRolloutsTest {
    private static final Policy CAPACITY = new RolloutsKeepCapacity();
    private static final Policy PREPARED = new PreparationPrecedesPods();
    private static final Policy RESTORED = new BackupsRestoreAlone();

    static Stream<Broken> broken() {
        return Stream.of(brokenCapacity(), brokenPreparation(), brokenBackups()).flatMap(all -> all);
    }

    private static Stream<Broken> brokenCapacity() {
        return Stream.of(
                new Broken(
                        CAPACITY,
                        "Deployment",
                        "gateway",
                        "/spec/strategy/rollingUpdate/maxUnavailable",
                        "1",
                        "maxUnavailable is not 0"),
                new Broken(CAPACITY, "Deployment", "gateway", "/spec/replicas", "2", "replicas are set beside"),
                new Broken(
                        CAPACITY,
                        "Deployment",
                        "gateway",
                        POD + "topologySpreadConstraints/0",
                        "",
                        "its pods are not spread"),
                new Broken(
                        CAPACITY,
                        "PodDisruptionBudget",
                        "gateway",
                        "/spec/selector/matchLabels/app.kubernetes.io~1name",
                        "\"other\"",
                        "no PodDisruptionBudget"));
    }

    private static Stream<Broken> brokenPreparation() {
        return Stream.of(
                new Broken(
                        PREPARED,
                        "Deployment",
                        "trade-service",
                        CONTAINER + "env/4/value",
                        "\"at-start\"",
                        "its pods prepare the database themselves"),
                new Broken(
                        PREPARED,
                        ManifestSet.render("overlays/prod").without("Job", "trade-service-preparation"),
                        "there is no Job trade-service-preparation"),
                new Broken(
                        PREPARED,
                        "Job",
                        "trade-service-preparation",
                        "/metadata/name",
                        "\"trade-service-preparation-1.0.0\"",
                        "would be refused once anything of it changes"),
                new Broken(
                        PREPARED,
                        "Job",
                        "trade-service-preparation",
                        CONTAINER + "env/4/value",
                        "\"expected\"",
                        "does not end"),
                new Broken(
                        PREPARED,
                        "Job",
                        "trade-service-preparation",
                        CONTAINER + "image",
                        "\"lancang/trade-service:0.9.0\"",
                        "has another image"),
                new Broken(
                        PREPARED,
                        "Job",
                        "trade-service-preparation",
                        CONTAINER + "env/2/valueFrom/secretKeyRef/name",
                        "\"corridor-db-app\"",
                        "has another LANCANG_DATABASE_HOST"));
    }

    private static Stream<Broken> brokenBackups() {
        return Stream.of(
                new Broken(
                        RESTORED,
                        "Cluster",
                        "trade-db",
                        "/spec/backup/volumeSnapshot/online",
                        "true",
                        "are of a running server, whose log nobody archives"),
                new Broken(
                        RESTORED,
                        "Cluster",
                        "trade-db",
                        "/spec/backup/volumeSnapshot/online",
                        "",
                        "of a running server"),
                new Broken(
                        RESTORED,
                        "ScheduledBackup",
                        "trade-db",
                        "/spec/target",
                        "\"primary\"",
                        "no ScheduledBackup takes one from a standby"),
                new Broken(RESTORED, "Cluster", "trade-db", "/spec/instances", "1", "has no standby"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void isCaught(Broken broken) {
        broken.assertCaught();
    }
}
