/** Keys of documents that are known before they are asked for. */
@NullMarked
package io.lancang.gateway.config.document;

import org.jspecify.annotations.NullMarked;
