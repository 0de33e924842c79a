@NullMarked
package io.lancang.gateway.callback;

import org.jspecify.annotations.NullMarked;
