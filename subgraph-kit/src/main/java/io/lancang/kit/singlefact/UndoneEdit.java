package io.lancang.kit.singlefact;

/**
 * A single fact that a file undoes.
 *
 * @param release the release that the single fact is
 * @param what its mutation and subject, such as {@code changeStatus clr-3}
 * @param values what the file would have of it, such as {@code status OPERATIONAL to PLANNED}
 */
public record UndoneEdit(long release, String what, String values) {
    /** The same single fact, undone in another table as well. */
    public UndoneEdit and(UndoneEdit other) {
        return values.equals(other.values) ? this : new UndoneEdit(release, what, values + ", " + other.values);
    }

    /** The same, as a part of a sentence. */
    @Override
    public String toString() {
        return "release " + release + " (" + what + "): " + values;
    }
}
