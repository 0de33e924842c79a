/**
 * Keys of clients: made, rotated with an overlap, revoked. A key is shown once; its hash alone is kept.
 */
@NullMarked
package io.lancang.integration.key;

import org.jspecify.annotations.NullMarked;
