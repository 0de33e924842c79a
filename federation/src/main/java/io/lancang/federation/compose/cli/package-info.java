/**
 * The command line of composition: reads subgraphs from files or running services, writes the supergraph and explains
 * errors. Only this package of the composer reads files and opens connections.
 */
@NullMarked
package io.lancang.federation.compose.cli;

import org.jspecify.annotations.NullMarked;
