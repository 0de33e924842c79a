/**
 * Clients: the systems of partners, their scopes, plan and state. What they prove themselves with is not known here.
 */
@NullMarked
package io.lancang.integration.client;

import org.jspecify.annotations.NullMarked;
