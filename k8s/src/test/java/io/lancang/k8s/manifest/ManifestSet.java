package io.lancang.k8s.manifest;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** All objects that are deployed together. Immutable. */
public final class ManifestSet {
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Map<Path, ManifestSet> RENDERED = new ConcurrentHashMap<>();

    private final List<Manifest> manifests;

    private ManifestSet(List<Manifest> manifests) {
        this.manifests = List.copyOf(manifests);
    }

    /** What can be deployed, below the manifests' folder: folders of Kustomize, and files of values for the chart. */
    public static Stream<String> overlays() {
        return Stream.of(
                "overlays/dev",
                "overlays/prod",
                "test/overlays/gateway",
                "test/overlays/managed",
                "test/overlays/stewards",
                "test/overlays/openshift",
                "chart/ci/inline-values.yaml",
                "chart/ci/polled-values.yaml",
                "chart/ci/everything-values.yaml");
    }

    /** What {@code kubectl apply -k} would send for a folder below the manifests' folder, or Helm for a file of values. */
    public static ManifestSet render(String overlay) {
        return RENDERED.computeIfAbsent(Home.manifests().resolve(overlay), ManifestSet::build);
    }

    private static ManifestSet build(Path overlay) {
        return overlay.toString().endsWith(".yaml") ? parse(Chart.render(overlay)) : kustomize(overlay);
    }

    private static ManifestSet kustomize(Path folder) {
        Tool.Output output =
                Tool.run("apt-get install kustomize", folder, List.of("kustomize", "build", folder.toString()));
        if (output.status() != 0) {
            throw new AssertionError("kustomize build " + folder + " failed:\n" + output.text());
        }
        return parse(output.text());
    }

    /** The objects of a file with one or more YAML documents. */
    public static ManifestSet read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The objects of one or more YAML documents. */
    public static ManifestSet parse(String yaml) {
        try (MappingIterator<ObjectNode> documents =
                YAML.readerFor(ObjectNode.class).readValues(yaml)) {
            return new ManifestSet(
                    documents.readAll().stream().map(Manifest::new).toList());
        } catch (IOException failure) {
            throw new UncheckedIOException("This is no YAML:\n" + yaml, failure);
        }
    }

    /** All objects, in the order of rendering. */
    public Stream<Manifest> all() {
        return manifests.stream();
    }

    /** The objects of a kind. */
    public Stream<Manifest> ofKind(String kind) {
        return all().filter(manifest -> manifest.kind().equals(kind));
    }

    /** The object of this kind and name; a job by its name without the hash. */
    public Optional<Manifest> find(String kind, String name) {
        return ofKind(kind).filter(manifest -> manifest.isNamed(name)).findFirst();
    }

    /** The object of this kind and name, which a test counts on. */
    public Manifest get(String kind, String name) {
        return find(kind, name).orElseThrow(() -> new AssertionError("There is no " + kind + "/" + name));
    }

    /** The pods of all workloads. */
    public Stream<PodTemplate> pods() {
        return all().flatMap(manifest -> manifest.pods().stream());
    }

    /**
     * These objects with one changed.
     *
     * @param pointer JSON pointer to the parent and, last, the key or index to set; {@code -} adds to a list
     * @param value JSON, or nothing to remove what is there
     */
    public ManifestSet with(String kind, String name, String pointer, String value) {
        Manifest changed = get(kind, name);
        ObjectNode copy = changed.tree().deepCopy();
        int last = pointer.lastIndexOf('/');
        JsonNode parent = copy.at(pointer.substring(0, last));
        Edits.set(parent, pointer.substring(last + 1).replace("~1", "/"), value);
        List<Manifest> all = new ArrayList<>(manifests);
        all.set(manifests.indexOf(changed), new Manifest(copy));
        return new ManifestSet(all);
    }

    /** These objects without one. */
    public ManifestSet without(String kind, String name) {
        Manifest removed = get(kind, name);
        return new ManifestSet(
                manifests.stream().filter(each -> !each.equals(removed)).toList());
    }
}
