package io.lancang.kit.load;

import io.lancang.kit.dataset.Dataset;
import io.lancang.kit.dataset.LoadProgress;
import io.lancang.kit.dataset.ReleaseFile;
import io.lancang.kit.dataset.Replacement;
import io.lancang.kit.singlefact.Consent;

/**
 * What is asked of a {@link ReleaseLoader}.
 *
 * @param replacement what the release takes the place of
 * @param outcome what becomes of a file without fault
 * @param consent what the sender has agreed to beforehand: to take away far more than it brings, see {@link Losses}, or what was
 *     changed one by one
 * @param contention what to do while another load of the dataset runs
 * @param progress hears how far it has come
 */
public record LoadRequest(
        Dataset dataset,
        ReleaseFile file,
        Replacement replacement,
        Outcome outcome,
        Consent consent,
        Contention contention,
        LoadProgress progress) {
    /** What becomes of a file without fault. */
    public enum Outcome {
        /** It is published, unless a release of the dataset ever had the same content. */
        PUBLISH_ONCE,
        /** It is published, unless it changes nothing. */
        PUBLISH,
        /** The answer says what would change, and nothing is kept. */
        CHECK
    }

    /** What to do while another load of the dataset runs. */
    public enum Contention {
        WAIT,
        REFUSE
    }

    /** The same request for the same content in another place. */
    public LoadRequest with(ReleaseFile other) {
        return new LoadRequest(dataset, other, replacement, outcome, consent, contention, progress);
    }

    /** A file that ships with the service: it stands for all of its dataset, and only until somebody loads another. */
    public static LoadRequest packaged(Dataset dataset, ReleaseFile file) {
        return packaged(dataset, file, Replacement.DATASET);
    }

    /** A file that ships with the service, unless a release of its dataset ever had the same content. */
    public static LoadRequest packaged(Dataset dataset, ReleaseFile file, Replacement replacement) {
        return new LoadRequest(
                dataset, file, replacement, Outcome.PUBLISH_ONCE, Consent.ALL, Contention.WAIT, LoadProgress.NONE);
    }
}
