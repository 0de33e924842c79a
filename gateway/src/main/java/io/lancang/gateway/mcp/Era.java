package io.lancang.gateway.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.MultiMap;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** How a client speaks: with all that it says in each request, or after a handshake. */
enum Era {
    MODERN,
    LEGACY;

    private static final String ENCODED = "=?base64?";
    private static final String ENCODED_END = "?=";

    /**
     * How the client of a request speaks.
     *
     * @throws RpcException if it speaks a version that is not known here, or its headers do not say what its body says: what stands between
     *     both reads the headers alone
     */
    static Era of(RpcRequest request, MultiMap headers) throws RpcException {
        String header = headers.get(Protocol.VERSION_HEADER);
        Object version = request.object(Protocol.META).get(Protocol.META_VERSION);
        if (version == null && (header == null || Protocol.LEGACY.contains(header))) {
            return LEGACY;
        }
        if (version == null) {
            if (Protocol.MODERN.equals(header)) {
                throw RpcException.headerMismatch("The header " + Protocol.VERSION_HEADER + " is " + header + ", and \""
                        + Protocol.META + "\" has no \"" + Protocol.META_VERSION + "\".");
            }
            throw RpcException.unsupportedVersion(String.valueOf(header));
        }
        if (!Protocol.MODERN.equals(version)) {
            throw RpcException.unsupportedVersion(String.valueOf(version));
        }
        require(headers, Protocol.VERSION_HEADER, header, Protocol.MODERN);
        require(headers, Protocol.METHOD_HEADER, headers.get(Protocol.METHOD_HEADER), request.method());
        if (request.method().equals(Protocol.CALL_TOOL)) {
            require(headers, Protocol.NAME_HEADER, decoded(headers.get(Protocol.NAME_HEADER)), request.text("name"));
        }
        return MODERN;
    }

    private static void require(MultiMap headers, String name, @Nullable String value, String expected)
            throws RpcException {
        if (headers.getAll(name).size() != 1 || !expected.equals(value)) {
            throw RpcException.headerMismatch("The header " + name + " is "
                    + (value == null ? "missing" : "\"" + value + "\"") + ", and the body says \"" + expected + "\".");
        }
    }

    private static @Nullable String decoded(@Nullable String value) throws RpcException {
        if (value == null || !value.startsWith(ENCODED) || !value.endsWith(ENCODED_END)) {
            return value;
        }
        try {
            String text = value.substring(ENCODED.length(), value.length() - ENCODED_END.length());
            return new String(Base64.getDecoder().decode(text), UTF_8);
        } catch (IllegalArgumentException e) {
            throw RpcException.headerMismatch("The header " + Protocol.NAME_HEADER + " is not Base64.");
        }
    }
}
