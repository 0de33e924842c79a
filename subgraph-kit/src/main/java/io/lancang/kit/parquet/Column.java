package io.lancang.kit.parquet;

import io.airlift.compress.v3.zstd.ZstdJavaCompressor;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A column of a file: its name and type, and the values that wait to be written as a page. Used by one thread at a time. */
final class Column {
    private static final int PLAIN = 0;
    private static final int RLE = 3;
    private static final int ZSTD = 6;
    private static final int OPTIONAL = 1;

    private final String name;
    private final ColumnType type;
    private final ZstdJavaCompressor compressor;
    private final Bytes values = new Bytes();
    private BitSet present = new BitSet();
    private int count;

    Column(String name, ColumnType type, ZstdJavaCompressor compressor) {
        this.name = name;
        this.type = type;
        this.compressor = compressor;
    }

    /** A page as it is in the file. */
    record Chunk(Column column, long offset, int count, int plainSize, int size) {
        /** Writes what the footer tells about it. */
        void describe(Thrift chunk) {
            chunk.count(2, offset)
                    .struct(
                            3,
                            data -> data.number(1, column.type.physical())
                                    .numbers(2, List.of(PLAIN, RLE))
                                    .texts(3, List.of(column.name))
                                    .number(4, ZSTD)
                                    .count(5, count)
                                    .count(6, plainSize)
                                    .count(7, size)
                                    .count(9, offset));
        }
    }

    /** Writes what the footer tells about the column; each may have values that are not known. */
    void describe(Thrift column) {
        column.number(1, type.physical());
        if (type == ColumnType.DECIMAL) {
            column.number(2, ColumnType.DECIMAL_BYTES);
        }
        column.number(3, OPTIONAL).text(4, name);
        type.describe(column);
    }

    void add(@Nullable Object value) {
        if (value != null) {
            present.set(count);
            type.write(value, values);
        }
        count++;
    }

    /**
     * Writes the values that wait as one page, and waits for further ones.
     *
     * @param offset where the page begins in the file
     */
    Chunk write(Bytes to, long offset) {
        int before = to.length();
        byte[] plain = page();
        byte[] packed = new byte[compressor.maxCompressedLength(plain.length)];
        int packedLength = compressor.compress(plain, 0, plain.length, packed, 0, packed.length);
        int rows = count;
        Bytes header = new Bytes();
        Thrift.struct(
                header,
                page -> page.number(1, 0)
                        .number(2, plain.length)
                        .number(3, packedLength)
                        .struct(
                                5,
                                data -> data.number(1, rows)
                                        .number(2, PLAIN)
                                        .number(3, RLE)
                                        .number(4, RLE)));
        to.add(header).add(Arrays.copyOf(packed, packedLength));
        values.clear();
        present = new BitSet();
        count = 0;
        return new Chunk(this, offset, rows, header.length() + plain.length, to.length() - before);
    }

    /** One run of bits that say which values are known, and those values. */
    private byte[] page() {
        int groups = (count + Byte.SIZE - 1) / Byte.SIZE;
        Bytes known = new Bytes().addVariable(((long) groups << 1) | 1).add(bits(present, groups));
        Bytes page = new Bytes().addFixed(known.length(), Integer.BYTES).add(known);
        return page.add(type == ColumnType.TRUTH ? packedTruths() : values.toArray())
                .toArray();
    }

    private byte[] packedTruths() {
        byte[] truths = values.toArray();
        BitSet bits = new BitSet();
        for (int at = 0; at < truths.length; at++) {
            bits.set(at, truths[at] == 1);
        }
        return bits(bits, (truths.length + Byte.SIZE - 1) / Byte.SIZE);
    }

    private static byte[] bits(BitSet set, int length) {
        return Arrays.copyOf(set.toByteArray(), length);
    }
}
