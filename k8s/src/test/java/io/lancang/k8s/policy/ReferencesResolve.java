package io.lancang.k8s.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.lancang.k8s.manifest.Manifest;
import io.lancang.k8s.manifest.ManifestSet;
import io.lancang.k8s.manifest.PodTemplate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What pods name exists: service accounts, volumes, ConfigMaps with their keys, and secrets. A secret exists if an operator
 * generates it from another object of the set, or if it is among those that README.md tells to make by hand.
 */
public final class ReferencesResolve implements Policy {
    private static final Set<String> GENERATED_KEYS =
            Set.of("username", "user", "password", "dbname", "host", "port", "uri", "jdbc-uri", "pgpass");

    private final Set<String> byHand;

    /** @param byHand secrets and ConfigMaps that people make */
    public ReferencesResolve(Set<String> byHand) {
        this.byHand = Set.copyOf(byHand);
    }

    @Override
    public Stream<Finding> check(ManifestSet set) {
        Set<String> secrets = secrets(set);
        return set.pods().flatMap(pod -> pod(set, secrets, pod));
    }

    private Set<String> secrets(ManifestSet set) {
        Set<String> names = new HashSet<>(byHand);
        set.ofKind("Cluster")
                .map(Manifest::name)
                .forEach(cluster -> names.addAll(Set.of(cluster + "-app", cluster + "-ca")));
        set.ofKind("ExternalSecret").forEach(external -> names.add(external.text("/spec/target/name")));
        return names;
    }

    private boolean isThere(ManifestSet set, String kind, String name) {
        return byHand.contains(name) || set.find(kind, name).isPresent();
    }

    private Stream<Finding> pod(ManifestSet set, Set<String> secrets, PodTemplate pod) {
        Checks checks = new Checks(pod.owner(), "");
        String account = pod.spec().path("serviceAccountName").asText();
        checks.require(
                account.isEmpty() || set.find("ServiceAccount", account).isPresent(),
                "there is no ServiceAccount " + account);
        Set<String> volumes = new HashSet<>();
        Stream.concat(
                        Manifest.items(pod.spec().path("volumes")).map(each -> each.path("name")),
                        pod.owner().each("/spec/volumeClaimTemplates").map(each -> each.at("/metadata/name")))
                .forEach(name -> volumes.add(name.asText()));
        Manifest.items(pod.spec().path("volumes"))
                .map(volume -> volume.at("/configMap/name").asText())
                .filter(name -> !name.isEmpty())
                .forEach(name -> checks.require(isThere(set, "ConfigMap", name), "there is no ConfigMap " + name));
        Manifest.items(pod.spec().path("volumes"))
                .map(volume -> volume.at("/secret/secretName").asText())
                .filter(name -> !name.isEmpty())
                .forEach(name -> checks.require(secrets.contains(name), "nobody makes the secret " + name));
        Manifest.items(pod.spec().path("volumes")).forEach(volume -> files(set, volume, checks));
        pod.containers().forEach(container -> {
            Manifest.items(container.path("volumeMounts"))
                    .map(mount -> mount.path("name").asText())
                    .forEach(name -> checks.require(volumes.contains(name), "there is no volume " + name));
            Manifest.items(container.path("env")).forEach(variable -> {
                secretKey(secrets, variable.at("/valueFrom/secretKeyRef"), checks);
                JsonNode ofMap = variable.at("/valueFrom/configMapKeyRef");
                if (ofMap.isObject()) {
                    configMapKey(
                            set, ofMap.path("name").asText(), ofMap.path("key").asText(), checks);
                }
            });
        });
        return checks.findings();
    }

    /** The keys that a volume takes from a secret or a ConfigMap, each as a file below the volume. */
    private static void files(ManifestSet set, JsonNode volume, Checks checks) {
        String map = volume.at("/configMap/name").asText();
        Manifest.items(volume.at("/configMap/items"))
                .forEach(item -> configMapKey(set, map, item.path("key").asText(), checks));
        String secret = volume.at("/secret/secretName").asText();
        Manifest.items(volume.at("/secret/items"))
                .map(item -> item.path("key").asText())
                .forEach(key -> checks.require(
                        secret.endsWith("-ca") ? key.equals("ca.crt") : GENERATED_KEYS.contains(key),
                        "the secret " + secret + " has no key " + key));
        Stream.of("configMap", "secret")
                .flatMap(source -> Manifest.items(volume.path(source).path("items")))
                .map(item -> item.path("path").asText())
                .forEach(path -> checks.require(isBelow(path), "'" + path + "' is no path below a volume"));
    }

    private static boolean isBelow(String path) {
        return !path.isEmpty()
                && !path.startsWith("/")
                && !List.of(path.split("/")).contains("..");
    }

    private static void secretKey(Set<String> secrets, JsonNode reference, Checks checks) {
        // A pod starts without what is optional.
        if (reference.isObject() && !reference.path("optional").asBoolean()) {
            String name = reference.path("name").asText();
            String key = reference.path("key").asText();
            checks.require(secrets.contains(name), "nobody makes the secret " + name);
            checks.require(GENERATED_KEYS.contains(key), "a database's secret has no key " + key);
        }
    }

    private static void configMapKey(ManifestSet set, String name, String key, Checks checks) {
        checks.require(
                set.find("ConfigMap", name)
                        .filter(each -> each.at("/data").has(key))
                        .isPresent(),
                "there is no ConfigMap " + name + " with the key " + key);
    }
}
