/** Tests of what the gateway serves beside GraphQL. */
@NullMarked
package io.lancang.gateway.pages;

import org.jspecify.annotations.NullMarked;
