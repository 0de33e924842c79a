package io.lancang.mutation.fault;

import java.io.File;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ConstantDescs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The classes of a module that take something from others when they are initialised, such as a statement that is put together of the
 * parts of another class, and those that read constants of others.
 */
final class Dependents {
    private final Map<String, Uses> classes = new LinkedHashMap<>();

    /**
     * What a class takes from others.
     *
     * @param initial the classes whose fields and methods its initialiser uses
     * @param read the classes whose static fields it reads anywhere
     */
    private record Uses(byte[] bytes, Set<String> initial, Set<String> read) {}

    private Dependents() {}

    /** Those of a module that was compiled. */
    static Dependents of(Path classes) throws IOException {
        Dependents dependents = new Dependents();
        ClassFile files = ClassFile.of();
        try (Stream<Path> all = Files.walk(classes)) {
            for (Path file :
                    all.filter(each -> each.toString().endsWith(".class")).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                String name = classes.relativize(file).toString();
                dependents.classes.put(
                        name.replace(".class", "").replace(File.separatorChar, '/'), uses(bytes, files.parse(bytes)));
            }
        }
        return dependents;
    }

    private static Uses uses(byte[] bytes, ClassModel type) {
        Set<String> initial = new HashSet<>();
        Set<String> read = new HashSet<>();
        for (MethodModel method : type.methods()) {
            boolean initialises = method.methodName().equalsString(ConstantDescs.CLASS_INIT_NAME);
            method.code()
                    .ifPresent(code -> code.forEach(element -> {
                        if (element instanceof FieldInstruction field && field.opcode() == Opcode.GETSTATIC) {
                            read.add(field.owner().asInternalName());
                        }
                        if (initialises) {
                            collectOwner(element, initial);
                        }
                    }));
        }
        return new Uses(bytes, initial, read);
    }

    private static void collectOwner(CodeElement element, Set<String> owners) {
        switch (element) {
            case FieldInstruction field -> owners.add(field.owner().asInternalName());
            case InvokeInstruction call -> owners.add(call.owner().asInternalName());
            default -> {}
        }
    }

    /** Changed classes, by their names with slashes, with those that depend on them as they are. */
    Map<String, byte[]> with(Map<String, byte[]> changed) {
        Map<String, byte[]> all = new LinkedHashMap<>(changed);
        boolean more = true;
        while (more) {
            more = addUsers(all, Uses::initial);
        }
        addUsers(all, Uses::read);
        return all;
    }

    private boolean addUsers(Map<String, byte[]> all, Function<Uses, Set<String>> used) {
        Set<String> known = Set.copyOf(all.keySet());
        classes.forEach((name, uses) -> {
            if (!Collections.disjoint(used.apply(uses), known)) {
                all.putIfAbsent(name, uses.bytes());
            }
        });
        return all.size() > known.size();
    }
}
