/**
 * How a service waits for a connection to its database. What it asks over one is each service's own, and never here.
 */
@NullMarked
package io.lancang.kit.database;

import org.jspecify.annotations.NullMarked;
