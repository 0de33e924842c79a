package io.lancang.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.k8s.admission.ObjectsAreAccepted;
import io.lancang.k8s.admission.SetsAreAccepted;
import io.lancang.k8s.manifest.Manifest;
import io.lancang.k8s.manifest.ManifestSet;
import io.lancang.k8s.policy.Policy;
import io.lancang.k8s.schema.FieldsAreDeclared;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An API server would accept every object of every overlay, and refuse those with a fault. */
class AdmissionTest {
    private static final ObjectsAreAccepted OBJECTS = new ObjectsAreAccepted();
    private static final Map<String, Policy> RULES = Map.of(
            "FieldsAreDeclared", new FieldsAreDeclared(),
            "ObjectsAreAccepted", OBJECTS,
            "SetsAreAccepted", new SetsAreAccepted());

    static Stream<Arguments> overlaysAndRules() {
        return ManifestSet.overlays()
                .flatMap(overlay ->
                        RULES.entrySet().stream().map(rule -> Arguments.of(overlay, rule.getKey(), rule.getValue())));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("overlaysAndRules")
    void acceptsEveryOverlay(String overlay, String name, Policy rule) {
        assertEquals(List.of(), rule.check(ManifestSet.render(overlay)).toList());
    }

    static Stream<Broken> faults() {
        return Stream.concat(
                RULES.entrySet().stream()
                        .flatMap(rule -> Refused.by(rule.getKey())
                                .map(fault -> new Broken(rule.getValue(), fault.set(), fault.said()))),
                tooLarge());
    }

    /** What would not fit on a line of the file. */
    private static Stream<Broken> tooLarge() {
        String map = ManifestSet.render("overlays/prod")
                .ofKind("ConfigMap")
                .map(Manifest::name)
                .filter(each -> each.startsWith("gateway-supergraph"))
                .findFirst()
                .orElseThrow();
        String text = "\"" + "x".repeat(1_200_000) + "\"";
        return Stream.of(
                new Broken(OBJECTS, "ConfigMap", map, "/data/more", text, "/data: has more than 1048576 bytes of data"),
                new Broken(
                        OBJECTS, "ConfigMap", map, "/data/a b", "\"\"", "/data: has a key that is no name of a file"),
                new Broken(
                        OBJECTS,
                        "Service",
                        "gateway",
                        "/metadata/annotations",
                        "{\"x\":" + text + "}",
                        "/metadata/annotations: has more than 262144 bytes of annotations"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void refusesAFault(Broken fault) {
        fault.assertCaught();
    }

    @Test
    void leavesTheLabelsOfAnAlertToPrometheus() {
        ManifestSet set = ManifestSet.render("overlays/prod")
                .with(
                        "PrometheusRule",
                        "lancang",
                        "/spec/groups/0/rules/0/labels",
                        "{\"severity\":\"{{ $value }} of ten\"}");

        assertEquals(List.of(), OBJECTS.check(set).toList());
    }

    @Test
    void everyFaultHasSomebodyWhoRefusesIt() {
        Set<String> who = new HashSet<>(RULES.keySet());
        who.addAll(Set.of(Refused.TYPES, Refused.SCHEMA));

        assertEquals(who, new HashSet<>(Refused.all().stream().map(Refused::by).toList()));
    }

    @Test
    void everyRuleRefusesAFault() {
        Set<String> idle = new TreeSet<>(OBJECTS.rules().toList());

        faults().filter(fault -> fault.policy().equals(OBJECTS))
                .flatMap(fault -> fault.set().all())
                .distinct()
                .flatMap(OBJECTS::broken)
                .forEach(idle::remove);

        assertEquals(Set.of(), idle);
    }
}
