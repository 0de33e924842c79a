package io.lancang.gateway.access;

import io.vertx.core.Future;

/** Where the keys of an issuer come from. */
@FunctionalInterface
interface KeySource {
    /** The text of a JSON Web Key Set. Does not wait; fails if it cannot be had. */
    Future<String> fetch();
}
