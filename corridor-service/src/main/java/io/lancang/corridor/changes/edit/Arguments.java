package io.lancang.corridor.changes.edit;

import io.lancang.corridor.ground.rule.Fault;
import io.lancang.kit.dataset.FileRow;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.provenance.Source;
import io.lancang.kit.provenance.SourceId;
import io.lancang.kit.provenance.SourceRules;
import io.lancang.kit.text.Brief;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Refuses arguments that break a rule, by their names. */
public final class Arguments {
    private Arguments() {}

    /**
     * Refuses a fault.
     *
     * @throws ServiceException BAD_USER_INPUT if there is one
     */
    public static void refuse(String argument, Optional<Fault> fault) {
        if (fault.isPresent()) {
            throw ServiceException.badInput(
                    "`" + argument + "`: " + fault.get().reason() + ".",
                    fault.get().wayOut());
        }
    }

    /**
     * Refuses a text without a letter.
     *
     * @throws ServiceException BAD_USER_INPUT if the text is blank
     */
    public static void requireText(String argument, String text) {
        if (text.isBlank()) {
            throw ServiceException.badInput("`" + argument + "` is blank and must not be.", "Send a text.");
        }
    }

    /**
     * The rules that cells of a file have.
     *
     * @throws ServiceException BAD_USER_INPUT if a text is too long, or has the character NUL
     */
    public static void checkText(String argument, @Nullable Object value) {
        if (value instanceof String text && (text.length() > FileRow.LONGEST_CELL || text.indexOf(0) >= 0)) {
            throw ServiceException.badInput(
                    "`" + argument + "` has " + text.length() + " characters, or the character NUL.",
                    "Send at most " + FileRow.LONGEST_CELL + " characters of text.");
        }
    }

    /**
     * The rule that cells have by which a row of a file is distinguished from others.
     *
     * @throws ServiceException BAD_USER_INPUT if a text is too long
     */
    public static void checkKey(String argument, String text) {
        if (text.length() > FileRow.LONGEST_KEY) {
            throw ServiceException.badInput(
                    "`" + argument + "` has " + text.length() + " characters; it may have " + FileRow.LONGEST_KEY + ".",
                    "Send a shorter one.");
        }
    }

    /**
     * The rules that rows of a file of sources have.
     *
     * @throws ServiceException BAD_USER_INPUT if one is broken
     */
    static void checkSource(Source source) {
        Map<String, @Nullable String> texts = new LinkedHashMap<>();
        texts.put("id", source.id());
        texts.put("title", source.title());
        texts.put("locator", source.locator());
        texts.put("licence", source.licence());
        texts.put("date", source.date());
        texts.forEach(Arguments::checkText);
        requireText("title", source.title());
        requireLength("title", source.title());
        requireLength("locator", source.locator());
        requireLength("licence", source.licence());
        String date = source.date();
        if (date != null && !date.matches(SourceRules.DATE_FORM)) {
            throw ServiceException.badInput(
                    "`date` is '" + Brief.value(date) + "'; it " + SourceRules.DATE_RULE + ".",
                    "Give a date such as 2026-11.");
        }
        if (!SourceId.isOne(source.id())) {
            throw ServiceException.badInput(
                    "`id` is '" + Brief.value(source.id()) + "'; it " + SourceId.RULE + ".",
                    "Give an id such as S_W_KBE.");
        }
    }

    private static void requireLength(String argument, @Nullable String text) {
        if (text != null && text.length() > SourceRules.LONGEST) {
            throw ServiceException.badInput(
                    "`" + argument + "` has " + text.length() + " characters; it has at most " + SourceRules.LONGEST
                            + ".",
                    "Shorten it.");
        }
    }
}
