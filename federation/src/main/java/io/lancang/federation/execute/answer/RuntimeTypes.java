package io.lancang.federation.execute.answer;

import io.lancang.federation.execute.tree.MergedTree;
import io.lancang.federation.execute.tree.Typenames;
import io.lancang.federation.execute.tree.Value;
import io.lancang.federation.json.KeyTable;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The projections of one position by runtime type. Each is compiled when the first object of its type comes along, because
 * an operation may name far more combinations of types than ever occur. Thread-safe: two threads may compile the same
 * projection at the same time, but then they are equal, and either will do.
 */
final class RuntimeTypes {
    private static final KeyTable ONLY = new KeyTable(List.of(""));

    private final String name;
    private final KeyTable possible;
    private final int typenameSlot;
    private final Function<String, ObjectProjection> compiler;
    private final AtomicReferenceArray<@Nullable ObjectProjection> compiled;
    private final boolean concrete;
    private final @Nullable ObjectProjection ofUnknownType;

    /**
     * @param name of the field's type
     * @param possible object types
     * @param typenameSlot where the runtime type is
     * @param concrete whether the field's type is an object type, so that no object needs a {@code __typename}
     * @param ofUnknownType for objects of an unknown type; null if they cannot be shown
     */
    private RuntimeTypes(
            String name,
            KeyTable possible,
            int typenameSlot,
            boolean concrete,
            @Nullable ObjectProjection ofUnknownType,
            Function<String, ObjectProjection> compiler) {
        this.name = name;
        this.possible = possible;
        this.typenameSlot = typenameSlot;
        this.concrete = concrete;
        this.ofUnknownType = ofUnknownType;
        this.compiler = compiler;
        compiled = new AtomicReferenceArray<>(possible.size());
    }

    /** Those of an object type. */
    static RuntimeTypes concrete(String name, Function<String, ObjectProjection> compiler) {
        return new RuntimeTypes(name, new KeyTable(List.of(name)), KeyTable.MISSING, true, null, compiler);
    }

    /** That of the root of an operation, which is known already. */
    static RuntimeTypes only(ObjectProjection projection) {
        return new RuntimeTypes("", ONLY, KeyTable.MISSING, true, null, name -> projection);
    }

    /**
     * Those of an interface or a union.
     *
     * @param ofUnknownType for objects of an unknown type; null if they cannot be shown
     */
    static RuntimeTypes possible(
            String name,
            KeyTable possible,
            int typenameSlot,
            @Nullable ObjectProjection ofUnknownType,
            Function<String, ObjectProjection> compiler) {
        return new RuntimeTypes(name, possible, typenameSlot, false, ofUnknownType, compiler);
    }

    String name() {
        return name;
    }

    /** The projection of a value that may be no object, but where one was to be expected; null if its type is unknown. */
    @Nullable
    ObjectProjection at(MergedTree tree, long value) {
        return concrete || Value.isObject(value) ? of(tree, Value.address(value)) : null;
    }

    /** The projection of an object; null if its runtime type is unknown to the API schema, or missing but needed. */
    @Nullable
    ObjectProjection of(MergedTree tree, int address) {
        int type = concrete ? 0 : Typenames.find(tree, address, typenameSlot, possible);
        if (type == KeyTable.MISSING) {
            return isTypeKnown(tree, address) ? null : ofUnknownType;
        }
        ObjectProjection projection = compiled.get(type);
        if (projection == null) {
            projection = compiler.apply(possible.name(type));
            compiled.set(type, projection);
        }
        return projection;
    }

    private boolean isTypeKnown(MergedTree tree, int address) {
        return typenameSlot != KeyTable.MISSING && !Value.isNothing(tree.get(address + typenameSlot));
    }
}
