/**
 * Events that reach every instance of a service: what one of them, or anybody else, writes to the database, PostgreSQL's
 * LISTEN and NOTIFY tell to all. Nothing here knows how a client hears of it.
 */
@NullMarked
package io.lancang.kit.event;

import org.jspecify.annotations.NullMarked;
