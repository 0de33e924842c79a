package io.lancang.integration.gateway;

import io.lancang.integration.access.GatewayAuthentication;
import io.lancang.integration.access.SharedToken;
import io.lancang.integration.answer.JsonBody;
import io.lancang.integration.plan.PlanRepository;
import io.lancang.integration.usage.UsageReport;
import io.lancang.integration.usage.UsageRepository;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.text.Brief;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.regex.Pattern;

/** {@code POST /gateway/keys/verify}, {@code GET /gateway/keys/changes} and {@code /gateway/plans/anonymous}, {@code POST /gateway/usage}. */
@Singleton
class GatewayRoutes {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final int SMALL = 1_024;
    private static final int REPORT = 2_000_000;

    private final SharedToken token;
    private final VerificationRepository verification;
    private final PlanRepository plans;
    private final UsageRepository usage;
    private final ChangeStreams streams;

    GatewayRoutes(
            SharedToken token,
            VerificationRepository verification,
            PlanRepository plans,
            UsageRepository usage,
            ChangeStreams streams) {
        this.token = token;
        this.verification = verification;
        this.plans = plans;
        this.usage = usage;
        this.streams = streams;
    }

    void register(@Observes Router router) {
        String root = GatewayAuthentication.GATEWAY;
        router.route(root + "/*").handler(this::admit);
        router.post(root + "/keys/verify")
                .handler(request -> answer(
                        request,
                        JsonBody.read(request, SMALL)
                                .map(GatewayRoutes::hash)
                                .chain(verification::verdict)
                                .invoke(verdict -> GatewayAnswers.send(request, verdict.status(), verdict.body()))));
        router.get(root + "/plans/anonymous")
                .handler(request -> answer(
                        request,
                        plans.anonymous().invoke(plan -> GatewayAnswers.send(request, 200, Verdict.ofPlan(plan)))));
        router.post(root + "/usage")
                .handler(request -> answer(
                        request,
                        JsonBody.read(request, REPORT)
                                .map(body -> UsageReport.of(body, Instant.now()))
                                .chain(usage::count)
                                .invoke(() ->
                                        request.response().setStatusCode(204).end())));
        router.get(root + "/keys/changes").handler(this::stream);
        router.route(root + "/*")
                .handler(request -> GatewayAnswers.refuse(
                        request,
                        ServiceException.notFound(
                                "There is nothing at " + request.request().method() + " "
                                        + Brief.value(request.normalizedPath()) + ".",
                                null)));
    }

    /** Whoever has the token of this service and its gateways; where there is none, whoever asks from this machine. */
    private void admit(RoutingContext request) {
        String given = request.request().getHeader("authorization");
        boolean isAdmitted = token.isSet()
                ? given != null && given.startsWith("Bearer ") && token.is(given.substring("Bearer ".length()))
                : GatewayAnswers.isFromHere(request.request());
        if (isAdmitted) {
            request.next();
        } else {
            GatewayAnswers.refuse(request, GatewayAnswers.notAdmitted(token.isSet()));
        }
    }

    private void stream(RoutingContext request) {
        try {
            streams.begin(request);
        } catch (ServiceException refusal) {
            GatewayAnswers.refuse(request, refusal);
        }
    }

    private static void answer(RoutingContext request, Uni<?> work) {
        work.subscribe().with(done -> {}, failure -> GatewayAnswers.fail(request, failure));
    }

    private static String hash(JsonObject body) {
        if (body.getValue("hash") instanceof String hash && HASH.matcher(hash).matches()) {
            return hash;
        }
        throw ServiceException.badInput(
                "`hash` is no SHA-256 in 64 small hexadecimal digits.", "Send the hash of the whole key.");
    }
}
