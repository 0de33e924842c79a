/**
 * What HTTP knows of an answer beside its bytes (RFC 9110): which version it is, how it is encoded, which part of it is asked for, and
 * whether the client has it already. Nothing here reads data or writes answers.
 */
@NullMarked
package io.lancang.kit.representation;

import org.jspecify.annotations.NullMarked;
