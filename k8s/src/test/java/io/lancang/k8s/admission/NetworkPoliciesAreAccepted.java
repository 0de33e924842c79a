package io.lancang.k8s.admission;

import com.fasterxml.jackson.databind.JsonNode;
import io.lancang.k8s.manifest.Manifest;
import io.lancang.k8s.manifest.ManifestSet;
import io.lancang.k8s.policy.Checks;
import io.lancang.k8s.policy.Finding;
import io.lancang.k8s.policy.Policy;
import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A peer is either addresses or pods, a port is a number or a name, and rules are of a direction that the policy is for:
 * those of another one would be taken and do nothing.
 */
public final class NetworkPoliciesAreAccepted implements Policy {
    private static final Pattern CIDR = Pattern.compile("([0-9.]+|[0-9a-fA-F:]+:[0-9a-fA-F:]*)/(\\d{1,3})");

    @Override
    public Stream<Finding> check(ManifestSet set) {
        return set.ofKind("NetworkPolicy").flatMap(NetworkPoliciesAreAccepted::policy);
    }

    private static Stream<Finding> policy(Manifest policy) {
        Checks checks = new Checks(policy, "");
        Set<String> types = Set.copyOf(
                policy.each("/spec/policyTypes").map(JsonNode::asText).toList());
        checks.require(Set.of("Ingress", "Egress").containsAll(types), "policyTypes are none: " + types);
        direction(policy, types, "Ingress", "ingress", "from", checks);
        direction(policy, types, "Egress", "egress", "to", checks);
        return checks.findings();
    }

    private static void direction(
            Manifest policy, Set<String> types, String type, String rules, String peers, Checks checks) {
        checks.require(
                types.contains(type) || !policy.at("/spec").has(rules),
                "has rules for " + rules + ", and is not for it");
        policy.each("/spec/" + rules).forEach(rule -> {
            Manifest.items(rule.path(peers)).forEach(peer -> peer(peer, checks));
            Manifest.items(rule.path("ports")).forEach(port -> port(port, checks));
        });
    }

    private static void peer(JsonNode peer, Checks checks) {
        boolean pods = peer.has("podSelector") || peer.has("namespaceSelector");
        checks.require(pods != peer.has("ipBlock"), "a peer is not either addresses or pods: " + peer);
        if (peer.has("ipBlock")) {
            JsonNode block = peer.path("ipBlock");
            Optional<Range> whole = Range.parse(block.path("cidr").asText());
            checks.require(whole.isPresent(), block.path("cidr") + " is no range of addresses");
            Manifest.items(block.path("except")).forEach(except -> {
                Optional<Range> part = Range.parse(except.asText());
                checks.require(part.isPresent(), except + " is no range of addresses");
                checks.require(
                        part.isEmpty() || whole.isEmpty() || whole.get().isMoreThan(part.get()),
                        except + " is no part of " + block.path("cidr"));
            });
        }
    }

    /**
     * Addresses with the same first bits, of IPv4 or IPv6.
     *
     * @param length of an address in bits
     */
    private record Range(BigInteger address, int length, int bits) {
        private static Optional<Range> parse(String text) {
            Matcher parts = CIDR.matcher(text);
            if (!parts.matches()) {
                return Optional.empty();
            }
            try {
                byte[] address = InetAddress.ofLiteral(parts.group(1)).getAddress();
                int length = address.length * Byte.SIZE;
                int bits = Integer.parseInt(parts.group(2));
                return bits > length
                        ? Optional.empty()
                        : Optional.of(new Range(new BigInteger(1, address), length, bits));
            } catch (IllegalArgumentException noAddress) {
                return Optional.empty();
            }
        }

        private boolean isMoreThan(Range part) {
            return length == part.length()
                    && bits < part.bits()
                    && address.xor(part.address()).shiftRight(length - bits).signum() == 0;
        }
    }

    private static void port(JsonNode port, Checks checks) {
        JsonNode first = port.path("port");
        checks.require(first.isMissingNode() || Syntax.isPort(first), first + " is no port");
        checks.require(
                !port.has("endPort") || (first.isInt() && port.path("endPort").asInt() >= first.asInt()),
                "endPort ends no range of numbers: " + port);
        checks.require(
                Set.of("", "TCP", "UDP", "SCTP").contains(port.path("protocol").asText()),
                "protocol " + port.path("protocol") + " is none of TCP, UDP, SCTP");
    }
}
