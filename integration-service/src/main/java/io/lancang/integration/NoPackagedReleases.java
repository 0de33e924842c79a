package io.lancang.integration;

import io.lancang.kit.startup.PackagedReleases;
import jakarta.inject.Singleton;
import java.util.List;

/** This service ships no files: what its first start needs is in the migrations. */
@Singleton
class NoPackagedReleases implements PackagedReleases {
    @Override
    public List<Packaged> inOrder() {
        return List.of();
    }
}
