package io.lancang.federation.supergraph;

/** The text is no supergraph. The message names the line, the coordinate and what is wrong there. */
public final class SupergraphException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;

    /**
     * @param line from 1; 0 where the text as a whole is wrong
     * @param coordinate of the schema element, {@code Type.field} for instance; empty where there is none
     */
    public SupergraphException(int line, String coordinate, String problem) {
        super((line > 0 ? "line " + line + ": " : "") + (coordinate.isEmpty() ? "" : coordinate + ": ") + problem);
        this.line = line;
    }

    public int line() {
        return line;
    }
}
