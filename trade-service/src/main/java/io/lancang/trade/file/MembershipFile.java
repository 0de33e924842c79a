package io.lancang.trade.file;

import io.lancang.kit.dataset.Dataset;
import io.lancang.kit.dataset.FileRow;
import io.lancang.kit.dataset.RowReader;
import io.lancang.kit.dataset.Target;
import io.lancang.trade.bloc.DatePrecision;
import io.lancang.trade.bloc.NewMembership;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The file of memberships. Its dates are days, months or years; its doubts are text. */
final class MembershipFile {
    /** In which column of the file a rule of {@link NewMembership} is broken. */
    private static final Map<String, String> COLUMNS =
            Map.of("partner", "partner_code", "role", "role", "note", "note", "inOrder", "to", "firstDay", "from");

    private static final Set<String> CONFIRMED = Set.of("yes", "yes (month)");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");

    private final Validator validator;

    private MembershipFile(Validator validator) {
        this.validator = validator;
    }

    /** The dataset; a row has the rules of a membership that a mutation adds. */
    static Dataset memberships(Validator validator) {
        return new Dataset(
                "memberships",
                List.of("bloc", "partner_code", "from", "to", "role", "verified", "source", "note"),
                new Target.Facts(
                        "membership",
                        List.of("bloc_code", "partner_code", "starts"),
                        List.of("starts_precision", "ends", "role", "verified", "note", "source_ids"),
                        "true"),
                List.of(
                        new Dataset.TableReference("bloc_code", "bloc", "code", "bloc"),
                        new Dataset.TableReference("partner_code", "partner", "code", "partner code")),
                new MembershipFile(validator)::read);
    }

    private void read(FileRow row, RowReader.Rows rows) {
        String from = row.text("from");
        String verified = row.text("verified");
        boolean confirmed = CONFIRMED.contains(verified);
        NewMembership given = checked(
                row,
                new NewMembership(
                        row.text("bloc"),
                        row.text("partner_code"),
                        firstDay(row, from),
                        precision(from),
                        row.optional("to").isEmpty() ? null : row.date("to"),
                        row.text("role"),
                        note(row, confirmed ? Optional.empty() : Optional.of("verified: " + verified)),
                        row.text("source")));
        LocalDate to = given.to();
        rows.add(
                given.bloc(),
                given.partner(),
                given.from().toString(),
                given.fromPrecision().name(),
                to == null ? null : to.toString(),
                given.role(),
                String.valueOf(confirmed),
                given.note(),
                "{" + given.source().replace(';', ',') + "}");
    }

    private NewMembership checked(FileRow row, NewMembership given) {
        for (ConstraintViolation<NewMembership> broken : validator.validate(given)) {
            String rule = broken.getPropertyPath().toString();
            throw row.rejected(COLUMNS.getOrDefault(rule, rule), broken.getMessage());
        }
        return given;
    }

    private static LocalDate firstDay(FileRow row, String from) {
        return switch (precision(from)) {
            case YEAR -> dayOf(row, from + "-01-01");
            case MONTH -> dayOf(row, from + "-01");
            case DAY -> row.date("from");
        };
    }

    private static LocalDate dayOf(FileRow row, String day) {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeParseException notADate) {
            throw row.rejected("from", "'" + row.text("from") + "' is no date");
        }
    }

    private static DatePrecision precision(String from) {
        if (YEAR.matcher(from).matches()) {
            return DatePrecision.YEAR;
        }
        return MONTH.matcher(from).matches() ? DatePrecision.MONTH : DatePrecision.DAY;
    }

    private static @Nullable String note(FileRow row, Optional<String> doubt) {
        Optional<String> note = row.optional("note");
        if (note.isPresent() && doubt.isPresent()) {
            return note.get() + "; " + doubt.get();
        }
        return note.or(() -> doubt).orElse(null);
    }
}
