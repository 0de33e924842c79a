package io.lancang.trade.file;

import io.lancang.kit.dataset.Dataset;
import io.lancang.kit.dataset.FileRow;
import io.lancang.kit.dataset.RowReader;
import io.lancang.kit.dataset.Target;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The file of memberships. Its dates are days, months or years; its doubts are text. */
final class MembershipFile {
    static final Dataset MEMBERSHIPS = new Dataset(
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
            MembershipFile::read);

    private static final Set<String> CONFIRMED = Set.of("yes", "yes (month)");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");

    private MembershipFile() {}

    private static void read(FileRow row, RowReader.Rows rows) {
        String from = row.text("from");
        String verified = row.text("verified");
        boolean confirmed = CONFIRMED.contains(verified);
        rows.add(
                row.text("bloc"),
                row.text("partner_code"),
                firstDay(row, from),
                precision(from),
                row.optional("to").isEmpty() ? null : row.date("to").toString(),
                row.text("role"),
                String.valueOf(confirmed),
                note(row, confirmed ? Optional.empty() : Optional.of("verified: " + verified)),
                "{" + row.text("source").replace(';', ',') + "}");
    }

    private static String firstDay(FileRow row, String from) {
        if (YEAR.matcher(from).matches()) {
            return from + "-01-01";
        }
        if (MONTH.matcher(from).matches()) {
            return from + "-01";
        }
        LocalDate day = row.date("from");
        return day.toString();
    }

    private static String precision(String from) {
        if (YEAR.matcher(from).matches()) {
            return "YEAR";
        }
        return MONTH.matcher(from).matches() ? "MONTH" : "DAY";
    }

    private static @Nullable String note(FileRow row, Optional<String> doubt) {
        Optional<String> note = row.optional("note");
        if (note.isPresent() && doubt.isPresent()) {
            return note.get() + "; " + doubt.get();
        }
        return note.or(() -> doubt).orElse(null);
    }
}
