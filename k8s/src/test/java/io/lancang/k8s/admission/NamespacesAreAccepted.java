package io.lancang.k8s.admission;

import io.lancang.k8s.manifest.Manifest;
import io.lancang.k8s.manifest.ManifestSet;
import io.lancang.k8s.policy.Checks;
import io.lancang.k8s.policy.Finding;
import io.lancang.k8s.policy.Policy;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The labels of a namespace for pod security name a mode, and give a level or a version of the standards that there is. */
public final class NamespacesAreAccepted implements Policy {
    private static final String PREFIX = "pod-security.kubernetes.io/";
    private static final Set<String> LEVELS = Set.of("privileged", "baseline", "restricted");
    private static final Pattern MODE = Pattern.compile("enforce|audit|warn");
    private static final Pattern MODE_VERSION = Pattern.compile("(" + MODE + ")-version");
    private static final Pattern VERSION = Pattern.compile("latest|v1\\.(0|[1-9]\\d*)");

    @Override
    public Stream<Finding> check(ManifestSet set) {
        return set.ofKind("Namespace").flatMap(NamespacesAreAccepted::namespace);
    }

    private static Stream<Finding> namespace(Manifest namespace) {
        Checks checks = new Checks(namespace, "");
        namespace.at("/metadata/labels").properties().stream()
                .filter(label -> label.getKey().startsWith(PREFIX))
                .forEach(label -> {
                    String key = label.getKey().substring(PREFIX.length());
                    String value = label.getValue().asText();
                    boolean isLevel = MODE.matcher(key).matches() && LEVELS.contains(value);
                    boolean isVersion = MODE_VERSION.matcher(key).matches()
                            && VERSION.matcher(value).matches();
                    checks.require(
                            isLevel || isVersion,
                            label.getKey() + ": " + value + " is no level or version of pod security");
                });
        return checks.findings();
    }
}
