package io.lancang.k8s.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.lancang.k8s.manifest.Manifest;
import io.lancang.k8s.manifest.ManifestSet;
import io.lancang.k8s.policy.Checks;
import io.lancang.k8s.policy.Finding;
import io.lancang.k8s.policy.Policy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Each object by itself keeps the rules of {@code admission.yaml}. */
public final class ObjectsAreAccepted implements Policy {
    private static final String FILE = "/admission.yaml";
    private static final String WITHOUT = " but ";

    private final List<Rule> rules = new ArrayList<>();

    public ObjectsAreAccepted() {
        Expressions expressions = new Expressions();
        try (InputStream file = ObjectsAreAccepted.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is not there");
            }
            for (var kinds : new YAMLMapper().readTree(file).properties()) {
                for (var path : kinds.getValue().properties()) {
                    for (var rule : path.getValue().properties()) {
                        rules.add(rule(kinds.getKey(), path.getKey(), rule.getKey(), rule.getValue(), expressions));
                    }
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Rule rule(String kinds, String path, String problem, JsonNode condition, Expressions expressions) {
        int without = kinds.indexOf(WITHOUT);
        return new Rule(
                List.of((without < 0 ? kinds : kinds.substring(0, without)).split(" ")),
                without < 0 ? "" : kinds.substring(without + WITHOUT.length()),
                path,
                problem,
                expressions.compile(condition.asText()));
    }

    @Override
    public Stream<Finding> check(ManifestSet set) {
        return set.all().flatMap(manifest -> {
            Checks checks = new Checks(manifest, "");
            rules.forEach(rule -> rule.check(manifest, checks));
            return checks.findings();
        });
    }

    /** Which rules an object breaks. */
    public Stream<String> broken(Manifest manifest) {
        return rules.stream()
                .filter(rule -> {
                    Checks checks = new Checks(manifest, "");
                    rule.check(manifest, checks);
                    return checks.findings().findAny().isPresent();
                })
                .map(Rule::toString);
    }

    /** All rules. */
    public Stream<String> rules() {
        return rules.stream().map(Rule::toString);
    }
}
