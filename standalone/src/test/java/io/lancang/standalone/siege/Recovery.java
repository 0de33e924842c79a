package io.lancang.standalone.siege;

import io.lancang.standalone.siege.report.Part;
import java.time.Duration;
import java.util.function.Predicate;

/**
 * What a set is given time for after an attack.
 *
 * @param of what each of its parts has to be again
 * @param patience the longest time
 */
record Recovery(Predicate<Part> of, Duration patience) {
    /** To be alive and to have given its memory back. */
    static Recovery ofMemory(Duration patience) {
        return new Recovery(part -> part.survived() && part.returned(), patience);
    }

    /** To be alive and to answer, whatever it keeps. */
    static Recovery ofLife(Duration patience) {
        return new Recovery(Part::survived, patience);
    }
}
