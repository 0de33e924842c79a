package io.lancang.k8s.manifest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The published type definitions and schemas of Kubernetes' and the operators' kinds, which npm installs. */
public final class PublishedTypes {
    /** Where the packages are. */
    public static final Path FOLDER = Home.manifests().resolve("types");

    private static final String INSTALL = "apt-get install nodejs npm, then npm ci --prefix k8s/types";

    private PublishedTypes() {}

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

    /** The module that declares the kind of an object, and exports its class under the kind's name. */
    public static String module(Manifest manifest) {
        String apiVersion = manifest.apiVersion();
        String group = apiVersion.contains("/") ? apiVersion.substring(0, apiVersion.indexOf('/')) : "";
        String packaged = switch (group) {
            case "postgresql.cnpg.io" -> "@kubernetes-models/cloudnative-pg";
            case "gateway.networking.k8s.io" -> "@kubernetes-models/gateway-api";
            case "external-secrets.io" -> "@kubernetes-models/external-secrets";
            case "monitoring.coreos.com" -> "@kubernetes-models/prometheus-operator";
            default -> "kubernetes-models";
        };
        return packaged + "/" + apiVersion + "/" + manifest.kind();
    }
}
