package io.lancang.kit.release;

import java.util.List;

/**
 * One kind of file: which columns it has, how a row is read, and which table its rows go to.
 *
 * @param id stable id, such as {@code trade_annual}
 * @param header the columns that a file of this dataset must have, in this order
 * @param target the table and what a new release does to rows that are there already
 * @param references columns of the target whose values must exist in another table
 * @param reader turns a row of the file into rows of the table
 */
public record Dataset(
        String id, List<String> header, Target target, List<TableReference> references, RowReader reader) {
    public Dataset {
        header = List.copyOf(header);
        references = List.copyOf(references);
    }

    /**
     * A value of {@code column} must be found in {@code otherColumn} of {@code otherTable}.
     *
     * @param meaning what the other table holds, for messages: "partner code"
     */
    public record TableReference(String column, String otherTable, String otherColumn, String meaning) {}
}
