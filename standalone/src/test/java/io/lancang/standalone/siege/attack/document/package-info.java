/**
 * Attacks by what a GraphQL request says: its document, its variables, and what it would cost to answer. All of them are well
 * formed HTTP.
 */
@NullMarked
package io.lancang.standalone.siege.attack.document;

import org.jspecify.annotations.NullMarked;
