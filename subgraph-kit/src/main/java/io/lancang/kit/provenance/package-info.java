/**
 * Where figures come from: sources with licence, and the languages that names are kept in.
 * How sure a figure is belongs to the subgraph that serves it.
 */
@NullMarked
package io.lancang.kit.provenance;

import org.jspecify.annotations.NullMarked;
