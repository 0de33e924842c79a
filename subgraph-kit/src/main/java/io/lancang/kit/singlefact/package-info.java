/**
 * Facts that stewards change one by one, each as a release of its own, and what files do to them: a file that would undo one says so,
 * and is loaded only if its sender has agreed to that.
 */
@NullMarked
package io.lancang.kit.singlefact;

import org.jspecify.annotations.NullMarked;
