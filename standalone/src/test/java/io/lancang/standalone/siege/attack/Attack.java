package io.lancang.standalone.siege.attack;

import java.io.IOException;

/** One way in which a hostile client might harm the set. */
public interface Attack {
    /** The name by which it is chosen, such as {@code slow-bodies}. */
    String name();

    /** What it sends, in a few words for the table. */
    String what();

    /** Attacks until there is nothing more to send or the assault is over. */
    void run(Assault assault) throws IOException, InterruptedException;
}
