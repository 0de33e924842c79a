package io.lancang.kit.startup;

import io.lancang.kit.dataset.Dataset;
import io.lancang.kit.dataset.ReleaseFile;
import io.lancang.kit.dataset.Replacement;
import java.util.List;

/** The files that a service ships, implemented by one bean of the service. */
public interface PackagedReleases {
    /** Files and datasets in the order of loading: what others refer to comes first. */
    List<Packaged> inOrder();

    /**
     * One file that ships with the service.
     *
     * @param replacement what it takes the place of: a first release stands for all of its dataset; one that adds to it takes
     *     the place of its own rows alone, so that what others loaded stays
     */
    record Packaged(Dataset dataset, ReleaseFile file, Replacement replacement) {
        /** A file that stands for all of its dataset, and only until somebody loads another. */
        public Packaged(Dataset dataset, ReleaseFile file) {
            this(dataset, file, Replacement.DATASET);
        }
    }
}
