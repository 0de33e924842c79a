package io.lancang.k8s.readme;

import io.lancang.k8s.manifest.Home;
import io.lancang.k8s.manifest.Manifest;
import io.lancang.k8s.manifest.ManifestSet;
import io.lancang.k8s.manifest.PodTemplate;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A command of {@code kubectl}, and what it names that is not there. Words in capitals stand for what the reader has. */
final class Command {
    private static final Map<String, String> KINDS =
            Map.of("deployment", "Deployment", "service", "Service", "cluster", "Cluster", "job", "Job");

    /** What is listed without a name: ours, and what operators make for ours. */
    private static final Set<String> LISTED = Set.of("jobs", "backups", "volumesnapshots");

    private static final Pattern OF_THE_READER = Pattern.compile("[A-Z-]+");
    private static final Pattern OBJECT = Pattern.compile("([a-z]+)/([\\w.-]+)");
    private static final Pattern POD = Pattern.compile("([a-z-]+)-\\d+");
    private static final Pattern LITERAL = Pattern.compile("--from-literal=([\\w.-]+)=");

    private final String text;
    private final List<String> words;
    private final List<ManifestSet> deployed;
    private final List<String> faults = new ArrayList<>();

    /** @param deployed what may be in the cluster, by overlay */
    Command(String text, List<ManifestSet> deployed) {
        this.text = text;
        this.words = List.of(text.split("\\s+"));
        this.deployed = deployed;
    }

    /** What it names that is not there. */
    List<String> faults() {
        after("-n").ifPresent(namespace -> require("Namespace", namespace));
        after("-k").filter(folder -> !isOfTheReader(folder)).ifPresent(folder -> {
            boolean is = Files.exists(Home.repository().resolve(folder).resolve("kustomization.yaml"));
            check(is, "there is no kustomization in " + folder);
        });
        words.stream().map(OBJECT::matcher).filter(Matcher::matches).forEach(object -> {
            String kind = KINDS.getOrDefault(object.group(1), "");
            check(!kind.isEmpty(), "nobody knows the kind " + object.group(1));
            if (!isOfTheReader(object.group(2))) {
                require(kind, object.group(2));
            }
        });
        after("get").ifPresent(kind -> check(LISTED.contains(kind), "nobody lists " + kind));
        after("delete").ifPresent(kind -> require(KINDS.getOrDefault(kind, kind), word(words.indexOf("delete") + 2)));
        after("backup").ifPresent(cluster -> require("Cluster", cluster));
        after("generic").ifPresent(this::secret);
        after("port-forward").ifPresent(service -> port(service, word(words.indexOf("port-forward") + 2)));
        if (words.contains("exec")) {
            pod();
        }
        return List.copyOf(faults);
    }

    /** A secret made by hand has exactly the keys that pods take from it. */
    private void secret(String name) {
        Set<String> given = new TreeSet<>();
        LITERAL.matcher(text).results().forEach(literal -> given.add(literal.group(1)));
        Set<String> taken = new TreeSet<>();
        deployed.stream()
                .flatMap(ManifestSet::pods)
                .flatMap(PodTemplate::containers)
                .flatMap(container -> Manifest.items(container.path("env")))
                .map(variable -> variable.at("/valueFrom/secretKeyRef"))
                .filter(reference -> reference.path("name").asText().equals(name))
                .forEach(reference -> taken.add(reference.path("key").asText()));
        check(given.equals(taken), "pods take the keys " + taken + " of " + name + ", which has " + given);
    }

    private void port(String service, String port) {
        String name = service.substring(service.indexOf('/') + 1);
        check(
                found("Service", name)
                        .flatMap(each -> each.each("/spec/ports"))
                        .anyMatch(each -> each.path("port").asText().equals(port)),
                service + " has no port " + port);
    }

    private void pod() {
        Matcher pod = words.stream()
                .map(POD::matcher)
                .filter(Matcher::matches)
                .findFirst()
                .orElseThrow(() -> new AssertionError("It runs in no pod: " + text));
        check(
                Stream.of("Cluster", "StatefulSet")
                        .anyMatch(kind -> found(kind, pod.group(1)).findAny().isPresent()),
                "nothing has the pod " + pod.group());
    }

    private void require(String kind, String name) {
        check(found(kind, name).findAny().isPresent(), "there is no " + kind.toLowerCase(Locale.ROOT) + " " + name);
    }

    private Stream<Manifest> found(String kind, String name) {
        return deployed.stream().flatMap(set -> set.find(kind, name).stream());
    }

    private void check(boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }

    private Optional<String> after(String word) {
        int index = words.indexOf(word);
        return index < 0 ? Optional.empty() : Optional.of(word(index + 1));
    }

    private String word(int index) {
        if (index >= words.size()) {
            throw new AssertionError("It ends too early: " + text);
        }
        return words.get(index);
    }

    private static boolean isOfTheReader(String word) {
        return OF_THE_READER.matcher(word).matches();
    }
}
