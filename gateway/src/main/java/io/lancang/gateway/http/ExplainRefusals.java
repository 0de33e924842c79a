package io.lancang.gateway.http;

import io.lancang.gateway.request.Refusal;

/** Refusals of requests to be explained. */
final class ExplainRefusals {
    private ExplainRefusals() {}

    static Refusal unknownExplain(String value) {
        return Refusal.badRequest(
                "The header " + Explanations.HEADER + " has the value \"" + value + "\".",
                "Its values are \"plan\" and \"trace\".");
    }

    static Refusal subscriptionTraced() {
        return Refusal.badRequest(
                "A subscription has no end of which " + Explanations.HEADER + ": trace could tell.",
                "Leave the header out, and have traces sent by OpenTelemetry: each event has one.");
    }

    static Refusal traceDisabled() {
        return new Refusal(
                403,
                "FORBIDDEN",
                "This gateway does not show how long the steps of a request take.",
                "Leave the header " + Explanations.HEADER + " out, or start the gateway with"
                        + " lancang.gateway.traces.explain=scope.");
    }

    static Refusal traceNotGranted(String scope) {
        return new Refusal(
                403,
                "FORBIDDEN",
                "How long the steps of a request take is shown to those with the scope \"" + scope + "\" alone.",
                "Send a token or a key that has it, or leave the header " + Explanations.HEADER + " out.");
    }

    static Refusal explainDisabled() {
        return new Refusal(
                403,
                "FORBIDDEN",
                "This gateway does not show query plans.",
                "Leave the header " + Explanations.HEADER + " out, or start the gateway with"
                        + " lancang.gateway.explain=true.");
    }
}
