/**
 * What an attack is, what it may use, and the list of all of them. Each family of attacks has a package of its own below.
 * Nothing here judges what an attack has done: the canary and the memory of the processes tell that.
 */
@NullMarked
package io.lancang.standalone.siege.attack;

import org.jspecify.annotations.NullMarked;
