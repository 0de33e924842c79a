package io.lancang.federation.differential.shrink;

import java.util.List;
import java.util.function.Supplier;

/** Ways to make a case smaller, all of one kind, the largest cuts first. */
interface Cuts {
    /** Each makes one smaller case. */
    List<Supplier<Case>> of(Case failing);
}
