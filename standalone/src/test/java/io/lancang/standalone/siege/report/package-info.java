/** What a siege found: measures of the processes, one report for each attack, and the table of all. Nothing here attacks. */
@NullMarked
package io.lancang.standalone.siege.report;

import org.jspecify.annotations.NullMarked;
