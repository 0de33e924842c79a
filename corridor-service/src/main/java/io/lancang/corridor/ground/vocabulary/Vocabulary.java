package io.lancang.corridor.ground.vocabulary;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the words of the files mean. Reviewed tables say it: {@code data/vocabulary/terms.csv} for words that mean the
 * same wherever they stand, and {@code data/vocabulary/decisions.csv} for what has to be decided row by row, such as what
 * happened on a corridor's key date; {@code data/vocabulary/programmes.csv} says which programmes a corridor belongs to.
 */
public final class Vocabulary {
    private final List<NamedCsvRecord> terms;
    private final List<NamedCsvRecord> decisions;
    private final List<NamedCsvRecord> programmes;

    private Vocabulary(List<NamedCsvRecord> terms, List<NamedCsvRecord> decisions, List<NamedCsvRecord> programmes) {
        this.terms = terms;
        this.decisions = decisions;
        this.programmes = programmes;
    }

    /** The tables that ship with the service. */
    public static Vocabulary packaged() {
        return new Vocabulary(
                PackagedTable.rows("data/vocabulary/terms.csv"),
                PackagedTable.rows("data/vocabulary/decisions.csv"),
                PackagedTable.rows("data/vocabulary/programmes.csv"));
    }

    /**
     * That a corridor belongs to a programme.
     *
     * @param programme name of the programme
     * @param why what speaks for it
     */
    public record Membership(String programme, String why) {}

    /** The programmes that a corridor belongs to. */
    public List<Membership> programmesOf(String corridor) {
        return programmes.stream()
                .filter(row -> row.getField("corridor").equals(corridor))
                .map(row -> new Membership(row.getField("programme"), row.getField("why")))
                .toList();
    }

    /** The words of {@code vocabulary}, with what each means. */
    public <E extends Enum<E>> Map<String, E> terms(String vocabulary, Class<E> meaning) {
        return terms.stream()
                .filter(term -> term.getField("vocabulary").equals(vocabulary))
                .collect(Collectors.toUnmodifiableMap(
                        term -> term.getField("text"), term -> Enum.valueOf(meaning, term.getField("value"))));
    }

    /** The words of {@code vocabulary} and the names of its values, with what each means: what a file may have. */
    public <E extends Enum<E>> Map<String, E> words(String vocabulary, Class<E> meaning) {
        Map<String, E> words = new HashMap<>(terms(vocabulary, meaning));
        for (E value : meaning.getEnumConstants()) {
            words.putIfAbsent(value.name(), value);
        }
        return Map.copyOf(words);
    }

    /** What was decided about {@code column} of {@code file}, by the id of the row. */
    public <E extends Enum<E>> Map<String, E> decisions(String file, String column, Class<E> meaning) {
        return decisions(file, column).entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, decision -> Enum.valueOf(meaning, decision.getValue())));
    }

    /** The same, as the cell that the file lacks. */
    public Map<String, String> decisions(String file, String column) {
        return decisions.stream()
                .filter(decision -> decision.getField("file").equals(file)
                        && decision.getField("column").equals(column))
                .collect(Collectors.toUnmodifiableMap(
                        decision -> decision.getField("id"), decision -> decision.getField("value")));
    }
}
