package io.lancang.kit.bounds;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What one GraphQL request may ask, read, hold and answer. Beyond that it is refused with LIMIT_EXCEEDED. */
@ConfigMapping(prefix = "lancang.requests")
public interface RequestLimits {
    /** How many fields a request may select; a fragment counts wherever it is spread. */
    @WithDefault("2000")
    int fields();

    /** How many values the variables of a request may hold: each item of a list and each member of an object is one. */
    @WithDefault("50000")
    int variables();

    /** How many rows of the database a request may read. */
    @WithDefault("20000")
    int rows();

    /** How many values an answer may have: each field of each object and each item of a list is one. */
    @WithDefault("50000")
    int values();

    /**
     * How many fields a request may fetch on their own, as the list of another object's kind is. Each weighs about as much as eight
     * values from when it is asked for, which is before it has any.
     */
    @WithDefault("8000")
    int fetches();

    /** How many bytes an answer may have, counted as names and texts of its values; measured before it is written. */
    @WithDefault("8M")
    MemorySize answer();

    /**
     * How many values the answers that are assembled at the same time may have together, with eight for each field that is fetched on
     * its own. A heavy answer that would exceed it is refused with UNAVAILABLE; light ones never are.
     */
    @WithDefault("115000")
    int valuesAtOnce();

    /** How many values an answer has before its assembly moves to the threads for heavy answers. */
    @WithDefault("1000")
    int lightValues();

    /**
     * How many requests of which light answers are expected are executed at once. Further ones wait, those of each caller in
     * turn; what is expected is reckoned from the fields and from {@code @listSize}.
     */
    @WithDefault("16")
    int lightAtOnce();

    /**
     * How many requests of which heavier answers are expected are executed at once, if their answers are not expected to have
     * more values together than one may have. Further ones wait in a line of their own.
     */
    @WithDefault("4")
    int heavyAtOnce();

    /** How many requests may wait in each of the two lines. Further ones are refused with UNAVAILABLE. */
    @WithDefault("500")
    int waiting();

    /** How many threads assemble heavy answers and search the network. The others stay free for light requests. */
    @WithDefault("2")
    int heavyThreads();

    /** How much the documents that are kept parsed may weigh together, about. Further ones are parsed at each request. */
    @WithDefault("8M")
    MemorySize documents();
}
