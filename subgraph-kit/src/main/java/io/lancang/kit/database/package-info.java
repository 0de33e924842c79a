/**
 * How requests use the database: not for longer than they are waited for, and not more of them than it can serve. What they
 * ask is the business of the service.
 */
@NullMarked
package io.lancang.kit.database;

import org.jspecify.annotations.NullMarked;
