package io.lancang.kit.parquet;

import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.text.Brief;
import io.vertx.sqlclient.data.Numeric;
import io.vertx.sqlclient.desc.ColumnDescriptor;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** How values of a column are stored: the physical type, and what it stands for. */
enum ColumnType {
    TRUTH(0) {
        // Bits are gathered by the column.
        @Override
        void write(Object value, Bytes to) {
            to.add(Boolean.TRUE.equals(value) ? 1 : 0);
        }
    },
    INTEGER(1) {
        @Override
        void write(Object value, Bytes to) {
            to.addFixed(((Number) value).intValue(), Integer.BYTES);
        }
    },
    LONG(2) {
        @Override
        void write(Object value, Bytes to) {
            to.addFixed(((Number) value).longValue(), Long.BYTES);
        }
    },
    REAL(5) {
        @Override
        void write(Object value, Bytes to) {
            to.addFixed(Double.doubleToLongBits(((Number) value).doubleValue()), Long.BYTES);
        }
    },
    TEXT(6) {
        @Override
        void write(Object value, Bytes to) {
            byte[] letters = value.toString().getBytes(StandardCharsets.UTF_8);
            to.addFixed(letters.length, Integer.BYTES).add(letters);
        }

        @Override
        void describe(Thrift column) {
            column.number(6, 0).struct(10, logical -> logical.struct(1, text -> {}));
        }
    },
    /** The greatest that most readers take as a decimal: 28 digits before the point, ten behind it. */
    DECIMAL(7) {
        @Override
        void write(Object value, Bytes to) {
            to.add(unscaled(
                    value instanceof Numeric number ? number.bigDecimalValue() : new BigDecimal(value.toString())));
        }

        @Override
        void describe(Thrift column) {
            column.number(6, 5)
                    .number(7, SCALE)
                    .number(8, PRECISION)
                    .struct(
                            10,
                            logical -> logical.struct(
                                    5, decimal -> decimal.number(1, SCALE).number(2, PRECISION)));
        }
    };

    /** The length of decimals in bytes. */
    static final int DECIMAL_BYTES = 16;

    private static final int SCALE = 10;
    private static final int PRECISION = 38;
    /** Ten to the power of the scale. */
    private static final long ONE = 10_000_000_000L;
    /** Every number with so many digits is a long. */
    private static final int DIGITS_OF_A_LONG = 18;

    private final int physical;

    ColumnType(int physical) {
        this.physical = physical;
    }

    /** The number of the physical type in the format. */
    int physical() {
        return physical;
    }

    /** Writes a value as Parquet has plain ones. */
    abstract void write(Object value, Bytes to);

    /** Adds what the physical type stands for to the description of a column. */
    void describe(Thrift column) {}

    /** That of a column of a statement; texts are what has no type of its own here. */
    static ColumnType of(ColumnDescriptor column) {
        return switch (column.jdbcType()) {
            case BOOLEAN, BIT -> TRUTH;
            case SMALLINT, INTEGER -> INTEGER;
            case BIGINT -> LONG;
            case REAL, FLOAT, DOUBLE -> REAL;
            case NUMERIC, DECIMAL -> DECIMAL;
            default -> TEXT;
        };
    }

    private static byte[] unscaled(BigDecimal number) {
        if (number.scale() == 0 && number.precision() <= DIGITS_OF_A_LONG) {
            return ofWhole(number.longValue());
        }
        if (number.stripTrailingZeros().scale() > SCALE || number.precision() - number.scale() > PRECISION - SCALE) {
            throw new ServiceException(
                    ErrorCode.LIMIT_EXCEEDED,
                    "The number " + Brief.value(number.toPlainString()) + " has more than " + (PRECISION - SCALE)
                            + " digits before its point or more than " + SCALE
                            + " behind it, which Parquet files do not hold.",
                    "Ask for the same figures as CSV or NDJSON, which hold any number.");
        }
        BigInteger unscaled = number.setScale(SCALE).unscaledValue();
        byte[] shortest = unscaled.toByteArray();
        byte[] fixed = new byte[DECIMAL_BYTES];
        if (unscaled.signum() < 0) {
            Arrays.fill(fixed, (byte) -1);
        }
        System.arraycopy(shortest, 0, fixed, DECIMAL_BYTES - shortest.length, shortest.length);
        return fixed;
    }

    /** Most amounts are whole: the product of two longs has the 128 bits of a decimal. */
    private static byte[] ofWhole(long number) {
        return ByteBuffer.allocate(DECIMAL_BYTES)
                .putLong(Math.multiplyHigh(number, ONE))
                .putLong(number * ONE)
                .array();
    }
}
