package io.lancang.federation.execute.request;

import io.lancang.federation.json.KeyTable;
import io.lancang.federation.operation.Conditions;
import java.util.List;

/** A compiled part of a representation: where to copy a field from. */
sealed interface RepresentationPart {
    /**
     * A field.
     *
     * @param key the field's name as a JSON key with its colon
     * @param slot where its value is
     * @param required whether nothing makes a representation impossible
     * @param when the field is sent where any one of these holds; empty if it always is
     * @param parts parts of the value's objects; empty for a leaf
     */
    record Field(byte[] key, int slot, boolean required, List<Conditions> when, List<RepresentationPart> parts)
            implements RepresentationPart {}

    /**
     * Parts for some runtime types.
     *
     * @param typenameSlot where the object's runtime type is
     */
    record Typed(KeyTable types, int typenameSlot, List<RepresentationPart> parts) implements RepresentationPart {}
}
