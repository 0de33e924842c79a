package io.lancang.federation.operation;

/** One selection of a normalised operation. Named fragments are inlined, so only two kinds remain. */
public sealed interface Selection permits FieldSelection, FragmentSelection {
    /** The conditions of this selection itself, without those of its ancestors. */
    Conditions conditions();

    SelectionSet selections();
}
