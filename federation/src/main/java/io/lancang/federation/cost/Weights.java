package io.lancang.federation.cost;

/** How many bytes formulas take on the heap, roughly. */
final class Weights {
    /** Of an object with a handful of references, and its place in a list. */
    private static final long NODE = 64;

    private Weights() {}

    static long of(Cost cost) {
        return switch (cost) {
            case Cost.Fixed fixed -> NODE / 2;
            case Cost.Sum sum ->
                NODE * 2 + sum.parts().stream().mapToLong(Weights::of).sum();
            case Cost.Conditional conditional ->
                NODE * (1 + 3L * conditional.alternatives().size()) + of(conditional.cost());
            case Cost.FieldCost field ->
                NODE + 2L * field.key().length() + of(field.size()) + of(field.arguments()) + of(field.below());
            case Cost.ByType byType ->
                NODE * (2 + byType.alternatives().size())
                        + byType.groups().stream().mapToLong(Weights::of).sum();
            case Cost.SlicingRule rule -> NODE + of(rule.size());
            case Cost.VariableInput input -> NODE;
        };
    }

    private static long of(Size size) {
        return switch (size) {
            case Size.Fixed fixed -> NODE / 2;
            case Size.Nested nested -> NODE + of(nested.outer());
            case Size.Sliced sliced -> NODE * (2 + sliced.arguments().size());
        };
    }
}
