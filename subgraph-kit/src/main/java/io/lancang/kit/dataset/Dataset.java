package io.lancang.kit.dataset;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One kind of file: which columns it has, and which tables its rows go to.
 *
 * @param id stable id, such as {@code trade_annual}
 * @param header the columns that a file of this dataset must have, in this order
 * @param parts the tables, in the order in which their rows refer to each other; a release fills all of them or none
 * @param derivations what follows from the rows, in this order
 */
public record Dataset(String id, List<String> header, List<Part> parts, List<Derivation> derivations) {
    public Dataset {
        header = List.copyOf(header);
        parts = List.copyOf(parts);
        derivations = List.copyOf(derivations);
    }

    /** A dataset from which nothing else follows. */
    public Dataset(String id, List<String> header, List<Part> parts) {
        this(id, header, parts, List.of());
    }

    /** A dataset whose rows go to one table. */
    public Dataset(String id, List<String> header, Target target, List<TableReference> references, RowReader reader) {
        this(id, header, List.of(new Part(target, references, reader)));
    }

    /** Every table that a release of it writes. */
    public List<String> tables() {
        return Stream.concat(
                        parts.stream().map(part -> part.target().table()),
                        derivations.stream().flatMap(derivation -> derivation.tables().stream()))
                .distinct()
                .toList();
    }

    /** Whether any of these releases of other datasets wrote or closed one of its rows. */
    public boolean isChangedBy(Connection connection, List<Long> releases) throws SQLException {
        for (Part part : parts) {
            if (part.target().isChangedBy(connection, id, releases)) {
                return true;
            }
        }
        return false;
    }

    /** This dataset with something that follows from its rows. */
    public Dataset deriving(Derivation derivation) {
        return new Dataset(id, header, parts, List.of(derivation));
    }

    /**
     * What a file gives to one table.
     *
     * @param target the table and what a new release does to rows that are there already
     * @param references columns of the target whose values must exist in another table
     * @param reader turns a row of the file into rows of the table
     * @param checks rules that need more than one row
     * @param doubts look for what is odd about the rows
     * @param fileColumns which column of the file fills a column of the table, where the two have different names; blank for
     *     what the file does not say
     * @param fileWords SQL of what the file says, for columns of the table that say it in other words
     */
    public record Part(
            Target target,
            List<TableReference> references,
            RowReader reader,
            List<RowCheck> checks,
            List<DoubtFinder> doubts,
            Map<String, String> fileColumns,
            Map<String, String> fileWords) {
        public Part {
            fileColumns = Map.copyOf(fileColumns);
            fileWords = Map.copyOf(fileWords);
            references = List.copyOf(references);
            checks = List.copyOf(checks);
            doubts = List.copyOf(doubts);
        }

        /** A part whose rows are right one by one. */
        public Part(Target target, List<TableReference> references, RowReader reader) {
            this(target, references, reader, List.of(), List.of(), Map.of(), Map.of());
        }

        /** This part with these rules. */
        public Part checkedBy(RowCheck... rules) {
            return new Part(target, references, reader, List.of(rules), doubts, fileColumns, fileWords);
        }

        /** This part with these finders of doubts. */
        public Part doubtedBy(DoubtFinder... finders) {
            return new Part(target, references, reader, checks, List.of(finders), fileColumns, fileWords);
        }

        /** This part, with the names of the file's columns in reports. */
        public Part filledBy(Map<String, String> names) {
            return filledBy(names, Map.of());
        }

        /** This part, with the names of the file's columns and its words in reports. */
        public Part filledBy(Map<String, String> names, Map<String, String> words) {
            return new Part(target, references, reader, checks, doubts, names, words);
        }

        /** What a column of the table is called in the file. */
        public String fileColumn(String column) {
            return fileColumns.getOrDefault(column, column);
        }

        /** SQL of what the file says in place of a column of the table. */
        public String fileWord(String column) {
            return fileWords.getOrDefault(column, column);
        }
    }

    /**
     * A value of {@code column} must be found in {@code otherColumn} of {@code otherTable}.
     *
     * @param otherTable a table or a view
     * @param meaning what the other table holds, for messages: "partner code"
     */
    public record TableReference(String column, String otherTable, String otherColumn, String meaning) {}
}
