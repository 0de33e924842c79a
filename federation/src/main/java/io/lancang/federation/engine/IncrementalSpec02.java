package io.lancang.federation.engine;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.lancang.federation.AnswerPart;
import io.lancang.federation.DeferredAnswer;
import io.lancang.federation.IncrementalFormat;
import io.lancang.federation.PendingAnswer;
import io.lancang.federation.StreamedItems;
import io.lancang.federation.error.GraphQLError;
import io.lancang.federation.execute.answer.ResponseWriter;
import io.lancang.federation.json.ByteSink;
import io.lancang.federation.json.JsonWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The format of the current draft of GraphQL's specification, which clients ask for by {@code multipart/mixed;incrementalSpec=v0.2}:
 * fragments are announced as {@code pending} with an id, come as {@code incremental} results with that id, and are {@code
 * completed}. A fragment with null where that must not be has no result, and errors where it is completed.
 */
public final class IncrementalSpec02 implements IncrementalFormat {
    private static final byte[] DATA = bytes("\"data\":");
    private static final byte[] ITEMS = bytes("\"items\":");
    private static final byte[] PENDING = bytes("\"pending\":");
    private static final byte[] INCREMENTAL = bytes("\"incremental\":[");
    private static final byte[] COMPLETED = bytes("\"completed\":[");
    private static final byte[] ID = bytes("{\"id\":\"");
    private static final byte[] HAS_NEXT = bytes("\"hasNext\":true}");
    private static final byte[] LAST = bytes("\"hasNext\":false}");

    private static byte[] bytes(String text) {
        return text.getBytes(US_ASCII);
    }

    @Override
    public byte[] write(AnswerPart part) {
        ByteSink sink = new ByteSink(512);
        sink.write('{');
        switch (part) {
            case AnswerPart.Primary primary -> {
                sink.write(DATA);
                sink.write(primary.data());
                writeErrors(sink, primary.errors());
                writePending(sink, part.pending());
            }
            case AnswerPart.Streamed streamed -> writeItems(sink, streamed.items());
            case AnswerPart.Deferred deferred -> {
                // Who reads in this order knows an id before it comes.
                writePending(sink, part.pending());
                writeResults(sink, deferred.fragments());
                writeCompleted(sink, deferred.fragments());
            }
        }
        ResponseWriter.writeExtensions(sink, part.extensions());
        separate(sink);
        sink.write(part.hasNext() ? HAS_NEXT : LAST);
        return sink.toByteArray();
    }

    private static void writePending(ByteSink sink, List<PendingAnswer> pending) {
        if (pending.isEmpty()) {
            return;
        }
        separate(sink);
        sink.write(PENDING);
        JsonWriter.write(pending.stream().map(IncrementalSpec02::members).toList(), sink);
    }

    private static Map<String, @Nullable Object> members(PendingAnswer pending) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("id", Integer.toString(pending.number()));
        members.put("path", pending.path());
        if (pending.label() != null) {
            members.put("label", pending.label());
        }
        return members;
    }

    private static void writeResults(ByteSink sink, List<DeferredAnswer> fragments) {
        List<DeferredAnswer> complete =
                fragments.stream().filter(fragment -> !isNull(fragment)).toList();
        if (complete.isEmpty()) {
            return;
        }
        separate(sink);
        sink.write(INCREMENTAL);
        for (int index = 0; index < complete.size(); index++) {
            writeId(sink, index, complete.get(index).number());
            separate(sink);
            sink.write(DATA);
            sink.write(complete.get(index).data());
            writeErrors(sink, complete.get(index).errors());
            sink.write('}');
        }
        sink.write(']');
    }

    private static void writeItems(ByteSink sink, StreamedItems items) {
        boolean isNull = Arrays.equals(items.items(), ResponseWriter.NULL);
        if (!isNull) {
            sink.write(INCREMENTAL);
            writeId(sink, 0, items.number());
            separate(sink);
            sink.write(ITEMS);
            sink.write(items.items());
            writeErrors(sink, items.errors());
            sink.write('}');
            sink.write(']');
        }
        if (items.isComplete()) {
            separate(sink);
            sink.write(COMPLETED);
            writeId(sink, 0, items.number());
            if (isNull) {
                writeErrors(sink, items.errors());
            }
            sink.write('}');
            sink.write(']');
        }
    }

    private static void writeCompleted(ByteSink sink, List<DeferredAnswer> fragments) {
        separate(sink);
        sink.write(COMPLETED);
        for (int index = 0; index < fragments.size(); index++) {
            writeId(sink, index, fragments.get(index).number());
            if (isNull(fragments.get(index))) {
                writeErrors(sink, fragments.get(index).errors());
            }
            sink.write('}');
        }
        sink.write(']');
    }

    private static void writeId(ByteSink sink, int index, int number) {
        if (index > 0) {
            sink.write(',');
        }
        sink.write(ID);
        sink.write(bytes(Integer.toString(number)));
        sink.write('"');
    }

    private static boolean isNull(DeferredAnswer fragment) {
        return Arrays.equals(fragment.data(), ResponseWriter.NULL);
    }

    private static void separate(ByteSink sink) {
        if (sink.bytes()[sink.length() - 1] != '{') {
            sink.write(',');
        }
    }

    private static void writeErrors(ByteSink sink, List<GraphQLError> errors) {
        if (!errors.isEmpty()) {
            ResponseWriter.writeErrors(sink, errors);
        }
    }
}
