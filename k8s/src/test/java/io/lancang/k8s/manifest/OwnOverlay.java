package io.lancang.k8s.manifest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Overlays as people have them in repositories of their own. */
public final class OwnOverlay {
    private OwnOverlay() {}

    /**
     * What kustomize makes of an overlay.
     *
     * @param scratch a folder in which the overlay gets a folder
     * @param yaml the overlay, in which {@code @/} stands before folders of ours
     */
    public static ManifestSet render(Path scratch, String yaml) {
        try {
            Path folder = Files.createTempDirectory(scratch.toRealPath(), "own");
            Path ours = folder.relativize(Home.manifests().toRealPath());
            Files.writeString(folder.resolve("kustomization.yaml"), yaml.replace("@/", ours + "/"));
            return ManifestSet.render(folder.toString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
