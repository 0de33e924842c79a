package io.lancang.gateway.mcp;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message of JSON-RPC 2.0 that a client has sent.
 *
 * @param id a string or a number; null if it is a notification, which is not answered
 * @param params empty if it has none
 */
record RpcRequest(@Nullable Object id, String method, Map<String, @Nullable Object> params) {
    /**
     * What the members of an object say.
     *
     * @throws RpcException if they are no request and no notification
     */
    static RpcRequest of(Map<String, @Nullable Object> members) throws RpcException {
        if (!"2.0".equals(members.get("jsonrpc"))) {
            throw RpcException.invalidRequest("\"jsonrpc\" is not \"2.0\".");
        }
        if (!(members.get("method") instanceof String method)) {
            throw RpcException.invalidRequest(
                    "The message has no \"method\". This gateway asks its clients nothing, so it takes no responses.");
        }
        Object id = members.get("id");
        boolean isId = id instanceof String || id instanceof Integer || id instanceof Long;
        if (members.containsKey("id") && !isId) {
            throw RpcException.invalidRequest("\"id\" is neither a string nor an integer.");
        }
        return new RpcRequest(id, method, object(members.get("params"), "params"));
    }

    boolean isNotification() {
        return id == null;
    }

    /** A member of the parameters that is an object; empty if it is left out. */
    Map<String, @Nullable Object> object(String member) throws RpcException {
        return object(params.get(member), member);
    }

    /** A member of the parameters that is a string. */
    String text(String member) throws RpcException {
        if (params.get(member) instanceof String text) {
            return text;
        }
        throw RpcException.invalidParams("\"" + member + "\" is not a string.");
    }

    @SuppressWarnings("unchecked") // what JSON is read into
    private static Map<String, @Nullable Object> object(@Nullable Object value, String member) throws RpcException {
        if (value == null) {
            return Map.of();
        }
        if (value instanceof Map<?, ?> object) {
            return (Map<String, @Nullable Object>) object;
        }
        throw RpcException.invalidParams("\"" + member + "\" is not an object.");
    }
}
