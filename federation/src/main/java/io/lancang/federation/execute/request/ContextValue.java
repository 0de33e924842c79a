package io.lancang.federation.execute.request;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.lancang.federation.execute.tree.Lineages;
import io.lancang.federation.execute.tree.MergedTree;
import io.lancang.federation.execute.tree.Typenames;
import io.lancang.federation.execute.tree.Value;
import io.lancang.federation.json.ByteSink;
import io.lancang.federation.json.KeyTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the value of a context variable by copying bytes of the merged tree. What is missing there is null. Immutable, part
 * of the compiled plan.
 *
 * @param required whether an entity cannot be asked for without a value
 * @param sources the first that applies is taken
 */
record ContextValue(String name, String type, boolean required, List<Source> sources) {
    private static final byte[] NULL = "null".getBytes(US_ASCII);

    ContextValue {
        sources = List.copyOf(sources);
    }

    /**
     * @param depth of the object above
     * @param types runtime types to which it applies; null for any
     * @param typenameSlot where the runtime type of the object above is
     * @param unwrapped how many levels of the parts are gone through
     */
    record Source(
            int depth, @Nullable KeyTable types, int typenameSlot, int unwrapped, List<RepresentationPart> parts) {}

    /** Appends the value for an entity. Whether it is another than null. */
    boolean write(MergedTree tree, Lineages lineages, int number, ByteSink sink) {
        int mark = sink.length();
        for (Source source : sources) {
            int above = lineages.above(number, source.depth());
            KeyTable types = source.types();
            if (types == null || Typenames.find(tree, above, source.typenameSlot(), types) != KeyTable.MISSING) {
                writeObject(source.parts(), source.unwrapped(), tree, above, sink);
                return sink.bytes()[mark] != 'n';
            }
        }
        sink.write(NULL);
        return false;
    }

    private static void writeObject(
            List<RepresentationPart> parts, int unwrapped, MergedTree tree, int address, ByteSink sink) {
        if (unwrapped > 0) {
            RepresentationPart.Field field = first(parts, tree, address);
            if (field == null) {
                sink.write(NULL);
            } else {
                write(field.parts(), unwrapped - 1, tree, tree.get(address + field.slot()), sink);
            }
        } else if (parts.isEmpty()) {
            sink.write(NULL);
        } else {
            sink.write('{');
            writeFields(parts, tree, address, sink);
            sink.write('}');
        }
    }

    private static RepresentationPart.@Nullable Field first(
            List<RepresentationPart> parts, MergedTree tree, int address) {
        for (RepresentationPart part : parts) {
            RepresentationPart.Field field = switch (part) {
                case RepresentationPart.Field own -> own;
                case RepresentationPart.Typed typed ->
                    applies(typed, tree, address) ? first(typed.parts(), tree, address) : null;
            };
            if (field != null) {
                return field;
            }
        }
        return null;
    }

    private static void writeFields(List<RepresentationPart> parts, MergedTree tree, int address, ByteSink sink) {
        for (RepresentationPart part : parts) {
            switch (part) {
                case RepresentationPart.Field field -> {
                    if (sink.bytes()[sink.length() - 1] != '{') {
                        sink.write(',');
                    }
                    sink.write(field.key());
                    write(field.parts(), 0, tree, tree.get(address + field.slot()), sink);
                }
                case RepresentationPart.Typed typed -> {
                    if (applies(typed, tree, address)) {
                        writeFields(typed.parts(), tree, address, sink);
                    }
                }
            }
        }
    }

    private static boolean applies(RepresentationPart.Typed typed, MergedTree tree, int address) {
        return Typenames.find(tree, address, typed.typenameSlot(), typed.types()) != KeyTable.MISSING;
    }

    private static void write(
            List<RepresentationPart> parts, int unwrapped, MergedTree tree, long value, ByteSink sink) {
        if (Value.isLeaf(value)) {
            sink.write(tree.buffer(tree.bufferOf(value)), tree.from(value), tree.length(value));
        } else if (Value.isList(value)) {
            writeList(parts, unwrapped, tree, Value.address(value), sink);
        } else if (Value.isObject(value)) {
            writeObject(parts, unwrapped, tree, Value.address(value), sink);
        } else {
            sink.write(NULL);
        }
    }

    private static void writeList(
            List<RepresentationPart> parts, int unwrapped, MergedTree tree, int list, ByteSink sink) {
        sink.write('[');
        for (int index = 0; index < tree.listLength(list); index++) {
            if (index > 0) {
                sink.write(',');
            }
            write(parts, unwrapped, tree, tree.element(list, index), sink);
        }
        sink.write(']');
    }
}
