package io.lancang.kit.provenance;

import io.lancang.kit.dataset.FileRow;
import io.lancang.kit.text.Brief;

/** The rules of a source's texts and date, for files and mutations alike. */
public final class SourceRules {
    /** How many characters a title, a locator or a licence has at most. */
    public static final int LONGEST = 1_000;

    /** What stands for the date of a source that nobody has looked up: what it says is a finding then. */
    public static final String UNVERIFIED = "unverified";

    /** The form of a date, as a regular expression over all of it: a decade, a year, a month or a day, or none yet. */
    public static final String DATE_FORM = "\\d{3}0s|\\d{4}(-\\d{2}(-\\d{2})?)?|" + UNVERIFIED;

    /** The same in words, behind the date. */
    public static final String DATE_RULE = "must be YYYY, YYYY-MM, YYYY-MM-DD, a decade such as 1990s, or unverified";

    private SourceRules() {}

    /** Rejects a row of a file that breaks a rule. */
    static void check(FileRow row) {
        checkLength(row, "title", row.text("title"));
        row.optional("locator").ifPresent(text -> checkLength(row, "locator", text));
        row.optional("licence").ifPresent(text -> checkLength(row, "licence", text));
        row.optional("date").filter(date -> !date.matches(DATE_FORM)).ifPresent(date -> {
            throw row.rejected("date", "'" + Brief.value(date) + "' " + DATE_RULE);
        });
    }

    private static void checkLength(FileRow row, String column, String text) {
        if (text.length() > LONGEST) {
            throw row.rejected(column, "must have at most " + LONGEST + " characters");
        }
    }
}
