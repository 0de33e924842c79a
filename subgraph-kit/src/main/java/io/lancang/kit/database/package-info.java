/**
 * How a service waits for a connection to its database, and stops asking for a client that has left. What it asks is each
 * service's own, and never here.
 */
@NullMarked
package io.lancang.kit.database;

import org.jspecify.annotations.NullMarked;
