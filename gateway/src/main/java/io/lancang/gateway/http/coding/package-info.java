/** Content codings of answers: which a client takes, and how an answer is compressed. */
@NullMarked
package io.lancang.gateway.http.coding;

import org.jspecify.annotations.NullMarked;
