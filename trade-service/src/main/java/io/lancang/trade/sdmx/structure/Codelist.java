package io.lancang.trade.sdmx.structure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of codes. */
public sealed interface Codelist permits CommonCodelist, ProductCodelist {
    /**
     * A code.
     *
     * @param name in English
     * @param parent the code that it is a part of; null where there is none
     */
    record Code(String id, String name, @Nullable String parent) {
        /** One that is a part of nothing. */
        Code(String id, String name) {
            this(id, name, null);
        }
    }

    /** As paths name it. */
    String id();

    /** What it is, in English. */
    String title();

    /** Its codes. Releases and stewards change those of areas, datasets and products, which are in {@code read}. */
    List<Code> codes(Codes read);
}
