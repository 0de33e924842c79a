/**
 * From when facts are seen: releases revise facts and keep the earlier ones, so that a reader may look from the past.
 * Nothing here knows what the facts are about.
 */
@NullMarked
package io.lancang.kit.history;

import org.jspecify.annotations.NullMarked;
