package io.lancang.federation.execute.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lancang.federation.execute.tree.Shape;
import io.lancang.federation.json.JsonStrings;
import io.lancang.federation.json.KeyTable;
import io.lancang.federation.plan.query.Representation;
import io.lancang.federation.plan.query.RepresentationSelection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns a plan's representations into positions of slots. */
final class RepresentationCompiler {
    private RepresentationCompiler() {}

    /**
     * Compiles the alternatives of one call.
     *
     * @param shape of the objects that are represented
     */
    static RepresentationWriter compile(List<Representation> representations, Shape shape) {
        List<RepresentationWriter.Alternative> alternatives = representations.stream()
                .map(representation -> alternative(representation, shape))
                .toList();
        return new RepresentationWriter(alternatives, shape.typenameSlot());
    }

    private static RepresentationWriter.Alternative alternative(Representation representation, Shape shape) {
        @Nullable KeyTable types = representation.types().isEmpty() ? null : new KeyTable(representation.types());
        byte @Nullable [] typename =
                representation.typename() == null ? null : JsonStrings.quote(representation.typename());
        return new RepresentationWriter.Alternative(
                types, typename, parts(representation.fields(), shape), representation.when());
    }

    /** The parts of objects of a shape. */
    static List<RepresentationPart> parts(List<RepresentationSelection> selections, Shape shape) {
        return selections.stream().map(selection -> part(selection, shape)).toList();
    }

    private static RepresentationPart part(RepresentationSelection selection, Shape shape) {
        return switch (selection) {
            case RepresentationSelection.Field field -> field(field, shape);
            case RepresentationSelection.Fragment fragment ->
                new RepresentationPart.Typed(
                        new KeyTable(fragment.types()), shape.typenameSlot(), parts(fragment.fields(), shape));
        };
    }

    private static RepresentationPart field(RepresentationSelection.Field field, Shape shape) {
        int slot = shape.slot(field.mergeKey());
        Shape child = shape.child(slot);
        List<RepresentationPart> parts = child == null ? List.of() : parts(field.fields(), child);
        byte[] key = ("\"" + field.name() + "\":").getBytes(UTF_8);
        return new RepresentationPart.Field(key, slot, field.required(), field.when(), parts);
    }
}
