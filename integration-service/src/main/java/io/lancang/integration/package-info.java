/**
 * The subgraph integration: the systems of partners that connect, their keys and plans, and what they used. Records and life cycles, kept by
 * Hibernate Reactive. One feature a package; nothing here knows trade figures, corridors, or how a gateway counts.
 */
@NullMarked
package io.lancang.integration;

import org.jspecify.annotations.NullMarked;
