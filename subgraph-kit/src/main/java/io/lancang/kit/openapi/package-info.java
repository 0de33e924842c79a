/**
 * Says which HTTP routes a service has for clients, as OpenAPI 3.1. Each feature describes its own, beside them. Nothing here answers any of
 * them, and nothing reads data.
 */
@NullMarked
package io.lancang.kit.openapi;

import org.jspecify.annotations.NullMarked;
