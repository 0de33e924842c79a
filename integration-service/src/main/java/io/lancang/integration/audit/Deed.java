package io.lancang.integration.audit;

import io.vertx.core.json.JsonObject;

/**
 * What is about to be done.
 *
 * @param action name of the mutation
 * @param subject id of the client, prefix of the key or name of the plan
 * @param content what was given, without any secret
 */
public record Deed(String action, String subject, JsonObject content) {}
