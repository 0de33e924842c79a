/** How the GraphQL extension fetches fields that have a method of their own. */
@NullMarked
package io.lancang.kit.fetch;

import org.jspecify.annotations.NullMarked;
