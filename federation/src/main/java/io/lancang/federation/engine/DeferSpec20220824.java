package io.lancang.federation.engine;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.lancang.federation.AnswerPart;
import io.lancang.federation.DeferredAnswer;
import io.lancang.federation.IncrementalFormat;
import io.lancang.federation.StreamedItems;
import io.lancang.federation.error.GraphQLError;
import io.lancang.federation.execute.answer.ResponseWriter;
import io.lancang.federation.json.ByteSink;
import io.lancang.federation.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The format of the incremental delivery proposal of August 2022, which clients ask for by
 * {@code multipart/mixed;deferSpec=20220824}: {@code data} first, then lists of {@code incremental} results with path and
 * label, {@code hasNext} in each.
 */
public final class DeferSpec20220824 implements IncrementalFormat {
    private static final byte[] INCREMENTAL = "{\"incremental\":[".getBytes(US_ASCII);
    private static final byte[] DATA = "{\"data\":".getBytes(US_ASCII);
    private static final byte[] ITEMS = "{\"items\":".getBytes(US_ASCII);
    private static final byte[] PATH = ",\"path\":".getBytes(US_ASCII);
    private static final byte[] LABEL = ",\"label\":".getBytes(US_ASCII);
    private static final byte[] HAS_NEXT = ",\"hasNext\":true}".getBytes(US_ASCII);
    private static final byte[] LAST = ",\"hasNext\":false}".getBytes(US_ASCII);

    @Override
    public byte[] write(AnswerPart part) {
        ByteSink sink = new ByteSink(512);
        switch (part) {
            case AnswerPart.Primary primary -> {
                sink.write(DATA);
                sink.write(primary.data());
                writeErrors(sink, primary.errors());
            }
            case AnswerPart.Streamed streamed -> {
                sink.write(INCREMENTAL);
                write(sink, streamed.items());
                sink.write(']');
            }
            case AnswerPart.Deferred deferred -> {
                sink.write(INCREMENTAL);
                for (int index = 0; index < deferred.fragments().size(); index++) {
                    if (index > 0) {
                        sink.write(',');
                    }
                    write(sink, deferred.fragments().get(index));
                }
                sink.write(']');
            }
        }
        ResponseWriter.writeExtensions(sink, part.extensions());
        sink.write(part.hasNext() ? HAS_NEXT : LAST);
        return sink.toByteArray();
    }

    private static void write(ByteSink sink, StreamedItems items) {
        sink.write(ITEMS);
        sink.write(items.items());
        sink.write(PATH);
        List<Object> path = new ArrayList<>(items.path());
        path.add(items.index());
        JsonWriter.write(path, sink);
        writeLabel(sink, items.label());
        writeErrors(sink, items.errors());
        sink.write('}');
    }

    private static void write(ByteSink sink, DeferredAnswer fragment) {
        sink.write(DATA);
        sink.write(fragment.data());
        sink.write(PATH);
        JsonWriter.write(fragment.path(), sink);
        writeLabel(sink, fragment.label());
        writeErrors(sink, fragment.errors());
        sink.write('}');
    }

    private static void writeLabel(ByteSink sink, @Nullable String label) {
        if (label != null) {
            sink.write(LABEL);
            JsonWriter.write(label, sink);
        }
    }

    private static void writeErrors(ByteSink sink, List<GraphQLError> errors) {
        if (!errors.isEmpty()) {
            ResponseWriter.writeErrors(sink, errors);
        }
    }
}
