package io.lancang.trade.export;

import io.lancang.kit.error.ServiceException;
import io.lancang.kit.export.Parameters;
import io.lancang.trade.figure.Currency;
import io.lancang.trade.period.Period;
import io.lancang.trade.totals.Reporter;
import io.vertx.core.MultiMap;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the address of a file of series asks for.
 *
 * @param reporters codes of those whose reports they are
 * @param partners codes of those with whom; null for all
 * @param currency null for all
 * @param from first year; null for the data's own
 * @param to last year; null for the data's own
 * @param asOf from when the figures are seen; null for the present
 * @param withComments whether a CSV file begins with lines about its figures
 * @param spreadsheetSafe whether a CSV file keeps formulas from spreadsheets; null for the service's default
 */
record SeriesRequest(
        List<String> reporters,
        @Nullable List<String> partners,
        @Nullable Currency currency,
        @Nullable Integer from,
        @Nullable Integer to,
        @Nullable OffsetDateTime asOf,
        boolean withComments,
        @Nullable Boolean spreadsheetSafe) {
    /** In place of reporters, whoever reports. */
    static final String ALL = "ALL";

    /** Reads an address; BAD_USER_INPUT for what cannot be read. */
    static SeriesRequest of(MultiMap query) {
        Parameters given = new Parameters(query);
        SeriesRequest request = new SeriesRequest(
                Objects.requireNonNullElse(given.texts("reporters"), List.of(Reporter.CHINA.code())),
                given.texts("partners"),
                given.one("currency", Currency.class),
                given.integer("from"),
                given.integer("to"),
                given.moment("asOf"),
                !Boolean.FALSE.equals(given.decision("comments")),
                given.decision("spreadsheetSafe"));
        given.refuseOthers();
        if (request.from != null && request.to != null && request.from > request.to) {
            throw ServiceException.badInput(
                    "`from` (" + request.from + ") is after `to` (" + request.to + ").",
                    "Send the earlier year as `from`.");
        }
        return request;
    }

    /** The codes that have to be partners'. */
    List<String> named() {
        List<String> named = new ArrayList<>(partners == null ? List.of() : partners);
        reporters.stream().filter(code -> !code.equals(ALL)).forEach(named::add);
        return named;
    }

    boolean takesReporter(String code) {
        return reporters.contains(ALL) || reporters.contains(code);
    }

    boolean takesPartner(String code) {
        return partners == null || partners.contains(code);
    }

    boolean takes(Currency each) {
        return currency == null || currency == each;
    }

    boolean takes(Period period) {
        return (from == null || period.year() >= from) && (to == null || period.year() <= to);
    }
}
