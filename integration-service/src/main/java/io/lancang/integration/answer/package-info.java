/**
 * What requests over plain HTTP have in common: how their bodies are read, and what a failure tells.
 */
@NullMarked
package io.lancang.integration.answer;

import org.jspecify.annotations.NullMarked;
