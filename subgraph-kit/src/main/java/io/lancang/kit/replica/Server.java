package io.lancang.kit.replica;

import io.vertx.sqlclient.Pool;

/**
 * A server of the database.
 *
 * @param name what logs call it
 * @param pool connections to it
 */
public record Server(String name, Pool pool) {}
