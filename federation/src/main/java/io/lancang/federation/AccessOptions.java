package io.lancang.federation;

/**
 * How requirements are enforced.
 *
 * @param mode what becomes of an operation that selects more than its client may see
 * @param reported whether the answer has an error for each field that was left out; a refusal always says why
 */
public record AccessOptions(AccessMode mode, boolean reported) {
    /** Leaves fields out and says so. */
    public static final AccessOptions DEFAULT = new AccessOptions(AccessMode.FILTER, true);
}
