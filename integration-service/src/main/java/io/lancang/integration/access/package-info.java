/**
 * Who asks: by a token of an identity provider, or by what the gateway says of a key beside the token that both share. What they may
 * do with which record is each feature's own.
 */
@NullMarked
package io.lancang.integration.access;

import org.jspecify.annotations.NullMarked;
