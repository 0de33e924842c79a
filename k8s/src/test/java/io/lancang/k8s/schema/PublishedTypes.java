package io.lancang.k8s.schema;

import io.lancang.k8s.manifest.Home;
import io.lancang.k8s.manifest.Manifest;
import io.lancang.k8s.manifest.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The published type definitions and schemas of Kubernetes' and the operators' kinds, which npm installs in two ages. */
public final class PublishedTypes {
    /** Where the packages are. */
    public static final Path FOLDER = Home.manifests().resolve("types");

    private static final String INSTALL = "apt-get install nodejs npm, then npm ci --prefix k8s/types";

    private PublishedTypes() {}

    /** How old definitions are; README.md says which versions that is, and {@code package.json} pins them. */
    public enum Age {
        NEWEST,
        /** As old as the least version that README.md names, or older. */
        OLDEST
    }

    /** Skips the test, or fails in continuous integration, where a file of the packages is not there. */
    public static void need(Path installed) {
        if (!Files.exists(installed)) {
            Tool.missing("The types are not installed: " + INSTALL, new IllegalStateException(installed.toString()));
        }
    }

    /** Runs a script of the folder or of its packages. */
    public static Tool.Output run(Path script, String... arguments) {
        List<String> command = new ArrayList<>(List.of("node", script.toString()));
        command.addAll(List.of(arguments));
        return Tool.run(INSTALL, FOLDER, command);
    }

    /**
     * The module that declares the kind of an object, and exports its class under the kind's name; none where the only definitions that
     * there are are the newest.
     */
    public static Optional<String> module(Manifest manifest, Age age) {
        String packaged = switch (age) {
            case NEWEST -> newest(manifest.group());
            case OLDEST -> oldest(manifest.group());
        };
        return packaged.isEmpty()
                ? Optional.empty()
                : Optional.of(packaged + "/" + manifest.apiVersion() + "/" + manifest.kind());
    }

    private static String newest(String group) {
        return switch (group) {
            case "postgresql.cnpg.io" -> "@kubernetes-models/cloudnative-pg";
            case "gateway.networking.k8s.io" -> "@kubernetes-models/gateway-api";
            case "external-secrets.io" -> "@kubernetes-models/external-secrets";
            case "monitoring.coreos.com" -> "@kubernetes-models/prometheus-operator";
            default -> "kubernetes-models";
        };
    }

    private static String oldest(String group) {
        return switch (group) {
            case "postgresql.cnpg.io" -> "cloudnative-pg-1.24";
            case "gateway.networking.k8s.io" -> "gateway-api-1.0";
            // Of 0.16, the first that has the kind in this version of its API, are the newest ones, too.
            case "external-secrets.io" -> "";
            case "monitoring.coreos.com" -> "prometheus-operator-0.65";
            default -> "kubernetes-models-1.27";
        };
    }
}
