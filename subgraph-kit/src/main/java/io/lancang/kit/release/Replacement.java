package io.lancang.kit.release;

/** What a release takes the place of. */
public enum Replacement {
    /** All of its dataset: what the file does not have is gone. */
    DATASET,
    /** The slices of the dataset that the file has rows of, such as a reporter's month: the others stay as they are. */
    SLICES
}
