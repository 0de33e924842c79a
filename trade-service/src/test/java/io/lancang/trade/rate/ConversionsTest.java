package io.lancang.trade.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.trade.figure.Currency;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ConversionsTest {
    @Test
    void dividesYuanByTheRateAndMultipliesDollars() {
        BigDecimal rate = new BigDecimal("7.5");

        assertEquals(
                0, new BigDecimal("20").compareTo(Conversions.byAverage(new BigDecimal("150"), rate, Currency.USD)));
        assertEquals(
                0, new BigDecimal("150").compareTo(Conversions.byAverage(new BigDecimal("20"), rate, Currency.CNY)));
    }

    @Test
    void aRateIsYuanForOneDollar() {
        assertEquals(new BigDecimal("8.3000"), Conversions.rate(new BigDecimal("1494"), new BigDecimal("180")));
    }
}
