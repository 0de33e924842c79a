/**
 * Where answers are kept and found again. Knows neither how long they count nor whose they are.
 */
@NullMarked
package io.lancang.gateway.cache.store;

import org.jspecify.annotations.NullMarked;
