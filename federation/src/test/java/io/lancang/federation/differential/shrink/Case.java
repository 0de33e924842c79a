package io.lancang.federation.differential.shrink;

import io.lancang.federation.differential.run.Federation;
import io.lancang.federation.differential.run.Query;
import org.jspecify.annotations.Nullable;

/**
 * What fails.
 *
 * @param query null if the subgraphs do not even compose
 */
public record Case(Federation federation, @Nullable Query query) {}
