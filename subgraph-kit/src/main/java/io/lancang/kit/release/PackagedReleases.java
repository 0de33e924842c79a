package io.lancang.kit.release;

import java.util.List;

/** The files that a service ships, implemented by one bean of the service. */
public interface PackagedReleases {
    /** Files and datasets in the order of loading: what others refer to comes first. */
    List<Packaged> inOrder();

    /** One file that ships with the service. */
    record Packaged(Dataset dataset, ReleaseFile file) {}
}
