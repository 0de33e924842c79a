/**
 * Who may see what: the requirements of the fields that an operation selects, and the operation without those that a client
 * does not fulfil. Never finds out who a client is; it gets what the client has been granted.
 */
@NullMarked
package io.lancang.federation.access;

import org.jspecify.annotations.NullMarked;
