/**
 * Files that are too large for one answer, fetched for clients and kept for a while: what is on record of them. Who orders, fetches and
 * sends them has a package of its own.
 */
@NullMarked
package io.lancang.integration.job;

import org.jspecify.annotations.NullMarked;
