package io.lancang.federation.execute.request;

import graphql.language.Argument;
import graphql.language.VariableReference;
import io.lancang.federation.AnswerParts;
import io.lancang.federation.Piece;
import io.lancang.federation.QueryParts;
import io.lancang.federation.SubgraphTags;
import io.lancang.federation.json.ByteSink;
import io.lancang.federation.json.MalformedJsonException;
import io.lancang.federation.plan.query.FetchSelection;
import io.lancang.federation.supergraph.JsonLiterals;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A query of root fields, each of which is a question. Fields that the client's variables leave out are none. */
final class RootParts implements QueryParts {
    private final RootFields fields;
    private final RequestVariables values;
    private final byte[] body;
    /** The number of the field that each question is about. */
    private final int[] asking;

    RootParts(RootFields fields, RequestVariables values, byte[] body) {
        this.fields = fields;
        this.values = values;
        this.body = body;
        int[] all = new int[fields.size()];
        int count = 0;
        for (int field = 0; field < all.length; field++) {
            if (values.satisfy(fields.get(field).when())) {
                all[count++] = field;
            }
        }
        asking = count == all.length ? all : Arrays.copyOf(all, count);
    }

    @Override
    public int count() {
        return asking.length;
    }

    @Override
    public String type(int part) {
        return QUERY;
    }

    @Override
    public void identify(int part, ByteSink sink) {
        Question question = fields.get(asking[part]).question();
        sink.write('r');
        sink.write(question.digest());
        sink.write(question.values(values));
    }

    @Override
    public @Nullable List<String> tags(int part, SubgraphTags declared) {
        FetchSelection.Field field = fields.selection(asking[part]);
        SubgraphTags.RootField tagged = declared.rootFields().get(field.name());
        return tagged == null ? List.of() : Tags.of(tagged.formats(), argument -> value(field, argument, tagged));
    }

    /** A variable without a value is as if the argument were left out. */
    private @Nullable Object value(FetchSelection.Field field, String argument, SubgraphTags.RootField tagged) {
        for (Argument given : field.arguments()) {
            boolean isGiven = given.getName().equals(argument)
                    && !(given.getValue() instanceof VariableReference variable && !values.has(variable.getName()));
            if (isGiven) {
                return JsonLiterals.toJson(given.getValue(), values::get);
            }
        }
        return tagged.defaults().get(argument);
    }

    @Override
    public byte[] body(BitSet asked) {
        if (asked.cardinality() == asking.length) {
            return body;
        }
        BitSet numbers = new BitSet(fields.size());
        asked.stream().forEach(part -> numbers.set(asking[part]));
        return fields.request(numbers).body(values);
    }

    @Override
    public AnswerParts read(byte[] answer, BitSet asked) throws MalformedJsonException {
        AnswerScanner.Envelope envelope = AnswerScanner.envelope(answer);
        @Nullable Piece[] members = new Piece[fields.size()];
        if (envelope.data() != null && envelope.hasData()) {
            AnswerScanner.members(answer, envelope.data().from(), fields.keys(), members);
        }
        @Nullable Piece[] answers = new Piece[asking.length];
        for (int part = asked.nextSetBit(0); part >= 0; part = asked.nextSetBit(part + 1)) {
            answers[part] = members[asking[part]];
        }
        return new AnswerParts(answers, envelope.errors());
    }

    @Override
    public void writeData(@Nullable Piece[] answers, ByteSink sink) {
        sink.write('{');
        boolean first = true;
        for (int part = 0; part < answers.length; part++) {
            Piece answer = answers[part];
            if (answer != null) {
                if (!first) {
                    sink.write(',');
                }
                first = false;
                sink.write(fields.get(asking[part]).key());
                sink.write(answer.json(), answer.from(), answer.length());
            }
        }
        sink.write('}');
    }

    @Override
    public List<?> originalPath(List<?> path, BitSet asked) {
        return path;
    }
}
