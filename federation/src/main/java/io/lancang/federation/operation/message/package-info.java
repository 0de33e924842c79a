/** What messages about documents and values are made of. */
@NullMarked
package io.lancang.federation.operation.message;

import org.jspecify.annotations.NullMarked;
