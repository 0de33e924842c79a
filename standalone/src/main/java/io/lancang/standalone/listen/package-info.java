/**
 * {@code ./lancang webhook listen}: a receiver of webhooks on the machine of a developer. It keeps nothing and forwards nothing.
 */
@NullMarked
package io.lancang.standalone.listen;

import org.jspecify.annotations.NullMarked;
