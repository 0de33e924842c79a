package io.lancang.mutation.run;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.reflect.AccessFlag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The static fields of the classes of a plan, each of which has a method that reads it as it is with the fault in effect ({@link
 * Constants}). Interfaces and enums have none: what they compute is not varied.
 */
final class StaticFields {
    private final Map<String, Set<String>> byClass = new HashMap<>();

    StaticFields(ClassFile files, List<WarmFault> faults) {
        for (WarmFault fault : faults) {
            fault.classes().forEach((name, bytes) -> byClass.computeIfAbsent(name, added -> of(files.parse(bytes))));
        }
    }

    private static Set<String> of(ClassModel type) {
        return isVaried(type)
                ? type.fields().stream()
                        .filter(field -> field.flags().has(AccessFlag.STATIC))
                        .map(field -> field.fieldName().stringValue())
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    /** Whether the constants of a class may have the values of faults. */
    static boolean isVaried(ClassModel type) {
        return !type.flags().has(AccessFlag.INTERFACE) && !type.flags().has(AccessFlag.ENUM);
    }

    /** Whether the field that an instruction reads has such a method. */
    boolean has(FieldInstruction field) {
        return byClass.getOrDefault(field.owner().asInternalName(), Set.of())
                .contains(field.name().stringValue());
    }
}
