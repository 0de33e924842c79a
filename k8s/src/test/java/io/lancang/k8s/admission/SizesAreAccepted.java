package io.lancang.k8s.admission;

import com.fasterxml.jackson.databind.JsonNode;
import io.lancang.k8s.manifest.Manifest;
import io.lancang.k8s.manifest.ManifestSet;
import io.lancang.k8s.policy.Checks;
import io.lancang.k8s.policy.Finding;
import io.lancang.k8s.policy.Policy;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * No object is larger than is stored. {@code kubectl apply} keeps the whole object in an annotation of itself, which the supergraph is too
 * large for; with {@code --server-side}, as the README has it, it keeps none.
 */
public final class SizesAreAccepted implements Policy {
    private static final int ANNOTATIONS = 256 * 1024;
    private static final int CONFIG_MAP = 1024 * 1024;
    private static final int KEY_LENGTH = 253;
    private static final Pattern KEY = Pattern.compile("(?!\\.\\.)[-._a-zA-Z0-9]+");

    @Override
    public Stream<Finding> check(ManifestSet set) {
        return Stream.concat(
                set.all().flatMap(SizesAreAccepted::object),
                set.ofKind("ConfigMap").flatMap(SizesAreAccepted::configMap));
    }

    private static Stream<Finding> object(Manifest manifest) {
        Checks checks = new Checks(manifest, "");
        int annotations = manifest.at("/metadata/annotations").properties().stream()
                .mapToInt(each -> length(each.getKey()) + length(each.getValue().asText()))
                .sum();
        checks.require(annotations <= ANNOTATIONS, "has " + annotations + " bytes of annotations, and may have 262144");
        return checks.findings();
    }

    private static Stream<Finding> configMap(Manifest map) {
        Checks checks = new Checks(map, "");
        JsonNode data = map.at("/data");
        data.properties().forEach(each -> {
            String key = each.getKey();
            checks.require(
                    key.length() <= KEY_LENGTH && KEY.matcher(key).matches(), "'" + key + "' is no name of a file");
            checks.require(each.getValue().isTextual(), key + " is no text");
        });
        int size = data.properties().stream()
                .mapToInt(each -> length(each.getKey()) + length(each.getValue().asText()))
                .sum();
        checks.require(size <= CONFIG_MAP, "has " + size + " bytes of data, and may have 1048576");
        return checks.findings();
    }

    private static int length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
