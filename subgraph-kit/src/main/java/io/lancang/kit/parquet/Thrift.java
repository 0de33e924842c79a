package io.lancang.kit.parquet;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Writes a struct in the compact protocol of Thrift, in which Parquet describes itself. Fields come with ascending numbers. */
final class Thrift {
    private static final int I32 = 5;
    private static final int I64 = 6;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int STRUCT = 12;
    private static final int LONG_LIST = 15;

    private final Bytes bytes;
    private int last;

    private Thrift(Bytes bytes) {
        this.bytes = bytes;
    }

    /** Writes a struct. */
    static void struct(Bytes bytes, Consumer<Thrift> fields) {
        fields.accept(new Thrift(bytes));
        bytes.add(0);
    }

    private void field(int number, int type) {
        bytes.add(((number - last) << 4) | type);
        last = number;
    }

    private static long zigzag(long value) {
        return (value << 1) ^ (value >> (Long.SIZE - 1));
    }

    Thrift number(int field, int value) {
        field(field, I32);
        bytes.addVariable(zigzag(value));
        return this;
    }

    Thrift count(int field, long value) {
        field(field, I64);
        bytes.addVariable(zigzag(value));
        return this;
    }

    Thrift text(int field, String text) {
        field(field, BINARY);
        write(bytes, text);
        return this;
    }

    private static void write(Bytes bytes, String text) {
        byte[] letters = text.getBytes(StandardCharsets.UTF_8);
        bytes.addVariable(letters.length).add(letters);
    }

    Thrift struct(int field, Consumer<Thrift> fields) {
        field(field, STRUCT);
        struct(bytes, fields);
        return this;
    }

    <T> Thrift structs(int field, List<T> items, BiConsumer<Thrift, T> fields) {
        list(field, STRUCT, items.size());
        items.forEach(item -> struct(bytes, each -> fields.accept(each, item)));
        return this;
    }

    Thrift numbers(int field, List<Integer> items) {
        list(field, I32, items.size());
        items.forEach(item -> bytes.addVariable(zigzag(item)));
        return this;
    }

    Thrift texts(int field, List<String> items) {
        list(field, BINARY, items.size());
        items.forEach(item -> write(bytes, item));
        return this;
    }

    private void list(int field, int type, int size) {
        field(field, LIST);
        if (size < LONG_LIST) {
            bytes.add((size << 4) | type);
        } else {
            bytes.add((LONG_LIST << 4) | type).addVariable(size);
        }
    }
}
