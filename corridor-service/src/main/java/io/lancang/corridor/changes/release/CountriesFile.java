package io.lancang.corridor.changes.release;

import io.lancang.kit.dataset.Dataset;
import io.lancang.kit.dataset.Target;
import java.util.List;

/** {@code countries.csv}: the countries that a row may name. */
final class CountriesFile {
    private CountriesFile() {}

    static Dataset dataset() {
        return new Dataset(
                "countries",
                List.of("iso2", "code", "name_en"),
                new Target.Terms("country", List.of("code"), List.of("iso2", "name_en")),
                List.of(),
                (row, rows) -> rows.add(Cells.of(row.text("code"))
                        .and(row.text("iso2"))
                        .and(row.text("name_en"))
                        .list()));
    }
}
