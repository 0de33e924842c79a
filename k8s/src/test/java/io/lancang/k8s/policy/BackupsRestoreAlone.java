package io.lancang.k8s.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.lancang.k8s.manifest.Manifest;
import io.lancang.k8s.manifest.ManifestSet;
import java.util.stream.Stream;

/**
 * Every database is backed up, and a backup is all that its restore needs. A snapshot of a running server needs the log that
 * was written until its end as well, so where nobody archives the log, snapshots are taken of one that stands still: a
 * standby, since the primary could not be written meanwhile.
 */
public final class BackupsRestoreAlone implements Policy {
    @Override
    public Stream<Finding> check(ManifestSet set) {
        return set.ofKind("Cluster").flatMap(cluster -> cluster(set, cluster));
    }

    private static Stream<Finding> cluster(ManifestSet set, Manifest cluster) {
        Checks checks = new Checks(cluster, "");
        boolean archived = cluster.at("/spec/backup").has("barmanObjectStore")
                || cluster.each("/spec/plugins")
                        .anyMatch(plugin -> plugin.path("isWALArchiver").asBoolean());
        JsonNode online = cluster.at("/spec/backup/volumeSnapshot/online");
        checks.require(
                archived || (online.isBoolean() && !online.asBoolean()),
                "its snapshots are of a running server, whose log nobody archives");
        checks.require(
                set.ofKind("ScheduledBackup")
                        .filter(backup -> backup.text("/spec/cluster/name").equals(cluster.name()))
                        .anyMatch(backup -> !backup.text("/spec/target").equals("primary")),
                "no ScheduledBackup takes one from a standby");
        checks.require(cluster.at("/spec/instances").asInt() > 1, "has no standby to take a backup from");
        return checks.findings();
    }
}
