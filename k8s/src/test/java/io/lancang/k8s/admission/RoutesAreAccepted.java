package io.lancang.k8s.admission;

import com.fasterxml.jackson.databind.JsonNode;
import io.lancang.k8s.manifest.Manifest;
import io.lancang.k8s.manifest.ManifestSet;
import io.lancang.k8s.policy.Checks;
import io.lancang.k8s.policy.Finding;
import io.lancang.k8s.policy.Policy;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules of the Gateway API that stand as expressions (CEL) in its definitions, beside the schema. */
public final class RoutesAreAccepted implements Policy {
    private static final Set<String> ENCRYPTED = Set.of("HTTPS", "TLS");
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,5}(h|m|s|ms)){1,4}");
    private static final Pattern DURATION_PART = Pattern.compile("(\\d+)(ms|h|m|s)");

    @Override
    public Stream<Finding> check(ManifestSet set) {
        return Stream.concat(
                set.ofKind("Gateway").flatMap(RoutesAreAccepted::gateway),
                set.ofKind("HTTPRoute").flatMap(RoutesAreAccepted::route));
    }

    private static Stream<Finding> gateway(Manifest gateway) {
        Checks checks = new Checks(gateway, "");
        Set<String> places = new HashSet<>();
        gateway.each("/spec/listeners").forEach(listener -> {
            String protocol = listener.path("protocol").asText();
            JsonNode tls = listener.path("tls");
            checks.require(
                    places.add(protocol + " " + listener.path("port") + " " + listener.path("hostname")),
                    "two listeners have the same port, protocol and host name");
            checks.require(
                    ENCRYPTED.contains(protocol) == tls.isObject(),
                    "the listener of protocol " + protocol + " has tls, or lacks it");
            checks.require(
                    !protocol.equals("HTTPS")
                            || tls.path("mode").asText("Terminate").equals("Terminate"),
                    "HTTPS is terminated, not passed through");
            checks.require(
                    !tls.path("mode").asText("").equals("Terminate")
                            || !tls.path("certificateRefs").isEmpty()
                            || !tls.path("options").isEmpty(),
                    "TLS is terminated without a certificate");
        });
        return checks.findings();
    }

    private static Stream<Finding> route(Manifest route) {
        Checks checks = new Checks(route, "");
        Set<String> parents = new HashSet<>();
        route.each("/spec/parentRefs")
                .forEach(parent -> checks.require(
                        parents.add(parent.path("name") + " " + parent.path("sectionName") + " " + parent.path("port")),
                        "names the same parent twice: " + parent));
        route.each("/spec/rules").forEach(rule -> {
            Manifest.items(rule.path("matches")).forEach(match -> {
                String path = match.at("/path/value").asText("/");
                checks.require(
                        match.at("/path/type").asText().equals("RegularExpression") || Paths.isAbsolute(path),
                        "'" + path + "' is no absolute path");
            });
            filters(rule, checks);
            timeouts(rule.path("timeouts"), checks);
            Manifest.items(rule.path("backendRefs"))
                    .forEach(backend -> checks.require(
                            !backend.path("kind").asText("Service").equals("Service") || backend.has("port"),
                            "routes to a Service without a port"));
        });
        return checks.findings();
    }

    private static void filters(JsonNode rule, Checks checks) {
        List<String> types = Manifest.items(rule.path("filters"))
                .map(filter -> filter.path("type").asText())
                .toList();
        for (String once : List.of("RequestRedirect", "URLRewrite", "RequestHeaderModifier")) {
            checks.require(types.stream().filter(once::equals).count() <= 1, once + " is there twice");
        }
        checks.require(
                !types.contains("RequestRedirect") || rule.path("backendRefs").isEmpty(),
                "redirects and routes at once");
        checks.require(!types.containsAll(List.of("RequestRedirect", "URLRewrite")), "redirects and rewrites at once");
        Manifest.items(rule.path("filters"))
                .forEach(filter -> checks.require(filter.size() == 2, "a filter is not of its type alone: " + filter));
    }

    /** A request as a whole takes no less time than one try of it; 0 s is no bound. */
    private static void timeouts(JsonNode timeouts, Checks checks) {
        for (String key : List.of("request", "backendRequest")) {
            String text = timeouts.path(key).asText("0s");
            checks.require(DURATION.matcher(text).matches(), key + " '" + text + "' is no duration");
        }
        Duration whole = duration(timeouts.path("request").asText("0s"));
        Duration single = duration(timeouts.path("backendRequest").asText("0s"));
        checks.require(
                whole.isZero() || single.compareTo(whole) <= 0, "backendRequest is longer than request: " + timeouts);
    }

    private static Duration duration(String text) {
        Duration sum = Duration.ZERO;
        for (Matcher part = DURATION_PART.matcher(text); part.find(); ) {
            long amount = Long.parseLong(part.group(1));
            sum = sum.plus(
                    switch (part.group(2)) {
                        case "h" -> Duration.ofHours(amount);
                        case "m" -> Duration.ofMinutes(amount);
                        case "s" -> Duration.ofSeconds(amount);
                        default -> Duration.ofMillis(amount);
                    });
        }
        return sum;
    }
}
