package io.lancang.federation.execute.request;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.lancang.federation.execute.tree.MergedTree;
import io.lancang.federation.execute.tree.Typenames;
import io.lancang.federation.execute.tree.Value;
import io.lancang.federation.json.ByteSink;
import io.lancang.federation.json.KeyTable;
import io.lancang.federation.operation.Conditions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes one object of the merged tree as a representation by copying the bytes of its fields. Immutable, part of the
 * compiled plan.
 */
final class RepresentationWriter {
    private static final byte[] TYPENAME = "\"__typename\":".getBytes(US_ASCII);
    private static final byte[] NULL = "null".getBytes(US_ASCII);

    private final List<Alternative> alternatives;
    private final int typenameSlot;

    /**
     * @param alternatives the first that applies to an object's runtime type is taken
     * @param typenameSlot where the runtime type is
     */
    RepresentationWriter(List<Alternative> alternatives, int typenameSlot) {
        this.alternatives = List.copyOf(alternatives);
        this.typenameSlot = typenameSlot;
    }

    /**
     * @param types runtime types to which it applies; null for any
     * @param when its objects take part where any one of these holds; empty if they always do
     * @param typename as a JSON string; null for the object's own runtime type
     */
    record Alternative(
            @Nullable KeyTable types,
            byte @Nullable [] typename,
            List<RepresentationPart> parts,
            List<Conditions> when) {}

    /** Appends an object's representation. Whether it has one; if not, what was appended is of no use. */
    boolean write(MergedTree tree, int address, RequestVariables values, ByteSink sink) {
        for (Alternative alternative : alternatives) {
            KeyTable types = alternative.types();
            if (types == null || Typenames.find(tree, address, typenameSlot, types) != KeyTable.MISSING) {
                return values.satisfyAny(alternative.when()) && write(alternative, tree, address, values, sink);
            }
        }
        return false;
    }

    private boolean write(
            Alternative alternative, MergedTree tree, int address, RequestVariables values, ByteSink sink) {
        sink.write('{');
        sink.write(TYPENAME);
        if (alternative.typename() != null) {
            sink.write(alternative.typename());
        } else if (typenameSlot == KeyTable.MISSING || !writeTypename(tree, tree.get(address + typenameSlot), sink)) {
            return false;
        }
        if (!writeParts(alternative.parts(), tree, address, values, sink)) {
            return false;
        }
        sink.write('}');
        return true;
    }

    private static boolean writeTypename(MergedTree tree, long value, ByteSink sink) {
        return Typenames.isString(tree, value) && writeLeaf(tree, value, sink);
    }

    private static boolean writeParts(
            List<RepresentationPart> parts, MergedTree tree, int address, RequestVariables values, ByteSink sink) {
        for (int index = 0; index < parts.size(); index++) {
            // Nearly all are fields, and there is nothing that an answer needs more often: asked for first, and not
            // found in a switch.
            RepresentationPart part = parts.get(index);
            boolean written = part instanceof RepresentationPart.Field field
                    ? writeField(field, tree, address, values, sink)
                    : writeTyped((RepresentationPart.Typed) part, tree, address, values, sink);
            if (!written) {
                return false;
            }
        }
        return true;
    }

    private static boolean writeTyped(
            RepresentationPart.Typed typed, MergedTree tree, int address, RequestVariables values, ByteSink sink) {
        return Typenames.find(tree, address, typed.typenameSlot(), typed.types()) == KeyTable.MISSING
                || writeParts(typed.parts(), tree, address, values, sink);
    }

    /** Null stands for a value that nobody has, unless that is so because of a failure. */
    private static boolean writeField(
            RepresentationPart.Field field, MergedTree tree, int address, RequestVariables values, ByteSink sink) {
        if (!values.satisfyAny(field.when())) {
            return true;
        }
        long value = tree.get(address + field.slot());
        if (value == Value.ABSENT_BY_ERROR || (field.required() && Value.isNothing(value))) {
            return false;
        }
        if (sink.bytes()[sink.length() - 1] != '{') {
            sink.write(',');
        }
        sink.write(field.key());
        return writeValue(field.parts(), tree, value, values, sink);
    }

    private static boolean writeValue(
            List<RepresentationPart> parts, MergedTree tree, long value, RequestVariables values, ByteSink sink) {
        if (Value.isNothing(value)) {
            sink.write(NULL);
            return true;
        }
        if (Value.isList(value)) {
            return writeList(parts, tree, Value.address(value), values, sink);
        }
        if (Value.isLeaf(value)) {
            // A leaf where an object should stand cannot be a part of any key.
            return parts.isEmpty() && writeLeaf(tree, value, sink);
        }
        sink.write('{');
        if (!writeParts(parts, tree, Value.address(value), values, sink)) {
            return false;
        }
        sink.write('}');
        return true;
    }

    private static boolean writeList(
            List<RepresentationPart> parts, MergedTree tree, int list, RequestVariables values, ByteSink sink) {
        sink.write('[');
        for (int index = 0; index < tree.listLength(list); index++) {
            if (index > 0) {
                sink.write(',');
            }
            if (!writeValue(parts, tree, tree.element(list, index), values, sink)) {
                return false;
            }
        }
        sink.write(']');
        return true;
    }

    private static boolean writeLeaf(MergedTree tree, long leaf, ByteSink sink) {
        sink.write(tree.buffer(tree.bufferOf(leaf)), tree.from(leaf), tree.length(leaf));
        return true;
    }
}
