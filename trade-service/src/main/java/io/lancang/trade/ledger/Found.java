package io.lancang.trade.ledger;

/** About how many figures a selection finds, as far as it decides how a page is read. */
enum Found {
    /** Few, by an index of {@code trade_flow}. */
    FEW,
    /** Few, in the cells that have any. */
    FEW_IN_CELLS,
    /** Many, or not known to be few. */
    MANY;

    /**
     * How many are read and sorted for a page. Among more, those of a page lie so close in their order that no more are passed
     * over until it is full, even where twenty million figures are kept: 100 of 40,000 are found among 50,000 of those.
     */
    static final int FEW_AT_MOST = 40_000;

    /**
     * The same of amounts from a bound on, or up to one: each cell has its own by an index, and cells without any are passed over in a
     * moment.
     */
    static final int FEW_OF_AMOUNTS_AT_MOST = 10_000;

    /**
     * The same where they are read partner by partner: among more, 100 are found in the order of amounts among 10,000 of a partner that has
     * 500,000.
     */
    static final int FEW_OF_PARTNERS_AT_MOST = 5_000;
}
