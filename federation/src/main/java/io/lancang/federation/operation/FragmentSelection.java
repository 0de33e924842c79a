package io.lancang.federation.operation;

/**
 * A fragment, inlined.
 *
 * @param typeCondition name of the object, interface or union type to which the fragment applies
 */
public record FragmentSelection(String typeCondition, Conditions conditions, SelectionSet selections)
        implements Selection {}
