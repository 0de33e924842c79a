package io.lancang.kit.dataset;

/** What a release takes the place of. */
public enum Replacement {
    /**
     * What the file is about, as its own rows show: of a reporter's month the flows with those partners that it has rows of. What a
     * part of a month does not mention stays as it is. Of a dataset that comes in nothing smaller than slices these.
     */
    EXTENT,
    /** The slices of the dataset that the file has rows of, such as a reporter's month: the others stay as they are. */
    SLICES,
    /** All of its dataset: what the file does not have is gone. */
    DATASET
}
