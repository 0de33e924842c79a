package io.lancang.gateway.mcp;

import io.lancang.federation.error.ErrorCode;
import io.lancang.gateway.request.Refusal;
import java.util.List;
import java.util.Map;

/** Refusals that have to do with the Model Context Protocol alone. */
final class McpRefusals {
    private McpRefusals() {}

    static Refusal methodNotAllowed(String method) {
        return new Refusal(
                405,
                "METHOD_NOT_ALLOWED",
                "The method " + method + " is not allowed here.",
                "Send each message by POST; there are no sessions to end.",
                Map.of("Allow", "GET, POST"));
    }

    static Refusal noStreamAccepted() {
        return new Refusal(
                405,
                "METHOD_NOT_ALLOWED",
                "A GET opens a stream of notifications, and the Accept header takes none.",
                "Accept text/event-stream, or send a message by POST.",
                Map.of("Allow", "POST"));
    }

    static Refusal foreignOrigin(String origin) {
        return new Refusal(
                403,
                "FORBIDDEN",
                "Pages of the origin " + shortened(origin) + " may not use these tools.",
                "The operator allows an origin by lancang.gateway.mcp.allowed-origins.");
    }

    static Refusal answerTooLarge(long size, long maximum) {
        return new Refusal(
                200,
                ErrorCode.LIMIT_EXCEEDED.name(),
                "The answer has " + size + " bytes, and a tool answers with " + maximum + " at most.",
                "Ask for fewer fields, or for fewer items at a time.");
    }

    static Refusal unknownArgument(String tool, String argument, List<String> known) {
        return badInput(
                tool + " has no argument \"" + shortened(argument) + "\".",
                known.isEmpty() ? "It takes none." : "It has " + String.join(", ", known) + ".");
    }

    static Refusal badInput(String message, String hint) {
        return new Refusal(200, ErrorCode.BAD_USER_INPUT.name(), message, hint);
    }

    static Refusal noMutations() {
        return new Refusal(
                200,
                "FORBIDDEN",
                "run_query does not run mutations.",
                "Send a query, or call a tool that the operator has made of the mutation.");
    }

    static Refusal noSubscriptions() {
        return new Refusal(
                200,
                ErrorCode.BAD_USER_INPUT.name(),
                "A tool answers once, and a subscription more than once.",
                "Send a query for what is known now.");
    }

    private static String shortened(String text) {
        return text.length() > 100 ? text.substring(0, 100) + "..." : text;
    }
}
