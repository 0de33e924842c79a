/**
 * How much a client may ask for in a minute, how much of it at a time, and what it is told of that: token buckets in memory or in a
 * store that gateways share. Who a client is and what an operation costs is found out elsewhere.
 */
@NullMarked
package io.lancang.gateway.limits.rate;

import org.jspecify.annotations.NullMarked;
