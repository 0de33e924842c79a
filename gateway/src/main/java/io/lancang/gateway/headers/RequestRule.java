package io.lancang.gateway.headers;

import io.vertx.core.MultiMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One rule about the headers that subgraphs are sent. Rules are applied in order, each to what those before it left. Immutable. */
sealed interface RequestRule {
    /**
     * Changes what is sent.
     *
     * @param client the headers that the client has sent
     */
    void apply(MultiMap client, OutgoingHeaders outgoing);

    /**
     * Sends on what the client has sent, all lines of it.
     *
     * @param source the client's name of the header, in lower case
     * @param target the subgraph's name of it, in lower case
     * @param standard what is sent if the client has sent none; null for nothing
     */
    record Propagate(
            String source, CharSequence target, @Nullable String standard) implements RequestRule {
        @Override
        public void apply(MultiMap client, OutgoingHeaders outgoing) {
            List<String> values = client.getAll(source);
            if (!values.isEmpty()) {
                outgoing.propagate(source, target, values);
            } else if (standard != null) {
                outgoing.insert(target, standard);
            }
        }
    }

    /**
     * Sends on all that the client has sent under such names, but for what must be named.
     *
     * @param claimHeaders names in lower case of headers that come of claims and nothing else
     */
    record PropagateMatching(NamePattern pattern, Set<String> claimHeaders) implements RequestRule {
        @Override
        public void apply(MultiMap client, OutgoingHeaders outgoing) {
            Set<String> ofConnection = ofConnection(client);
            for (String name : client.names()) {
                String lowerCase = name.toLowerCase(Locale.ROOT);
                if (HeaderNames.mayMatch(lowerCase)
                        && pattern.matches(lowerCase)
                        && !ofConnection.contains(lowerCase)
                        && !claimHeaders.contains(lowerCase)) {
                    outgoing.propagate(lowerCase, lowerCase, client.getAll(name));
                }
            }
        }

        /** Those that the client says belong to its connection. */
        private static Set<String> ofConnection(MultiMap client) {
            Set<String> names = new HashSet<>();
            for (String line : client.getAll("connection")) {
                for (String name : line.split(",", -1)) {
                    names.add(name.strip().toLowerCase(Locale.ROOT));
                }
            }
            return names;
        }
    }

    /** Sends a value of the configuration, whatever was there before. */
    record Insert(CharSequence name, String value) implements RequestRule {
        @Override
        public void apply(MultiMap client, OutgoingHeaders outgoing) {
            outgoing.insert(name, value);
        }
    }

    /** Sends no such header. */
    record Remove(CharSequence name) implements RequestRule {
        @Override
        public void apply(MultiMap client, OutgoingHeaders outgoing) {
            outgoing.remove(name);
        }
    }
}
