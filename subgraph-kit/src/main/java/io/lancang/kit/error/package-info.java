/**
 * The one vocabulary of failures: codes, the exception that carries one, and how it reaches a GraphQL answer.
 * Never a stack trace and never text that was written for a log.
 */
@NullMarked
package io.lancang.kit.error;

import org.jspecify.annotations.NullMarked;
