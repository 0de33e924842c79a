package io.lancang.trade.file;

import io.lancang.kit.dataset.Dataset;
import io.lancang.kit.dataset.FileRow;
import io.lancang.kit.dataset.RowReader;
import io.lancang.kit.dataset.Target;
import io.lancang.trade.partner.PartnerKind;
import io.lancang.trade.partner.PartnerName;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The file of partners, which says which regions there are as well. */
final class PartnerFile {
    private static final Map<String, String> KINDS = Map.of(
            "country",
            PartnerKind.COUNTRY.name(),
            "historical",
            PartnerKind.HISTORICAL.name(),
            "aggregate",
            PartnerKind.AGGREGATE.name());

    /** In which column of the file a rule of {@link Given} is broken. */
    private static final Map<String, String> COLUMNS =
            Map.of("nameEn", "name_en", "nameZh", "name_zh", "region", "region", "inRegion", "region");

    private final Validator validator;

    private PartnerFile(Validator validator) {
        this.validator = validator;
    }

    /** The dataset; names and regions of a row have the rules of the mutation that corrects them. */
    static Dataset partners(Validator validator) {
        return new Dataset(
                "partners",
                List.of(
                        "code",
                        "iso2",
                        "iso_numeric",
                        "name_en",
                        "name_zh",
                        "region",
                        "kind",
                        "succeeded_by",
                        "source"),
                new Target.Terms(
                        "partner",
                        List.of("code"),
                        List.of("iso2", "iso_numeric", "kind", "name_en", "name_zh", "region", "succeeded_by"),
                        List.of("name_en", "name_zh", "region")),
                List.of(),
                new PartnerFile(validator)::read);
    }

    /** What a row says, as far as it has rules. */
    record Given(
            @Pattern(regexp = PartnerName.FORM, message = PartnerName.RULE)
            String nameEn,

            @Nullable @Pattern(regexp = PartnerName.FORM, message = PartnerName.RULE)
            String nameZh,

            @Nullable @Pattern(regexp = PartnerName.FORM, message = PartnerName.RULE)
            String region,

            PartnerKind kind) {
        @AssertTrue(message = "is given, but only countries have one")
        boolean isInRegion() {
            return region == null || kind.hasRegion();
        }
    }

    private void read(FileRow row, RowReader.Rows rows) {
        Given given = checked(
                row,
                new Given(
                        row.text("name_en"),
                        row.optional("name_zh").orElse(null),
                        row.optional("region").orElse(null),
                        PartnerKind.valueOf(row.oneOf("kind", KINDS))));
        rows.add(
                row.text("code"),
                row.optional("iso2").orElse(null),
                row.optional("iso_numeric").orElse(null),
                given.kind().name(),
                given.nameEn(),
                given.nameZh(),
                given.region(),
                "{" + row.optional("succeeded_by").orElse("").replace(';', ',') + "}");
    }

    private Given checked(FileRow row, Given given) {
        for (ConstraintViolation<Given> broken : validator.validate(given)) {
            String rule = broken.getPropertyPath().toString();
            throw row.rejected(COLUMNS.getOrDefault(rule, rule), broken.getMessage());
        }
        return given;
    }
}
