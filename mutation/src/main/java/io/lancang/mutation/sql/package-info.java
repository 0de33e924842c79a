/** Makes faults of SQL statements from their text. Needs no database: whether a fault is noticed is found out elsewhere. */
@NullMarked
package io.lancang.mutation.sql;

import org.jspecify.annotations.NullMarked;
