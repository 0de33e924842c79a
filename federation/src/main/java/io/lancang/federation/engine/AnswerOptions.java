package io.lancang.federation.engine;

/**
 * Bounds of answers.
 *
 * @param maximumBytes how long an answer, or one part of it, may be; what is longer is replaced by an error
 */
public record AnswerOptions(int maximumBytes) {
    /** No bound but that of an array. */
    public static final AnswerOptions DEFAULT = new AnswerOptions(Integer.MAX_VALUE);
}
