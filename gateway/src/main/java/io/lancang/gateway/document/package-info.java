/**
 * Documents that clients need not send, because the gateway knows them: those that an operator trusts, from a file, and those
 * that clients sent before. What a document means is the engine's business.
 */
@NullMarked
package io.lancang.gateway.document;

import org.jspecify.annotations.NullMarked;
