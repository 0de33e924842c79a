package io.lancang.federation.access;

import io.lancang.federation.operation.Conditions;
import io.lancang.federation.operation.Operation;
import java.util.List;

/**
 * An operation of which a client may not see everything.
 *
 * @param shown as the client wrote it, with a mark on each field that is withheld: the answer has them all
 * @param asked without the fields that are withheld: what subgraphs are asked for
 * @param denials the first fields that the client may not see, in the order of the operation
 */
public record Withholding(Operation shown, Operation asked, List<Denial> denials) {
    public Withholding {
        denials = List.copyOf(denials);
    }

    /**
     * A field that the client may not see.
     *
     * @param path response keys from the root, up to the first list
     * @param conditions that must hold for the field to be selected
     * @param reason as a sentence
     */
    public record Denial(List<Object> path, Conditions conditions, String reason) {
        public Denial {
            path = List.copyOf(path);
        }
    }
}
