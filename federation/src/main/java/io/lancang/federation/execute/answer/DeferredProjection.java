package io.lancang.federation.execute.answer;

import org.jspecify.annotations.Nullable;

/**
 * What the client sees of an object later.
 *
 * @param id of the {@linkplain io.lancang.federation.operation.Deferral deferral}
 * @param label the client's own
 */
record DeferredProjection(int id, @Nullable String label, ObjectProjection projection) {}
