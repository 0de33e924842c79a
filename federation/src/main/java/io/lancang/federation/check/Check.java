package io.lancang.federation.check;

import graphql.language.Document;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.validation.ValidationError;
import io.lancang.federation.operation.document.SpecifiedRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What becomes of those who ask a graph when another takes its place.
 *
 * @param changes of the schema, the worst first, each with who uses what it changes
 * @param refused names of documents that are valid now and would not be, with the first reason
 * @param unknown names of documents that are not valid now either, with the first reason: nothing is said of them
 * @param documents how many were looked at
 * @param clients of how many it is recorded what they use; where there are neither, nothing is known of who asks
 */
public record Check(
        List<JudgedChange> changes,
        Map<String, String> refused,
        Map<String, String> unknown,
        int documents,
        int clients) {

    /**
     * A change, and who meets it.
     *
     * @param users names of the documents that use what it changes, in their order, then of the clients
     */
    public record JudgedChange(SchemaChange change, List<String> users) {
        public JudgedChange {
            users = List.copyOf(users);
        }
    }

    public Check {
        changes = List.copyOf(changes);
        refused = Map.copyOf(refused);
        unknown = Map.copyOf(unknown);
    }

    /** As {@link #of(GraphQLSchema, GraphQLSchema, Map, Map)}, where nothing is recorded of clients. */
    public static Check of(GraphQLSchema before, GraphQLSchema after, Map<String, String> documents) {
        return of(before, after, documents, Map.of());
    }

    /**
     * Compares two schemas.
     *
     * @param before the schema that clients know
     * @param after the one that they would meet
     * @param documents what clients send, by names; none where it is not known
     * @param usage by names of clients, which coordinates each has used, and what is to be said of that; none where it is not known
     */
    public static Check of(
            GraphQLSchema before,
            GraphQLSchema after,
            Map<String, String> documents,
            Map<String, Map<String, String>> usage) {
        Map<String, String> refused = new TreeMap<>();
        Map<String, String> unknown = new TreeMap<>();
        Map<String, Set<SchemaCoordinate>> used = new HashMap<>();
        new TreeMap<>(documents).forEach((name, text) -> {
            try {
                Document document = Parser.parse(text);
                List<ValidationError> faults = SpecifiedRules.errors(before, document);
                if (!faults.isEmpty()) {
                    unknown.put(name, faults.getFirst().getDescription());
                    return;
                }
                used.put(name, UsedCoordinates.of(before, document));
                SpecifiedRules.errors(after, document).stream()
                        .findFirst()
                        .ifPresent(fault -> refused.put(name, fault.getDescription()));
            } catch (InvalidSyntaxException broken) {
                unknown.put(name, broken.getMessage());
            }
        });
        List<JudgedChange> changes = new ArrayList<>();
        for (SchemaChange change : SchemaComparison.compare(before, after)) {
            changes.add(new JudgedChange(
                    change,
                    Stream.concat(
                                    used.entrySet().stream()
                                            .filter(each -> each.getValue().contains(change.coordinate()))
                                            .map(Map.Entry::getKey)
                                            .sorted(),
                                    clients(usage, change.coordinate().toString()))
                            .toList()));
        }
        return new Check(changes, refused, unknown, documents.size(), usage.size());
    }

    private static Stream<String> clients(Map<String, Map<String, String>> usage, String coordinate) {
        return usage.entrySet().stream()
                .filter(client -> client.getValue().containsKey(coordinate))
                .map(client ->
                        "client " + client.getKey() + " (" + client.getValue().get(coordinate) + ")")
                .sorted();
    }

    /** Whether somebody is broken: by any breaking change where nothing is known of who asks, else by one that somebody uses. */
    public boolean isBreaking() {
        return !refused.isEmpty() || changes.stream().anyMatch(this::breaks);
    }

    /** Whether a change breaks somebody. */
    public boolean breaks(JudgedChange each) {
        return each.change().severity() == SchemaChange.Severity.BREAKING
                && (documents + clients == 0 || !each.users().isEmpty());
    }
}
