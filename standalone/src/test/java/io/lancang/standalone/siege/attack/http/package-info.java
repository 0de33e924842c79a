/** Attacks by how a request is sent: slowly, never to its end, in forms that two servers read differently, or too much at once. */
@NullMarked
package io.lancang.standalone.siege.attack.http;

import org.jspecify.annotations.NullMarked;
