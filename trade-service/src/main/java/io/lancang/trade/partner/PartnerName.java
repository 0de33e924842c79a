package io.lancang.trade.partner;

/** What a partner may be called, and a region, whoever tells it: a mutation or a file. */
public final class PartnerName {
    /** The form, as a regular expression over all of a name: not blank. */
    public static final String FORM = "(?s)(?=.*\\S).{1,200}";

    /** The same in words, behind the name. */
    public static final String RULE = "must be a text of 1 to 200 characters";

    private PartnerName() {}
}
