package io.lancang.corridor.changes.release;

import io.lancang.corridor.feature.zone.ZoneKind;
import io.lancang.corridor.ground.citation.Cited;
import io.lancang.corridor.ground.fact.KeyDateEvent;
import io.lancang.corridor.ground.fact.PartialDate;
import io.lancang.corridor.ground.rule.Area;
import io.lancang.corridor.ground.vocabulary.Vocabulary;
import io.lancang.kit.dataset.Dataset;
import io.lancang.kit.dataset.FileRow;
import io.lancang.kit.dataset.RowReader;
import io.lancang.kit.dataset.Target;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code zones.csv}: zones and the locations that they are at. */
final class ZonesFile implements CorridorTable {
    private static final String ID = "zone_id";

    private final Map<String, ZoneKind> kinds;
    private final Map<String, KeyDateEvent> keyDates;

    ZonesFile(Vocabulary vocabulary) {
        this.kinds = vocabulary.words("zone_kind", ZoneKind.class);
        this.keyDates = vocabulary.decisions("zones", "date", KeyDateEvent.class);
    }

    @Override
    public Columns columns() {
        return new Columns(
                List.of(ID, "name_en", "name_zh", "kind", "node_id", "date", "note", "area_km2", "source"),
                List.of(Cells.KEY_DATE_EVENT, Doubts.COLUMN));
    }

    @Override
    public Dataset dataset(List<String> header) {
        Target facts = new Target.Facts(
                "zone_fact",
                List.of("id"),
                List.of("name_en", "name_zh", "kind", "location", "key_date", "key_date_event", "area_km2", "note"),
                "true",
                List.of("id"));
        return new Dataset(
                "zones",
                header,
                List.of(
                        Identities.of("zone", ID),
                        new Dataset.Part(
                                        facts,
                                        List.of(new Dataset.TableReference(
                                                "location", "current_location", "id", "location")),
                                        this::read)
                                .filledBy(Map.of("location", "node_id")),
                        Doubts.of(Cited.ZONE, row -> row.text(ID)),
                        CitationPart.of(Cited.ZONE, row -> row.text(ID))));
    }

    private void read(FileRow row, RowReader.Rows rows) {
        Optional<BigDecimal> areaKm2 = row.optionalAmount("area_km2");
        Cells.refuse(row, "area_km2", areaKm2.flatMap(Area::faultOf));
        rows.add(Cells.of(row.text(ID))
                .and(row.text("name_en"))
                .and(row.text("name_zh"))
                .and(row.oneOf("kind", kinds))
                .and(row.text("node_id"))
                .and(Cells.partialDate(row, "date").map(PartialDate::text))
                .and(Cells.keyDateEvent(row, ID, "date", keyDates))
                .and(areaKm2)
                .andText(row, "note")
                .list());
    }
}
