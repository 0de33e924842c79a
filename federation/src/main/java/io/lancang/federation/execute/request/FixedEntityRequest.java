package io.lancang.federation.execute.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lancang.federation.OperationType;
import io.lancang.federation.QueryParts;
import io.lancang.federation.execute.tree.Addresses;
import io.lancang.federation.execute.tree.MergedTree;
import io.lancang.federation.execute.tree.TreePath;
import io.lancang.federation.json.ByteSink;
import io.lancang.federation.json.KeyTable;
import io.lancang.federation.operation.Conditions;
import io.lancang.federation.operation.Operation;
import io.lancang.federation.plan.query.EntityCall;
import io.lancang.federation.plan.query.EntityFetch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The request of a fetch of entities whose calls are always the same. Immutable, part of the compiled plan. */
final class FixedEntityRequest implements EntityRequest {

    private final Operation operation;
    private final List<EntityCall> planned;
    private final List<Call> calls;
    private final List<String> variables;
    private final byte[] opening;
    private final List<Integer> numbers;
    private final KeyTable keys;
    private final List<byte[]> answerKeys;
    /** Null until somebody takes a request apart; computed by each who comes first, with the same result. */
    private volatile @Nullable List<Question> questions;

    private FixedEntityRequest(
            Operation operation, List<EntityCall> planned, List<Call> calls, List<String> variables, byte[] opening) {
        this.operation = operation;
        this.planned = planned;
        List<String> aliases = EntityRequest.aliases(calls.size());
        keys = new KeyTable(aliases);
        answerKeys = aliases.stream()
                .map(alias -> ("\"" + alias + "\":").getBytes(UTF_8))
                .toList();
        this.calls = List.copyOf(calls);
        numbers = IntStream.range(0, calls.size()).boxed().toList();
        this.variables = variables;
        this.opening = opening;
    }

    /**
     * One call of {@code _entities}.
     *
     * @param key of the list of representations, with its colon
     */
    private record Call(byte[] key, TreePath path, List<Conditions> when, RepresentationWriter representation) {}

    /**
     * Compiles the request of a fetch.
     *
     * @param paths of the fetch's calls
     */
    static FixedEntityRequest of(EntityFetch fetch, List<TreePath> paths, Operation operation) {
        FetchDocument document = new FetchDocument(operation);
        List<Call> calls = new ArrayList<>();
        List<String> aliases = EntityRequest.aliases(fetch.calls().size());
        document.open();
        for (int index = 0; index < fetch.calls().size(); index++) {
            EntityCall call = fetch.calls().get(index);
            TreePath path = paths.get(index);
            String alias = aliases.get(index);
            String variable = document.freeVariable(fetch.calls().size() == 1 ? "representations" : "r" + index);
            document.entities(alias, variable, call.selections(), Map.of());
            byte[] key = ("\"" + variable + "\":").getBytes(UTF_8);
            calls.add(new Call(
                    key, path, call.when(), RepresentationCompiler.compile(call.representations(), path.shape())));
        }
        document.close();
        byte[] opening = RootRequest.opening(document.text(OperationType.QUERY));
        return new FixedEntityRequest(operation, fetch.calls(), calls, document.variables(), opening);
    }

    private static Question question(EntityCall call, Operation operation) {
        FetchDocument document = new FetchDocument(operation);
        document.open();
        document.entities("_entities", document.freeVariable("representations"), call.selections(), Map.of());
        document.close();
        return Question.of(document.text(OperationType.QUERY), document.variables());
    }

    /** What a call asks of each of its entities, whatever is asked for beside it. */
    Question question(int call) {
        List<Question> known = questions;
        if (known == null) {
            known = planned.stream().map(each -> question(each, operation)).toList();
            questions = known;
        }
        return known.get(call);
    }

    /** The keys of the calls in answers. */
    KeyTable keys() {
        return keys;
    }

    /** The key of a call in answers, with its colon. */
    byte[] answerKey(int call) {
        return answerKeys.get(call);
    }

    /** Appends the beginning of a body. */
    void writeOpening(ByteSink request) {
        request.write(opening);
    }

    /** Appends what is before the representations of a call. */
    void openCall(int call, ByteSink request) {
        if (request.bytes()[request.length() - 1] != '{') {
            request.write(',');
        }
        request.write(calls.get(call).key());
        request.write('[');
    }

    /** Appends the end of a body. */
    void close(RequestVariables values, ByteSink request) {
        values.write(variables, request);
        request.write('}');
        request.write('}');
    }

    @Override
    public QueryParts parts(Written written, RequestVariables values) {
        return new EntityParts(this, values, written.body(), written.representations());
    }

    @Override
    public @Nullable Written write(MergedTree tree, int root, RequestVariables values) {
        ByteSink request = new ByteSink(opening.length + 256);
        request.write(opening);
        List<Representations> written = new ArrayList<>(calls.size());
        boolean worthSending = false;
        for (int index = 0; index < calls.size(); index++) {
            openCall(index, request);
            Representations representations = writeCall(calls.get(index), tree, root, values, request);
            written.add(representations);
            worthSending |= representations.count() > 0;
        }
        if (!worthSending) {
            return null;
        }
        close(values, request);
        return new Written(request.toByteArray(), written, numbers);
    }

    private static Representations writeCall(
            Call call, MergedTree tree, int root, RequestVariables values, ByteSink request) {
        Addresses objects = values.satisfyAny(call.when()) ? call.path().objects(tree, root) : new Addresses(0);
        Representations representations = new Representations(objects.size());
        representations.write(call.representation(), tree, objects, values, request);
        request.write(']');
        return representations;
    }
}
