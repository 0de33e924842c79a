package io.lancang.federation.execute.request;

import io.lancang.federation.AnswerParts;
import io.lancang.federation.Piece;
import io.lancang.federation.QueryParts;
import io.lancang.federation.SubgraphTags;
import io.lancang.federation.json.ByteSink;
import io.lancang.federation.json.MalformedJsonException;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A query that is one question: root fields in fragments, or entities that depend on what is above them. */
record WholeQuery(byte[] body) implements QueryParts {
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};

    @Override
    public int count() {
        return 1;
    }

    @Override
    public String type(int part) {
        return QUERY;
    }

    @Override
    public void identify(int part, ByteSink sink) {
        sink.write('w');
        sink.write(body);
    }

    /** Which root fields or entities it asks for is not distinguished. */
    @Override
    public @Nullable List<String> tags(int part, SubgraphTags declared) {
        return declared.isEmpty() ? List.of() : null;
    }

    @Override
    public byte[] body(BitSet asked) {
        return body;
    }

    @Override
    public AnswerParts read(byte[] answer, BitSet asked) throws MalformedJsonException {
        AnswerScanner.Envelope envelope = AnswerScanner.envelope(answer);
        @Nullable Piece[] answers = {envelope.hasData() ? envelope.data() : null};
        return new AnswerParts(answers, envelope.errors());
    }

    @Override
    public void writeData(@Nullable Piece[] answers, ByteSink sink) {
        Piece data = answers[0];
        if (data == null) {
            sink.write(NULL);
        } else {
            sink.write(data.json(), data.from(), data.length());
        }
    }

    @Override
    public List<?> originalPath(List<?> path, BitSet asked) {
        return path;
    }
}
