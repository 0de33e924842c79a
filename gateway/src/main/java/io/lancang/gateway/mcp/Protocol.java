package io.lancang.gateway.mcp;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Versions of the protocol, and names that it gives to things. */
final class Protocol {
    /** Its requests say all about themselves. */
    static final String MODERN = "2026-07-28";

    /** Those that begin with {@code initialize}, the latest first. Without sessions they differ in nothing that is used here. */
    static final List<String> LEGACY = List.of("2025-11-25", "2025-06-18", "2025-03-26");

    static final List<String> ALL =
            Stream.concat(Stream.of(MODERN), LEGACY.stream()).toList();

    static final String VERSION_HEADER = "MCP-Protocol-Version";
    static final String METHOD_HEADER = "Mcp-Method";
    static final String NAME_HEADER = "Mcp-Name";

    static final String META = "_meta";
    static final String META_VERSION = "io.modelcontextprotocol/protocolVersion";
    static final String META_SERVER = "io.modelcontextprotocol/serverInfo";
    static final String META_SUBSCRIPTION = "io.modelcontextprotocol/subscriptionId";

    static final String LIST_TOOLS = "tools/list";
    static final String CALL_TOOL = "tools/call";
    static final String LISTEN = "subscriptions/listen";

    static final int PARSE_ERROR = -32700;
    static final int INVALID_REQUEST = -32600;
    static final int METHOD_NOT_FOUND = -32601;
    static final int INVALID_PARAMS = -32602;
    static final int INTERNAL_ERROR = -32603;
    /** The gateway refuses the request; {@code data.code} says why. */
    static final int REFUSED = -32000;

    static final int HEADER_MISMATCH = -32020;
    static final int UNSUPPORTED_VERSION = -32022;

    private Protocol() {}

    /** The version in which a client is answered that begins with this one: the same, or the latest that begins so. */
    static String negotiated(@Nullable Object wanted) {
        return wanted instanceof String version && LEGACY.contains(version) ? version : LEGACY.getFirst();
    }
}
