/** One exchange of request and answer: its head, its parts, and how long caches may keep it. */
@NullMarked
package io.lancang.gateway.http.answer;

import org.jspecify.annotations.NullMarked;
