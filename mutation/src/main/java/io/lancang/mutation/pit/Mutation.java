package io.lancang.mutation.pit;

/**
 * One mutation and what became of it.
 *
 * @param killed whether a test failed, or did not end
 * @param className the class, with its package
 * @param method the method
 * @param line the line of the file
 * @param mutator the simple name of PIT's mutator
 * @param what the change in PIT's words
 * @param file the simple name of the source file
 */
public record Mutation(
        boolean killed, String className, String method, int line, String mutator, String what, String file) {

    /** The package of the class. */
    public String packageName() {
        return className.substring(0, className.lastIndexOf('.'));
    }
}
