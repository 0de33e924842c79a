package io.lancang.federation.execute.request;

import io.lancang.federation.OperationType;
import io.lancang.federation.json.ByteSink;
import io.lancang.federation.json.JsonStrings;
import io.lancang.federation.json.KeyTable;
import io.lancang.federation.operation.Conditions;
import io.lancang.federation.operation.Operation;
import io.lancang.federation.plan.query.FetchSelection;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The root fields of a query that can be asked for one by one. Which of them are asked for together changes from request to
 * request; the documents for the combinations that came first are kept. Thread-safe, part of the compiled plan.
 */
final class RootFields {
    /** Beyond this, a document is compiled for its request and forgotten. */
    private static final int MAXIMUM_DOCUMENTS = 32;

    private final Operation operation;
    private final List<FetchSelection.Field> selections;
    private final List<Field> fields;
    private final KeyTable keys;
    private final Map<BitSet, RootRequest> requests = new ConcurrentHashMap<>();

    private RootFields(Operation operation, List<FetchSelection.Field> selections) {
        this.operation = operation;
        this.selections = List.copyOf(selections);
        fields = selections.stream().map(field -> field(field, operation)).toList();
        keys = new KeyTable(selections.stream().map(FetchSelection.Field::alias).toList());
    }

    /**
     * A root field.
     *
     * @param key with its quotes and its colon
     * @param when the subgraph is asked for it
     */
    record Field(Question question, byte[] key, Conditions when) {}

    /** The root fields, or null if they cannot be distinguished. */
    static @Nullable RootFields of(List<FetchSelection> selections, Operation operation) {
        List<FetchSelection.Field> fields = new ArrayList<>();
        Set<String> aliases = new HashSet<>();
        for (FetchSelection selection : selections) {
            if (!(selection instanceof FetchSelection.Field field) || !aliases.add(field.alias())) {
                return null;
            }
            fields.add(field);
        }
        return new RootFields(operation, fields);
    }

    private static Field field(FetchSelection.Field field, Operation operation) {
        FetchDocument document = new FetchDocument(operation);
        document.selectionSet(List.of(field));
        ByteSink key = new ByteSink(field.alias().length() + 3);
        key.write(JsonStrings.quote(field.alias()));
        key.write(':');
        return new Field(
                Question.of(document.text(OperationType.QUERY), document.variables()),
                key.toByteArray(),
                field.conditions());
    }

    int size() {
        return fields.size();
    }

    Field get(int field) {
        return fields.get(field);
    }

    FetchSelection.Field selection(int field) {
        return selections.get(field);
    }

    /** The response keys, by which fields are found. */
    KeyTable keys() {
        return keys;
    }

    /** The request that asks for some of the fields. */
    RootRequest request(BitSet asked) {
        RootRequest known = requests.get(asked);
        if (known != null) {
            return known;
        }
        RootRequest compiled = RootRequest.of(
                OperationType.QUERY,
                asked.stream().<FetchSelection>mapToObj(selections::get).toList(),
                operation);
        if (requests.size() < MAXIMUM_DOCUMENTS) {
            requests.put((BitSet) asked.clone(), compiled);
        }
        return compiled;
    }
}
