@NullMarked
package io.lancang.federation.describe;

import org.jspecify.annotations.NullMarked;
