package io.lancang.corridor.changes.release;

import io.lancang.corridor.feature.finding.FindingSql;
import io.lancang.corridor.feature.zone.Transferred;
import io.lancang.corridor.ground.citation.Cited;
import io.lancang.kit.dataset.Dataset;
import io.lancang.kit.dataset.FileRow;
import io.lancang.kit.dataset.RowReader;
import io.lancang.kit.dataset.Target;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code industrial_transfers.csv}: industries that moved into zones, and what is reported for Yunnan as a whole. */
final class IndustrialTransfersFile implements CorridorTable {
    @Override
    public Columns columns() {
        return new Columns(
                List.of("zone_id", "subject", "sector", "fact", "year", "value", "unit", "source"),
                List.of(Doubts.COLUMN));
    }

    @Override
    public Dataset dataset(List<String> header) {
        Target facts = new Target.Facts(
                "industrial_transfer",
                List.of("id"),
                List.of("zone", "subject", "sector", "fact", "year", "value", "unit"),
                "true",
                List.of("id"));
        return new Dataset(
                "industrial_transfers",
                header,
                List.of(
                        new Dataset.Part(
                                        facts,
                                        List.of(new Dataset.TableReference("zone", "current_zone", "id", "zone")),
                                        IndustrialTransfersFile::read)
                                .filledBy(Map.of("id", "row", "zone", "zone_id"))
                                .doubtedBy(RowDoubts.of(FindingSql.OF_TRANSFERS)),
                        Doubts.of(Cited.INDUSTRIAL_TRANSFER, IndustrialTransfersFile::id),
                        CitationPart.of(Cited.INDUSTRIAL_TRANSFER, IndustrialTransfersFile::id)));
    }

    private static void read(FileRow row, RowReader.Rows rows) {
        Optional<BigDecimal> value = row.optionalAmount("value");
        Cells.refuse(
                row,
                "unit",
                Transferred.faultOfUnit(value.isPresent(), row.optional("unit").isPresent()));
        Optional<Integer> year =
                row.optional("year").map(given -> row.integer("year", Integer.MIN_VALUE, Integer.MAX_VALUE));
        Cells.refuse(row, "year", year.filter(given -> row.isSound("year")).flatMap(Transferred::faultOfYear));
        rows.add(Cells.of(id(row))
                .andText(row, "zone_id")
                .and(row.text("subject"))
                .and(row.text("sector"))
                .and(row.text("fact"))
                .and(year)
                .and(value)
                .andText(row, "unit")
                .list());
    }

    /** The file has no id: a zone's subject has one row for each fact. */
    private static String id(FileRow row) {
        return Transferred.id(row.optional("zone_id").orElse(null), row.text("subject"), row.text("fact"));
    }
}
