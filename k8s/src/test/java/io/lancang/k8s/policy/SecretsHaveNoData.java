package io.lancang.k8s.policy;

import io.lancang.k8s.manifest.Manifest;
import io.lancang.k8s.manifest.ManifestSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** No secret is in git: neither as a Secret with data, nor as the plain value of a variable that should be one. */
public final class SecretsHaveNoData implements Policy {
    /** For whom tokens are; no token. */
    private static final Set<String> PUBLIC = Set.of("QUARKUS_OIDC_TOKEN_AUDIENCE");

    private static final Pattern SENSITIVE = Pattern.compile(".*(PASSWORD|SECRET|TOKEN|CREDENTIAL).*");

    @Override
    public Stream<Finding> check(ManifestSet set) {
        Stream<Finding> secrets = set.ofKind("Secret")
                .filter(each ->
                        !each.at("/data").isEmpty() || !each.at("/stringData").isEmpty())
                .map(each -> new Finding(each, "a secret with data is in the repository"));
        Stream<Finding> variables = set.pods()
                .flatMap(pod -> pod.containers()
                        .flatMap(container -> Manifest.items(container.path("env")))
                        .filter(variable -> variable.has("value")
                                && SENSITIVE
                                        .matcher(variable.path("name").asText())
                                        .matches()
                                && !PUBLIC.contains(variable.path("name").asText()))
                        .map(variable -> new Finding(
                                pod.owner(),
                                variable.path("name").asText() + " is a plain value and not from a secret")));
        return Stream.concat(secrets, variables);
    }
}
