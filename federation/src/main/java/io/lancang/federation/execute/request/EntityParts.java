package io.lancang.federation.execute.request;

import io.lancang.federation.AnswerParts;
import io.lancang.federation.Piece;
import io.lancang.federation.QueryParts;
import io.lancang.federation.SubgraphTags;
import io.lancang.federation.cachetag.TagFormat;
import io.lancang.federation.json.ByteSink;
import io.lancang.federation.json.JsonValues;
import io.lancang.federation.json.KeyTable;
import io.lancang.federation.json.MalformedJsonException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A query of entities, each of which is a question: those of the first call, then those of the second. */
final class EntityParts implements QueryParts {
    /** What every representation begins with. */
    private static final int BEFORE_TYPE = "{\"__typename\":\"".length();

    private static final byte[] NULL = {'n', 'u', 'l', 'l'};

    private final FixedEntityRequest request;
    private final RequestVariables values;
    private final byte[] body;
    private final List<Representations> calls;
    /** The number of the first question of each call, and behind them that of all questions. */
    private final int[] first;

    /** Those of each call as a JSON object; empty until somebody asks. */
    private final byte[][] variables;

    EntityParts(FixedEntityRequest request, RequestVariables values, byte[] body, List<Representations> calls) {
        this.request = request;
        this.values = values;
        this.body = body;
        this.calls = calls;
        first = new int[calls.size() + 1];
        for (int call = 0; call < calls.size(); call++) {
            first[call + 1] = first[call] + calls.get(call).count();
        }
        variables = new byte[calls.size()][0];
    }

    @Override
    public int count() {
        return first[calls.size()];
    }

    private int callOf(int part) {
        int call = 0;
        while (part >= first[call + 1]) {
            call++;
        }
        return call;
    }

    @Override
    public String type(int part) {
        int call = callOf(part);
        int from = calls.get(call).from(part - first[call]) + BEFORE_TYPE;
        int to = from;
        while (body[to] != '"') {
            to++;
        }
        return new String(body, from, to - from, StandardCharsets.UTF_8);
    }

    @Override
    public void identify(int part, ByteSink sink) {
        int call = callOf(part);
        Question question = request.question(call);
        byte[] own = variables[call];
        if (own.length == 0) {
            own = question.values(values);
            variables[call] = own;
        }
        sink.write('e');
        sink.write(question.digest());
        // Both are JSON objects, so that nobody can mistake the end of one for the beginning of the other.
        sink.write(own);
        writeRepresentation(call, part, sink);
    }

    @Override
    public @Nullable List<String> tags(int part, SubgraphTags declared) {
        List<TagFormat> formats = declared.entities().get(type(part));
        if (formats == null) {
            return List.of();
        }
        int call = callOf(part);
        int index = part - first[call];
        try {
            Object representation = JsonValues.parse(
                    body, calls.get(call).from(index), calls.get(call).to(index));
            return representation instanceof Map<?, ?> keys ? Tags.of(formats, keys::get) : null;
        } catch (MalformedJsonException impossible) {
            throw new IllegalStateException("A representation that this engine wrote is no JSON", impossible);
        }
    }

    private void writeRepresentation(int call, int part, ByteSink sink) {
        int index = part - first[call];
        int from = calls.get(call).from(index);
        sink.write(body, from, calls.get(call).to(index) - from);
    }

    @Override
    public byte[] body(BitSet asked) {
        if (asked.cardinality() == count()) {
            return body;
        }
        ByteSink sink = new ByteSink(body.length);
        request.writeOpening(sink);
        for (int call = 0; call < calls.size(); call++) {
            request.openCall(call, sink);
            boolean isFirst = true;
            for (int part = asked.nextSetBit(first[call]);
                    part >= 0 && part < first[call + 1];
                    part = asked.nextSetBit(part + 1)) {
                if (!isFirst) {
                    sink.write(',');
                }
                isFirst = false;
                writeRepresentation(call, part, sink);
            }
            sink.write(']');
        }
        request.close(values, sink);
        return sink.toByteArray();
    }

    @Override
    public AnswerParts read(byte[] answer, BitSet asked) throws MalformedJsonException {
        AnswerScanner.Envelope envelope = AnswerScanner.envelope(answer);
        @Nullable Piece[] answers = new Piece[count()];
        if (envelope.data() != null && envelope.hasData()) {
            @Nullable Piece[] lists = new Piece[calls.size()];
            AnswerScanner.members(answer, envelope.data().from(), request.keys(), lists);
            for (int call = 0; call < lists.length; call++) {
                Piece list = lists[call];
                if (list != null && !list.isNull()) {
                    distribute(AnswerScanner.elements(list), call, asked, answers);
                }
            }
        }
        return new AnswerParts(answers, envelope.errors());
    }

    private void distribute(List<Piece> entities, int call, BitSet asked, @Nullable Piece[] answers)
            throws MalformedJsonException {
        int next = 0;
        for (int part = asked.nextSetBit(first[call]);
                part >= 0 && part < first[call + 1];
                part = asked.nextSetBit(part + 1)) {
            if (next == entities.size()) {
                throw new MalformedJsonException("fewer entities than were asked for", 0);
            }
            Piece entity = entities.get(next++);
            if (!entity.isObject() && !entity.isNull()) {
                throw new MalformedJsonException("an entity that is no object", entity.from());
            }
            answers[part] = entity;
        }
        if (next < entities.size()) {
            throw new MalformedJsonException("more entities than were asked for", 0);
        }
    }

    @Override
    public void writeData(@Nullable Piece[] answers, ByteSink sink) {
        sink.write('{');
        for (int call = 0; call < calls.size(); call++) {
            if (call > 0) {
                sink.write(',');
            }
            sink.write(request.answerKey(call));
            sink.write('[');
            for (int part = first[call]; part < first[call + 1]; part++) {
                if (part > first[call]) {
                    sink.write(',');
                }
                Piece answer = answers[part];
                if (answer == null) {
                    sink.write(NULL);
                } else {
                    sink.write(answer.json(), answer.from(), answer.length());
                }
            }
            sink.write(']');
        }
        sink.write('}');
    }

    @Override
    public List<?> originalPath(List<?> path, BitSet asked) {
        int call = path.isEmpty() ? KeyTable.MISSING : request.keys().find(String.valueOf(path.getFirst()));
        if (call == KeyTable.MISSING || path.size() < 2 || !(path.get(1) instanceof Integer index)) {
            return path;
        }
        int part = asked.nextSetBit(first[call]);
        for (int skipped = 0; skipped < index && part >= 0; skipped++) {
            part = asked.nextSetBit(part + 1);
        }
        if (part < 0 || part >= first[call + 1]) {
            return path;
        }
        List<Object> original = new ArrayList<>(path);
        original.set(1, part - first[call]);
        return original;
    }
}
