/** An edition of the gateway for several tenants. */
@NullMarked
package org.example.lancang;

import org.jspecify.annotations.NullMarked;
