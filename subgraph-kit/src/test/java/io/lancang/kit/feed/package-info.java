@NullMarked
package io.lancang.kit.feed;

import org.jspecify.annotations.NullMarked;
