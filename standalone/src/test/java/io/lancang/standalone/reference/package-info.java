/**
 * The reference of all configuration keys, docs/configuration.md, made from the interfaces that declare them: names, defaults
 * and descriptions are those that the build compiles, so the reference cannot say anything else.
 */
@NullMarked
package io.lancang.standalone.reference;

import org.jspecify.annotations.NullMarked;
