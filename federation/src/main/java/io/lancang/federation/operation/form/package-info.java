/**
 * Holds the text of a document to its longest forms before it is parsed, in one pass whose work grows with the text and with
 * nothing else. What the text means belongs to the parser and to validation.
 */
@NullMarked
package io.lancang.federation.operation.form;

import org.jspecify.annotations.NullMarked;
