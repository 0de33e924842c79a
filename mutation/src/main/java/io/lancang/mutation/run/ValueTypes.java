package io.lancang.mutation.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.constant.ClassDesc;
import java.util.Set;

/**
 * The types of constants that may have another value with a fault: texts, numbers, collections and records. Others, such as locks and
 * what is kept, would no longer be one for all.
 *
 * @param loader finds types by their names
 */
record ValueTypes(ClassLoader loader) {
    private static final Set<String> KNOWN = Set.of(
            "Ljava/lang/String;",
            "Ljava/util/Set;",
            "Ljava/util/List;",
            "Ljava/util/Map;",
            "Ljava/math/BigDecimal;",
            "Ljava/util/regex/Pattern;",
            "Ljava/time/Duration;",
            "I",
            "J",
            "D",
            "Z");

    boolean has(ClassDesc type) {
        return KNOWN.contains(type.descriptorString()) || (type.isClassOrInterface() && isRecord(type));
    }

    private boolean isRecord(ClassDesc type) {
        String descriptor = type.descriptorString();
        String name = descriptor.substring(1, descriptor.length() - 1);
        try (InputStream bytes = loader.getResourceAsStream(name + ".class")) {
            return bytes != null && isRecord(ClassFile.of().parse(bytes.readAllBytes()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isRecord(ClassModel type) {
        return type.superclass()
                .map(parent -> parent.asInternalName().equals("java/lang/Record"))
                .orElse(false);
    }
}
