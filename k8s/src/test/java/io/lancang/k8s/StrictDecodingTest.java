package io.lancang.k8s;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.lancang.k8s.manifest.Manifest;
import io.lancang.k8s.manifest.ManifestSet;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The built-in kinds have no field that the API server does not know. Other kinds are checked by their types. */
class StrictDecodingTest {
    private static final Map<String, Class<?>> KINDS = Map.ofEntries(
            Map.entry("v1/Namespace", Namespace.class),
            Map.entry("v1/Service", Service.class),
            Map.entry("v1/ServiceAccount", ServiceAccount.class),
            Map.entry("v1/ConfigMap", ConfigMap.class),
            Map.entry("apps/v1/Deployment", Deployment.class),
            Map.entry("apps/v1/StatefulSet", StatefulSet.class),
            Map.entry("batch/v1/Job", Job.class),
            Map.entry("autoscaling/v2/HorizontalPodAutoscaler", HorizontalPodAutoscaler.class),
            Map.entry("networking.k8s.io/v1/Ingress", Ingress.class),
            Map.entry("networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class),
            Map.entry("policy/v1/PodDisruptionBudget", PodDisruptionBudget.class));

    /** The model takes unknown fields for additional properties; without those, they are errors. */
    private static final JsonMapper STRICT = JsonMapper.builder()
            .annotationIntrospector(new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1L;

                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                    return false;
                }
            })
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static Stream<Manifest> builtIn() {
        return ManifestSet.overlays()
                .flatMap(overlay -> ManifestSet.render(overlay).all())
                .filter(StrictDecodingTest::isBuiltIn);
    }

    private static boolean isBuiltIn(Manifest manifest) {
        String group = manifest.apiVersion().replaceFirst("/.*", "");
        return !group.contains(".") || group.equals("networking.k8s.io");
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void decodesEveryBuiltInKind(Manifest manifest) {
        assertDoesNotThrow(() -> decode(manifest));
    }

    @Test
    void catchesAFieldThatIsMisspelt() {
        assertCaught("Deployment", "gateway", "/spec/template/spec/enableServiceLink", "false", "enableServiceLink");
    }

    @Test
    void catchesAFieldAtTheWrongPlace() {
        assertCaught("Job", "trade-service-preparation", "/spec/restartPolicy", "\"Never\"", "restartPolicy");
    }

    @Test
    void catchesAValueOfAnotherType() {
        assertCaught("HorizontalPodAutoscaler", "gateway", "/spec/maxReplicas", "\"many\"", "many");
    }

    private static void assertCaught(String kind, String name, String pointer, String value, String named) {
        Manifest broken = ManifestSet.render("overlays/prod")
                .with(kind, name, pointer, value)
                .get(kind, name);

        JsonProcessingException failure = assertThrows(JsonProcessingException.class, () -> decode(broken));

        assertTrue(failure.getOriginalMessage().contains(named), failure::getOriginalMessage);
    }

    private static Object decode(Manifest manifest) throws JsonProcessingException {
        Class<?> type = KINDS.get(manifest.apiVersion() + "/" + manifest.kind());
        if (type == null) {
            throw new AssertionError("No model is named here for " + manifest.apiVersion() + " " + manifest.kind());
        }
        return STRICT.treeToValue(manifest.tree(), type);
    }
}
