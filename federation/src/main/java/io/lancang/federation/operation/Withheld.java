package io.lancang.federation.operation;

import org.jspecify.annotations.Nullable;

/** Why a field of an operation is not asked for, and is answered with null. */
public sealed interface Withheld {
    /**
     * The client may not see it.
     *
     * @param reason as a sentence; null if the answer does not give it
     */
    record Denied(@Nullable String reason) implements Withheld {}

    /**
     * No subgraph can be asked for it where it stands.
     *
     * @param reason as a sentence
     */
    record Unreachable(String reason) implements Withheld {}

    /** The client may see it, but nothing of what it selects of it. */
    record Emptied() implements Withheld {}
}
