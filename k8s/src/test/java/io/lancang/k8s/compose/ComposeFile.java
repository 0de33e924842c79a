package io.lancang.k8s.compose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lancang.k8s.manifest.Home;
import io.lancang.k8s.manifest.Manifest;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A file of the Compose specification, its merges and aliases resolved. Immutable.
 *
 * @param tree the file; not to be changed
 */
record ComposeFile(ObjectNode tree) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads a file by its path in the repository. */
    static ComposeFile read(String path) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try (Reader file = Files.newBufferedReader(Home.repository().resolve(path))) {
            return new ComposeFile(JSON.valueToTree(new Yaml(new SafeConstructor(options)).load(file)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A service, or a missing node. */
    JsonNode service(String name) {
        return tree.path("services").path(name);
    }

    /** All services by name. */
    Map<String, JsonNode> services() {
        Map<String, JsonNode> services = new TreeMap<>();
        tree.path("services").properties().forEach(each -> services.put(each.getKey(), each.getValue()));
        return services;
    }

    /** The variables of a service. */
    Map<String, String> environment(String service) {
        Map<String, String> variables = new TreeMap<>();
        service(service)
                .path("environment")
                .properties()
                .forEach(each -> variables.put(each.getKey(), each.getValue().asText()));
        return variables;
    }

    /** The services, networks and named volumes that a service refers to and the file does not have. */
    Stream<String> dangling(JsonNode service) {
        Stream<String> dependencies = service.path("depends_on").isArray()
                ? texts(service.path("depends_on"))
                : service.path("depends_on").properties().stream().map(Map.Entry::getKey);
        Stream<String> volumes = texts(service.path("volumes"))
                .map(volume -> volume.split(":", 2)[0])
                .filter(source -> !source.startsWith(".") && !source.startsWith("/"));
        return Stream.of(
                        missing("services", dependencies),
                        missing("networks", texts(service.path("networks"))),
                        missing("volumes", volumes))
                .flatMap(each -> each);
    }

    private Stream<String> missing(String kind, Stream<String> names) {
        return names.filter(name -> !tree.path(kind).has(name)).map(name -> kind + "/" + name);
    }

    /** The texts of a list. */
    static Stream<String> texts(JsonNode list) {
        return Manifest.items(list).map(JsonNode::asText);
    }

    /** This file with one value changed, as JSON, at a key of a service. */
    ComposeFile with(String service, String key, String value) {
        ObjectNode copy = tree.deepCopy();
        try {
            ((ObjectNode) copy.path("services").path(service)).set(key, JSON.readTree(value));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new ComposeFile(copy);
    }
}
