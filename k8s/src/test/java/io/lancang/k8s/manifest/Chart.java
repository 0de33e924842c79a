package io.lancang.k8s.manifest;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import java.nio.file.Path;

/** The Helm chart of the gateway alone. Helm itself is a library here, so that no program has to be installed. */
public final class Chart {
    /** What a release is called, and the namespace that it is in. */
    public static final String RELEASE = "graph";

    /** Helm by itself would take a version that it was built with for the cluster's. */
    private static final String CLUSTER = "1.34.0";

    private Chart() {}

    /** The folder of the chart. */
    public static Path folder() {
        return Home.manifests().resolve("chart");
    }

    /**
     * What {@code helm template} writes.
     *
     * @param values a file with values
     * @throws IllegalStateException with the words of Helm, if it takes these values for wrong
     */
    public static String render(Path values) {
        return template(values).call();
    }

    /**
     * As {@link #render(Path)}, with one value that is the content of a file: {@code --set-file}.
     *
     * @param key of that value
     */
    public static String render(Path values, String key, Path content) {
        return template(values).setFile(key, content).call();
    }

    private static TemplateCommand template(Path values) {
        return new Helm(folder())
                .template()
                .withName(RELEASE)
                .withNamespace(RELEASE)
                .withKubeVersion(CLUSTER)
                .withValuesFile(values);
    }

    /** What {@code helm lint --strict} says. */
    public static LintResult lint() {
        return new Helm(folder()).lint().strict().call();
    }
}
