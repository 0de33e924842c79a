/**
 * One execution: sends requests when what they wait for is there, takes answers in, and writes the client's answer or its parts.
 */
@NullMarked
package io.lancang.federation.execute.run;

import org.jspecify.annotations.NullMarked;
