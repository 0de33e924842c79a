package io.lancang.gateway.mcp;

import java.util.Map;

/** Carries an error of JSON-RPC to where it is answered. An ordinary way to end a request, so without a stack trace. */
final class RpcException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final int code;
    private final transient Map<String, Object> data;

    /** @param status of HTTP */
    RpcException(int status, int code, String message, Map<String, Object> data) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.data = data;
    }

    static RpcException invalidRequest(String message) {
        return new RpcException(400, Protocol.INVALID_REQUEST, message, Map.of());
    }

    static RpcException invalidParams(String message) {
        return new RpcException(200, Protocol.INVALID_PARAMS, message, Map.of());
    }

    static RpcException headerMismatch(String message) {
        return new RpcException(400, Protocol.HEADER_MISMATCH, message, Map.of());
    }

    static RpcException unsupportedVersion(String version) {
        return new RpcException(
                400,
                Protocol.UNSUPPORTED_VERSION,
                "Unsupported protocol version: this gateway speaks " + String.join(", ", Protocol.ALL),
                Map.of("supported", Protocol.ALL, "requested", version));
    }

    /** The status of HTTP. */
    int status() {
        return status;
    }

    /** The code of JSON-RPC. */
    int code() {
        return code;
    }

    /** What the error says besides; empty if nothing. */
    Map<String, Object> data() {
        return data;
    }
}
