package io.lancang.federation.execute.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lancang.federation.OperationType;
import io.lancang.federation.QueryParts;
import io.lancang.federation.execute.tree.Addresses;
import io.lancang.federation.execute.tree.Lineages;
import io.lancang.federation.execute.tree.MergedTree;
import io.lancang.federation.execute.tree.Shape;
import io.lancang.federation.execute.tree.TreePath;
import io.lancang.federation.json.ByteSink;
import io.lancang.federation.operation.Operation;
import io.lancang.federation.plan.query.EntityCall;
import io.lancang.federation.plan.query.EntityFetch;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The request of a fetch of entities some of whose calls depend on objects above the entities. Entities of one call that are
 * below objects with the same values make a group, and each group is asked for by a call of its own, all in one request. The
 * document depends on the number of groups; those for the numbers that came first are kept. Thread-safe, part of the compiled
 * plan.
 */
final class GroupedEntityRequest implements EntityRequest {
    /** Beyond this, a document is compiled for its request and forgotten. */
    private static final int MAXIMUM_DOCUMENTS = 64;

    private final Operation operation;
    private final List<Call> calls;
    private final String representations;
    private final Map<List<Integer>, Document> documents = new ConcurrentHashMap<>();

    private record Call(EntityCall planned, TreePath path, RepresentationWriter writer, List<ContextValue> contexts) {}

    private record Document(byte[] opening, List<String> variables) {}

    /** Entities that are asked for together. */
    private record Group(List<ByteBuffer> values, Addresses objects) {}

    GroupedEntityRequest(EntityFetch fetch, List<TreePath> paths, Shape root, Operation operation) {
        this.operation = operation;
        List<Call> compiled = new ArrayList<>();
        for (int index = 0; index < fetch.calls().size(); index++) {
            EntityCall call = fetch.calls().get(index);
            TreePath path = paths.get(index);
            compiled.add(new Call(
                    call,
                    path,
                    RepresentationCompiler.compile(call.representations(), path.shape()),
                    ContextCompiler.compile(call, root)));
        }
        calls = List.copyOf(compiled);
        String free = "r";
        while (isTaken(free)) {
            free += "_";
        }
        representations = free;
    }

    @Override
    public boolean dependsOnObjectsAbove() {
        return true;
    }

    @Override
    public QueryParts parts(Written written, RequestVariables values) {
        return new WholeQuery(written.body());
    }

    @Override
    public @Nullable Written write(MergedTree tree, int root, RequestVariables values) {
        ByteSink variables = new ByteSink(512);
        variables.write('{');
        List<Representations> sent = new ArrayList<>();
        List<Integer> callOf = new ArrayList<>();
        for (int index = 0; index < calls.size(); index++) {
            Call call = calls.get(index);
            if (values.satisfyAny(call.planned().when())) {
                for (Group group : groups(call, tree, root)) {
                    int mark = variables.length();
                    Representations written = write(call, group, sent.size(), tree, values, variables);
                    if (written.count() == 0) {
                        variables.truncate(mark);
                    } else {
                        sent.add(written);
                        callOf.add(index);
                    }
                }
            }
        }
        if (sent.isEmpty()) {
            return null;
        }
        Document document = document(callOf);
        values.write(document.variables(), variables);
        ByteSink body = new ByteSink(document.opening().length + variables.length() + 1);
        body.write(document.opening());
        // The opening ends with the brace with which the variables begin.
        body.write(variables.bytes(), 1, variables.length() - 1);
        body.write('}');
        body.write('}');
        return new Written(body.toByteArray(), sent, callOf);
    }

    private static List<Group> groups(Call call, MergedTree tree, int root) {
        Lineages lineages = call.path().lineages(tree, root);
        Map<List<ByteBuffer>, Group> groups = new LinkedHashMap<>();
        for (int number = 0; number < lineages.size(); number++) {
            List<ByteBuffer> values = values(call.contexts(), tree, lineages, number);
            if (values != null) {
                groups.computeIfAbsent(values, added -> new Group(values, new Addresses()))
                        .objects()
                        .add(lineages.object(number));
            }
        }
        return List.copyOf(groups.values());
    }

    /** Null if a value that must not be null is. */
    private static @Nullable List<ByteBuffer> values(
            List<ContextValue> contexts, MergedTree tree, Lineages lineages, int number) {
        List<ByteBuffer> values = new ArrayList<>(contexts.size());
        ByteSink sink = new ByteSink(64);
        for (ContextValue context : contexts) {
            sink.truncate(0);
            boolean present = context.write(tree, lineages, number, sink);
            if (!present && context.required()) {
                return null;
            }
            values.add(ByteBuffer.wrap(sink.toByteArray()));
        }
        return values;
    }

    /** Appends the variables of one group's call. */
    private Representations write(
            Call call, Group group, int number, MergedTree tree, RequestVariables values, ByteSink variables) {
        for (int index = 0; index < call.contexts().size(); index++) {
            member(variables, numbered(call.contexts().get(index).name(), number));
            variables.write(group.values().get(index).array());
        }
        member(variables, numbered(representations, number));
        variables.write('[');
        Representations written = new Representations(group.objects().size());
        written.write(call.writer(), tree, group.objects(), values, variables);
        variables.write(']');
        return written;
    }

    private static void member(ByteSink object, String name) {
        if (object.bytes()[object.length() - 1] != '{') {
            object.write(',');
        }
        object.write(("\"" + name + "\":").getBytes(UTF_8));
    }

    private Document document(List<Integer> callOf) {
        Document known = documents.get(callOf);
        if (known != null) {
            return known;
        }
        Document compiled = compile(callOf);
        if (documents.size() < MAXIMUM_DOCUMENTS) {
            documents.put(List.copyOf(callOf), compiled);
        }
        return compiled;
    }

    private Document compile(List<Integer> callOf) {
        FetchDocument document = new FetchDocument(operation);
        List<String> aliases = EntityRequest.aliases(callOf.size());
        document.open();
        for (int number = 0; number < callOf.size(); number++) {
            Call call = calls.get(callOf.get(number));
            Map<String, String> renamed = new HashMap<>();
            for (ContextValue context : call.contexts()) {
                String variable = numbered(context.name(), number);
                renamed.put(context.name(), variable);
                document.define(variable, context.type());
            }
            document.entities(
                    aliases.get(number),
                    numbered(representations, number),
                    call.planned().selections(),
                    renamed);
        }
        document.close();
        return new Document(RootRequest.opening(document.text(OperationType.QUERY)), document.variables());
    }

    /** The underscore keeps the tenth of the first from being the first of the tenth. */
    private static String numbered(String name, int number) {
        return name + "_" + number;
    }

    private boolean isTaken(String prefix) {
        return operation.variables().stream()
                .anyMatch(variable -> variable.getName().startsWith(prefix));
    }
}
