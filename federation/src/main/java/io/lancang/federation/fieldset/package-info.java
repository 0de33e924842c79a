/**
 * Field sets, the argument of {@code @key}, {@code @requires} and {@code @provides}: parsed, walked over a schema
 * and printed in one normal form. It never decides whether a field set is allowed where it stands.
 */
@NullMarked
package io.lancang.federation.fieldset;

import org.jspecify.annotations.NullMarked;
