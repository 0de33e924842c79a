package io.lancang.k8s.manifest;

import java.nio.file.Path;

/** Where things are in the repository. */
public final class Home {
    private Home() {}

    /** The repository. */
    public static Path repository() {
        String home = System.getProperty("lancang.home");
        if (home == null) {
            throw new IllegalStateException("The system property lancang.home does not name the repository");
        }
        return Path.of(home);
    }

    /** The folder of the manifests. */
    public static Path manifests() {
        return repository().resolve("k8s");
    }
}
