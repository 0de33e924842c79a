package io.lancang.corridor.changes.release;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The columns of a table's files.
 *
 * @param required those that a file must have, in the order of the file that ships
 * @param optional those that it may have beside them; a file that lacks one says nothing about it
 * @param drawn those of them, beside these, that no file that ships has: what maps draw
 */
record Columns(List<String> required, List<String> optional, List<String> drawn) {
    Columns {
        required = List.copyOf(required);
        optional = List.copyOf(optional);
        drawn = List.copyOf(drawn);
    }

    /** Columns of a table of which nothing is drawn. */
    Columns(List<String> required, List<String> optional) {
        this(required, optional, List.of());
    }

    /** Those of a file that ships and has every column that such a file may have. */
    List<String> shipped() {
        return Stream.concat(required.stream(), optional.stream()).toList();
    }

    /** All of them. */
    List<String> all() {
        return Stream.concat(shipped().stream(), drawn.stream()).toList();
    }

    /**
     * The columns to read a file by: its own, in any order, if they are among these; otherwise those that it must have, so
     * that the loader tells what is wrong.
     */
    List<String> of(List<String> header) {
        Set<String> own = new HashSet<>(header);
        boolean fits = own.size() == header.size() && own.containsAll(required) && all().containsAll(own);
        return fits ? List.copyOf(header) : required;
    }
}
