package io.lancang.trade.totals;

import java.math.BigDecimal;

/** A figure of a whole year that customs announced, as a source quotes it. */
public record Quotation(BigDecimal amount, String source) {}
