package io.lancang.federation.execute.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lancang.federation.execute.json.ByteSink;
import io.lancang.federation.execute.tree.MergedTree;
import io.lancang.federation.execute.tree.TreePath;
import io.lancang.federation.operation.Conditions;
import io.lancang.federation.operation.Operation;
import io.lancang.federation.operation.OperationType;
import io.lancang.federation.plan.EntityCall;
import io.lancang.federation.plan.EntityFetch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The request of a fetch of entities whose calls are always the same. Immutable, part of the compiled plan. */
final class FixedEntityRequest implements EntityRequest {

    private final List<Call> calls;
    private final List<String> variables;
    private final byte[] opening;
    private final List<Integer> numbers;

    private FixedEntityRequest(List<Call> calls, List<String> variables, byte[] opening) {
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
        return new FixedEntityRequest(calls, document.variables(), opening);
    }

    @Override
    public @Nullable Written write(MergedTree tree, int root, RequestVariables values) {
        ByteSink request = new ByteSink(opening.length + 256);
        request.write(opening);
        List<Representations> written = new ArrayList<>(calls.size());
        boolean worthSending = false;
        for (int index = 0; index < calls.size(); index++) {
            Representations representations = writeCall(calls.get(index), tree, root, values, request);
            written.add(representations);
            worthSending |= representations.count() > 0;
        }
        if (!worthSending) {
            return null;
        }
        values.write(variables, request);
        request.write('}');
        request.write('}');
        return new Written(request.toByteArray(), written, numbers);
    }

    private static Representations writeCall(
            Call call, MergedTree tree, int root, RequestVariables values, ByteSink request) {
        if (request.bytes()[request.length() - 1] != '{') {
            request.write(',');
        }
        request.write(call.key());
        request.write('[');
        Representations representations = new Representations();
        if (values.satisfyAny(call.when())) {
            representations.write(call.representation(), tree, call.path().objects(tree, root), values, request);
        }
        request.write(']');
        return representations;
    }
}
