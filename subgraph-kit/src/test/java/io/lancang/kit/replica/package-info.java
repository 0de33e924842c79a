@NullMarked
package io.lancang.kit.replica;

import org.jspecify.annotations.NullMarked;
