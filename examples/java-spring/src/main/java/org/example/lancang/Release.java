package org.example.lancang;

/**
 * An event of {@code releases.graphql}.
 *
 * @param cursor what to ask for as {@code after} to be told what comes next, also by another connection
 * @param release the number of the release
 * @param dataset what it is a release of; null if the service could not say more than its id
 */
public record Release(String cursor, String release, String datasetId, Dataset dataset) {
    /** What a dataset is called. */
    public record Dataset(String title) {}
}
