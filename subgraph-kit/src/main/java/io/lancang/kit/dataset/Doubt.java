package io.lancang.kit.dataset;

/**
 * What is odd about one row of a file and may be right nevertheless, so that it is loaded and reported.
 *
 * @param line line of the file, counted from 1, header included
 * @param column column of the file
 * @param reason names the values and what they do not agree with
 */
public record Doubt(long line, String column, String reason) {}
