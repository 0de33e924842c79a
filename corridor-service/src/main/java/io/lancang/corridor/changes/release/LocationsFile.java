package io.lancang.corridor.changes.release;

import io.lancang.corridor.feature.location.CoordinatePrecision;
import io.lancang.corridor.feature.location.LocationKind;
import io.lancang.corridor.ground.citation.Cited;
import io.lancang.corridor.ground.rule.Coordinates;
import io.lancang.corridor.ground.rule.CountryOutlines;
import io.lancang.corridor.ground.rule.Fault;
import io.lancang.corridor.ground.rule.PlaceCodes;
import io.lancang.corridor.ground.vocabulary.CountryCodes;
import io.lancang.corridor.ground.vocabulary.Vocabulary;
import io.lancang.kit.dataset.Dataset;
import io.lancang.kit.dataset.FactStorage;
import io.lancang.kit.dataset.FileRow;
import io.lancang.kit.dataset.RowReader;
import io.lancang.kit.dataset.Target;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** {@code nodes.csv}: places. */
final class LocationsFile implements CorridorTable {
    private static final String ID = "node_id";
    private static final String PAIRED_WITH = "paired_with";

    private final Map<String, LocationKind> kinds;
    private final Map<String, CoordinatePrecision> precisions;
    private final CountryCodes countries;

    LocationsFile(Vocabulary vocabulary, CountryCodes countries) {
        this.kinds = vocabulary.words("location_kind", LocationKind.class);
        this.precisions = vocabulary.words("coordinate_precision", CoordinatePrecision.class);
        this.countries = countries;
    }

    @Override
    public Columns columns() {
        return new Columns(
                List.of(
                        ID,
                        "name_en",
                        "name_zh",
                        "country_iso2",
                        "admin1",
                        "kind",
                        "unlocode",
                        "iata",
                        "lat",
                        "lon",
                        "coord_source",
                        "coord_precision",
                        "note",
                        "source"),
                List.of(PAIRED_WITH, Doubts.COLUMN));
    }

    @Override
    public Dataset dataset(List<String> header) {
        Target facts = new Target.Facts(
                "location_fact",
                List.of("id"),
                List.of(
                        "name_en",
                        "name_zh",
                        "country",
                        "admin1",
                        "kind",
                        "unlocode",
                        "iata",
                        "latitude",
                        "longitude",
                        "coordinate_precision",
                        "coordinate_source",
                        "note",
                        PAIRED_WITH),
                "true",
                List.of("id"),
                FactStorage.IN_SPACE);
        Target codes = new Target.Facts(
                "location_unlocode", List.of("unlocode"), List.of("location"), "true", List.of("location"));
        return new Dataset(
                "locations",
                header,
                List.of(
                        Identities.of("location", ID),
                        // Before the facts: two locations with one code are reported with their lines here.
                        new Dataset.Part(codes, List.of(), LocationsFile::readCode).checkedBy(PlaceTaken::byCode),
                        new Dataset.Part(facts, List.of(), this::read)
                                .filledBy(Map.of("id", ID))
                                .checkedBy(Siblings.known(
                                        PAIRED_WITH,
                                        "array_remove(array[s.paired_with], null)",
                                        "current_location",
                                        "location"))
                                .doubtedBy(MovedPlaces::find),
                        Doubts.of(Cited.LOCATION, row -> row.text(ID)),
                        CitationPart.of(Cited.LOCATION, row -> row.text(ID))));
    }

    private void read(FileRow row, RowReader.Rows rows) {
        Optional<BigDecimal> latitude = coordinate(row, "lat", Coordinates::faultOfLatitude);
        Optional<BigDecimal> longitude = coordinate(row, "lon", Coordinates::faultOfLongitude);
        Cells.refuse(row, "lon", Coordinates.faultOfPair(latitude.isPresent(), longitude.isPresent()));
        String country = Cells.country(row, "country_iso2", countries);
        boolean isInACountry = row.isSound("country_iso2");
        if (latitude.isPresent() && longitude.isPresent() && isInACountry && row.isSound("lat", "lon")) {
            Cells.refuse(
                    row,
                    "lat",
                    CountryOutlines.packaged()
                            .faultOf(
                                    country,
                                    latitude.get().doubleValue(),
                                    longitude.get().doubleValue()));
        }
        Optional<CoordinatePrecision> precision = latitude.map(known -> row.oneOf("coord_precision", precisions));
        rows.add(Cells.of(row.text(ID))
                .and(row.text("name_en"))
                .andText(row, "name_zh")
                .and(country)
                .andText(row, "admin1")
                .and(row.oneOf("kind", kinds))
                .and(code(
                        row,
                        "unlocode",
                        given -> isInACountry
                                ? PlaceCodes.faultOfUnlocode(given, country, countries)
                                : Optional.empty()))
                .and(code(row, "iata", PlaceCodes::faultOfIata))
                .and(latitude)
                .and(longitude)
                .and(precision)
                .andText(row, "coord_source", "note")
                .and(Cells.given(row, PAIRED_WITH))
                .list());
    }

    private static Optional<String> code(FileRow row, String column, Function<String, Optional<Fault>> faultOf) {
        Optional<String> code = row.optional(column);
        Cells.refuse(row, column, code.flatMap(faultOf));
        return code;
    }

    private static void readCode(FileRow row, RowReader.Rows rows) {
        rows.add(row.optional("unlocode").orElse(null), row.text(ID));
    }

    private static Optional<BigDecimal> coordinate(
            FileRow row, String column, Function<BigDecimal, Optional<Fault>> faultOf) {
        Optional<BigDecimal> degrees = row.optionalNumber(column);
        Cells.refuse(row, column, degrees.flatMap(faultOf));
        return degrees;
    }
}
