package io.lancang.k8s.admission;

import com.fasterxml.jackson.databind.JsonNode;
import io.lancang.k8s.manifest.Manifest;
import io.lancang.k8s.manifest.ManifestSet;
import io.lancang.k8s.policy.Checks;
import io.lancang.k8s.policy.Finding;
import io.lancang.k8s.policy.Policy;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules of CloudNativePG's webhooks for what we set: one way to start, one image, synchronous standbys that exist. */
public final class ClustersAreAccepted implements Policy {
    private static final Set<String> STARTS = Set.of("initdb", "recovery", "pg_basebackup");

    /** Parameters that the operator sets itself. */
    private static final Pattern OPERATED = Pattern.compile(
            "ssl(_.*)?|archive_(command|mode|timeout)|cluster_name|data_directory|hba_file|ident_file|listen_addresses|port|"
                    + "primary_conninfo|primary_slot_name|recovery_target.*|restore_command|synchronous_standby_names|"
                    + "unix_socket_directories|hot_standby|log_(destination|directory|file_mode|filename)|logging_collector");

    /** {@code shared_buffers} as the operator reads it. */
    private static final Pattern MEMORY = Pattern.compile("(\\d+)(kB|MB|GB)");

    private static final Map<String, Long> UNITS = Map.of("kB", 1024L, "MB", 1024L * 1024, "GB", 1024L * 1024 * 1024);

    /** Second, minute, hour, day, month, weekday; five fields would be read as another schedule, or not at all. */
    private static final Pattern SCHEDULE = Pattern.compile("[-\\d*/,?]+( [-\\w*/,?]+){5}");

    @Override
    public Stream<Finding> check(ManifestSet set) {
        return Stream.concat(
                set.ofKind("Cluster").flatMap(ClustersAreAccepted::cluster),
                set.ofKind("ScheduledBackup").flatMap(backup -> backup(set, backup)));
    }

    private static Stream<Finding> cluster(Manifest cluster) {
        Checks checks = new Checks(cluster, "");
        JsonNode spec = cluster.at("/spec");
        checks.require(
                !(spec.has("imageName") && spec.has("imageCatalogRef")), "has an image and a catalogue of images");
        JsonNode bootstrap = spec.path("bootstrap");
        checks.require(STARTS.stream().filter(bootstrap::has).count() <= 1, "starts in more than one way");
        for (String start : STARTS) {
            checks.require(
                    bootstrap.path(start).has("database")
                            == bootstrap.path(start).has("owner"),
                    start + " has a database without an owner, or an owner without a database");
        }
        JsonNode synchronous = spec.at("/postgresql/synchronous");
        checks.require(
                synchronous.path("number").asInt() < spec.path("instances").asInt(),
                "commits wait for as many standbys as there are instances");
        checks.require(
                synchronous.isMissingNode() || !(spec.has("minSyncReplicas") || spec.has("maxSyncReplicas")),
                "has synchronous beside minSyncReplicas or maxSyncReplicas");
        parameters(spec, checks);
        return checks.findings();
    }

    private static void parameters(JsonNode spec, Checks checks) {
        spec.at("/postgresql/parameters").properties().forEach(parameter -> {
            checks.require(
                    !OPERATED.matcher(parameter.getKey()).matches(),
                    parameter.getKey() + " is set by the operator alone");
            checks.require(parameter.getValue().isTextual(), parameter.getKey() + " has a value that is no text");
        });
        Matcher buffers =
                MEMORY.matcher(spec.at("/postgresql/parameters/shared_buffers").asText());
        Optional<BigDecimal> memory = Syntax.amount(spec.at("/resources/requests/memory"));
        if (buffers.matches() && memory.isPresent()) {
            long bytes = Long.parseLong(buffers.group(1)) * UNITS.getOrDefault(buffers.group(2), 1L);
            checks.require(
                    memory.get().compareTo(BigDecimal.valueOf(bytes)) >= 0, "shared_buffers is more than its memory");
        }
    }

    private static Stream<Finding> backup(ManifestSet set, Manifest backup) {
        Checks checks = new Checks(backup, "");
        String schedule = backup.text("/spec/schedule");
        checks.require(SCHEDULE.matcher(schedule).matches(), "'" + schedule + "' is no schedule of six fields");
        checks.require(
                !backup.text("/spec/method").equals("volumeSnapshot")
                        || set.find("Cluster", backup.text("/spec/cluster/name"))
                                .filter(cluster -> cluster.at("/spec/backup").has("volumeSnapshot"))
                                .isPresent(),
                "takes snapshots, and its cluster has no backup.volumeSnapshot");
        return checks.findings();
    }
}
