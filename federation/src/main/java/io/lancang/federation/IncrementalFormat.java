package io.lancang.federation;

/** How parts of an answer are written. Implementations are immutable. */
public interface IncrementalFormat {
    /** A part as JSON in UTF-8. */
    byte[] write(AnswerPart part);
}
