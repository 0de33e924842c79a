/**
 * Plain connections to a server on this machine: HTTP and WebSocket in the very bytes that an attack wants, and answers as far
 * as a report needs them. Nothing here decides what is sent, and nothing connects to another machine.
 */
@NullMarked
package io.lancang.standalone.siege.wire;

import org.jspecify.annotations.NullMarked;
