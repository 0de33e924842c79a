package io.lancang.mutation.run;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Gives a class the values that its constants have with each fault, beside their own: what is computed when a class is initialised, such
 * as most statements of SQL. The initialiser of a fault runs after the class's own, into fields of its own, and the methods of the class
 * read the one of the fault that is in effect. Who reads a constant from another class always sees its own value.
 */
final class Constants {
    private static final int STATIC = ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;
    private static final MethodTypeDesc NOTHING = MethodTypeDesc.of(ConstantDescs.CD_void);

    /** Others, such as locks and what is kept, would no longer be one for all. */
    private static final Set<String> VALUES = Set.of(
            "Ljava/lang/String;",
            "Ljava/util/Set;",
            "Ljava/util/List;",
            "Ljava/math/BigDecimal;",
            "Ljava/util/regex/Pattern;",
            "Ljava/time/Duration;",
            "I",
            "J",
            "D",
            "Z");

    private final ClassModel original;
    private final ClassDesc own;
    private final Map<Integer, CodeModel> initialisers = new TreeMap<>();

    /** By name, with the faults that change it. */
    private final Map<String, Set<Integer>> changed = new LinkedHashMap<>();

    private final Map<String, ClassDesc> types = new HashMap<>();

    private Constants(ClassModel original, Map<Integer, ClassModel> faulty) {
        this.original = original;
        own = original.thisClass().asSymbol();
        original.fields().stream()
                .filter(field -> VALUES.contains(field.fieldType().stringValue()))
                .forEach(field -> types.put(field.fieldName().stringValue(), field.fieldTypeSymbol()));
        Map<String, List<String>> computed =
                initialiser(original).map(this::computed).orElse(Map.of());
        faulty.forEach((number, model) -> initialiser(model).ifPresent(code -> compare(number, code, computed)));
    }

    /** The class with the constants of these faults; as it is where they have the same ones. */
    static byte[] varied(ClassFile files, byte[] type, Map<Integer, ClassModel> faulty) {
        ClassModel original = files.parse(type);
        Constants constants = new Constants(original, faulty);
        boolean isEnum = original.superclass()
                .map(parent -> parent.asInternalName().equals("java/lang/Enum"))
                .orElse(false);
        return constants.changed.isEmpty() || isEnum || original.flags().has(AccessFlag.INTERFACE)
                ? type
                : files.transformClass(original, constants.transform());
    }

    private static Optional<CodeModel> initialiser(ClassModel type) {
        return type.methods().stream()
                .filter(method -> method.methodName().equalsString(ConstantDescs.CLASS_INIT_NAME))
                .findFirst()
                .flatMap(MethodModel::code);
    }

    /** The instructions that compute each constant. */
    private Map<String, List<String>> computed(CodeModel initialiser) {
        Map<String, List<String>> computed = new LinkedHashMap<>();
        List<String> instructions = new ArrayList<>();
        for (CodeElement element : initialiser) {
            if (element instanceof FieldInstruction field && isOwn(field) && field.opcode() == Opcode.PUTSTATIC) {
                computed.put(field.name().stringValue(), List.copyOf(instructions));
                instructions.clear();
            } else if (element instanceof Instruction) {
                instructions.add(element.toString());
            }
        }
        return computed;
    }

    private void compare(int number, CodeModel initialiser, Map<String, List<String>> own) {
        computed(initialiser).forEach((name, instructions) -> {
            boolean readsChanged = changed.entrySet().stream()
                    .filter(entry -> entry.getValue().contains(number))
                    .anyMatch(entry -> instructions.stream().anyMatch(text -> text.contains(entry.getKey())));
            if (types.containsKey(name) && (readsChanged || !instructions.equals(own.get(name)))) {
                changed.computeIfAbsent(name, ignored -> new TreeSet<>()).add(number);
                initialisers.put(number, initialiser);
            }
        });
    }

    private boolean isOwn(FieldInstruction field) {
        return field.owner().asInternalName().equals(original.thisClass().asInternalName());
    }

    private ClassTransform transform() {
        ClassTransform methods = (builder, element) -> {
            if (element instanceof MethodModel method && method.code().isPresent()) {
                boolean initialises = method.methodName().equalsString(ConstantDescs.CLASS_INIT_NAME);
                builder.transformMethod(
                        method, MethodTransform.transformingCode(initialises ? this::initialise : this::read));
            } else {
                builder.with(element);
            }
        };
        return methods.andThen(ClassTransform.endHandler(this::add));
    }

    private void read(CodeBuilder code, CodeElement element) {
        if (element instanceof FieldInstruction field && reads(field)) {
            String name = field.name().stringValue();
            code.invokestatic(own, reader(name), MethodTypeDesc.of(typeOf(name)));
        } else {
            code.with(element);
        }
    }

    private boolean reads(FieldInstruction field) {
        return field.opcode() == Opcode.GETSTATIC
                && isOwn(field)
                && changed.containsKey(field.name().stringValue());
    }

    /** A fault that fails to compute its constants has none. */
    private void initialise(CodeBuilder code, CodeElement element) {
        if (element instanceof ReturnInstruction) {
            initialisers
                    .keySet()
                    .forEach(number -> code.trying(
                            block -> block.invokestatic(own, initialiserOf(number), NOTHING),
                            failure -> failure.catchingAll(CodeBuilder::pop)));
        }
        code.with(element);
    }

    private void add(ClassBuilder builder) {
        changed.forEach((name, numbers) -> {
            numbers.forEach(number -> builder.withField(field(name, number), typeOf(name), STATIC));
            builder.withMethodBody(
                    reader(name), MethodTypeDesc.of(typeOf(name)), STATIC, code -> choose(code, name, numbers));
        });
        initialisers.forEach((number, body) ->
                builder.withMethodBody(initialiserOf(number), NOTHING, STATIC, code -> copy(code, body, number)));
    }

    private void choose(CodeBuilder code, String name, Set<Integer> numbers) {
        TypeKind kind = TypeKind.from(typeOf(name));
        Label otherwise = code.newLabel();
        Map<Integer, Label> places = Variants.branch(code, numbers, otherwise);
        places.forEach((number, place) -> code.labelBinding(place)
                .getstatic(own, field(name, number), typeOf(name))
                .return_(kind));
        code.labelBinding(otherwise).getstatic(own, name, typeOf(name)).return_(kind);
    }

    private void copy(CodeBuilder code, CodeModel body, int number) {
        for (CodeElement element : body) {
            if (element instanceof FieldInstruction field && isOwn(field)) {
                String name = field.name().stringValue();
                boolean isChanged = changed.getOrDefault(name, Set.of()).contains(number);
                if (isChanged) {
                    code.fieldAccess(field.opcode(), own, field(name, number), typeOf(name));
                } else if (field.opcode() == Opcode.GETSTATIC) {
                    code.with(element);
                } else if (TypeKind.from(field.typeSymbol()).slotSize() == 2) {
                    code.pop2();
                } else {
                    code.pop();
                }
            } else if (element instanceof Instruction
                    || element instanceof LabelTarget
                    || element instanceof ExceptionCatch) {
                code.with(element);
            }
        }
    }

    private ClassDesc typeOf(String name) {
        return Objects.requireNonNull(types.get(name));
    }

    private static String field(String name, int number) {
        return name + "$fault" + number;
    }

    private static String reader(String name) {
        return "read$" + name;
    }

    private static String initialiserOf(int number) {
        return "fault$" + number;
    }
}
