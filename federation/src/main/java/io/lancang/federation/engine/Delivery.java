package io.lancang.federation.engine;

/** How a client takes its answer. */
public enum Delivery {
    /** At once: {@code @defer} is ignored. */
    WHOLE,
    /** What {@code @defer} puts off comes later. */
    IN_PARTS
}
