/**
 * Runs the whole set on one machine: an embedded PostgreSQL, then the three built applications as processes of their own.
 * It imports no class of the applications and knows them only by their configuration keys. Nothing here serves a request.
 */
@NullMarked
package io.lancang.standalone;

import org.jspecify.annotations.NullMarked;
