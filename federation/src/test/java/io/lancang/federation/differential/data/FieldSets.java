package io.lancang.federation.differential.data;

import io.lancang.federation.fieldset.FieldSet;
import io.lancang.federation.fieldset.FieldSetParser;
import io.lancang.federation.fieldset.InvalidFieldSetException;

/** Field sets of schemas that were generated, which are right. */
public final class FieldSets {
    private FieldSets() {}

    public static FieldSet parse(String text) {
        try {
            return FieldSetParser.parse(text);
        } catch (InvalidFieldSetException invalid) {
            throw new IllegalArgumentException("no field set: " + text, invalid);
        }
    }
}
