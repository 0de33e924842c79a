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
 * as most statements of SQL. The initialiser of a fault runs after the class's own, as if the fault were in effect, into fields of its
 * own; the methods of the class, and those of the others of the plan, read the one of the fault that is in effect.
 */
final class Constants {
    private static final int STATIC = ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;
    private static final int READER = STATIC | ClassFile.ACC_PUBLIC;
    private static final MethodTypeDesc NOTHING = MethodTypeDesc.of(ConstantDescs.CD_void);
    private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");
    private static final MethodTypeDesc ARE_EQUAL =
            MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object);
    private static final ClassDesc STRING = ClassDesc.of("java.lang.String");
    private static final MethodTypeDesc TEXT_OF_INT = MethodTypeDesc.of(STRING, ConstantDescs.CD_int);

    private final ClassModel original;
    private final ClassDesc own;
    private final StaticFields known;
    private final ValueTypes values;
    private final Map<Integer, CodeModel> initialisers = new TreeMap<>();

    /** By name, with the faults that change it. */
    private final Map<String, Set<Integer>> changed = new LinkedHashMap<>();

    private final Map<String, ClassDesc> types = new LinkedHashMap<>();

    private Constants(ClassModel original, StaticFields known, ValueTypes values) {
        this.original = original;
        this.known = known;
        this.values = values;
        own = original.thisClass().asSymbol();
        original.fields().stream()
                .filter(field -> field.flags().has(AccessFlag.STATIC))
                .forEach(field -> types.put(field.fieldName().stringValue(), field.fieldTypeSymbol()));
    }

    /**
     * The class with the constants of these faults.
     *
     * @param faulty the class as it is with each fault
     * @param plan of each fault, the names of all classes that it changes and of those that depend on them
     * @param values the types of constants that may have other values
     */
    static byte[] varied(
            ClassFile files,
            byte[] type,
            Map<Integer, ClassModel> faulty,
            Map<Integer, Set<String>> plan,
            StaticFields known,
            ValueTypes values) {
        ClassModel original = files.parse(type);
        if (!StaticFields.isVaried(original)) {
            return type;
        }
        Constants constants = new Constants(original, known, values);
        Map<String, List<String>> computed =
                initialiser(original).map(constants::computed).orElse(Map.of());
        faulty.forEach((number, model) -> initialiser(model)
                .ifPresent(code -> constants.compare(number, code, computed, plan.getOrDefault(number, Set.of()))));
        return files.transformClass(original, constants.transform());
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

    private void compare(int number, CodeModel initialiser, Map<String, List<String>> own, Set<String> changing) {
        List<String> sources = changing.stream().map(name -> "=" + name + ".").toList();
        computed(initialiser).forEach((name, instructions) -> {
            boolean isChanged = !instructions.equals(own.get(name))
                    || instructions.stream().anyMatch(text -> sources.stream().anyMatch(text::contains));
            if (isChanged && values.has(typeOf(name))) {
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
        if (element instanceof FieldInstruction field && field.opcode() == Opcode.GETSTATIC && isVaried(field)) {
            code.invokestatic(
                    field.owner().asSymbol(),
                    reader(field.name().stringValue()),
                    MethodTypeDesc.of(field.typeSymbol()));
        } else {
            code.with(element);
        }
    }

    private boolean isVaried(FieldInstruction field) {
        return isOwn(field) ? changed.containsKey(field.name().stringValue()) : known.has(field);
    }

    /** A fault that fails to compute its constants has none. */
    private void initialise(CodeBuilder code, CodeElement element) {
        if (element instanceof ReturnInstruction && !initialisers.isEmpty()) {
            int before = code.allocateLocal(TypeKind.INT);
            Variants.active(code);
            code.istore(before);
            initialisers.keySet().forEach(number -> {
                activate(code.loadConstant(number));
                code.trying(
                        block -> block.invokestatic(own, initialiserOf(number), NOTHING),
                        failure -> failure.catchingAll(CodeBuilder::pop));
            });
            activate(code.iload(before));
        }
        code.with(element);
    }

    /** Puts the fault in effect whose number is on the stack. */
    private static void activate(CodeBuilder code) {
        code.invokestatic(STRING, "valueOf", TEXT_OF_INT)
                .ldc(Variants.ACTIVE)
                .swap()
                .invokestatic(Variants.SYSTEM, "setProperty", Variants.SET_PROPERTY)
                .pop();
    }

    private void add(ClassBuilder builder) {
        types.forEach((name, type) -> {
            Set<Integer> numbers = changed.getOrDefault(name, Set.of());
            numbers.forEach(number -> builder.withField(field(name, number), type, STATIC));
            builder.withMethodBody(reader(name), MethodTypeDesc.of(type), READER, code -> choose(code, name, numbers));
        });
        initialisers.forEach((number, body) ->
                builder.withMethodBody(initialiserOf(number), NOTHING, STATIC, code -> copy(code, body, number)));
    }

    private void choose(CodeBuilder code, String name, Set<Integer> numbers) {
        TypeKind kind = TypeKind.from(typeOf(name));
        Label otherwise = code.newLabel();
        if (!numbers.isEmpty()) {
            numbers.forEach(number -> reach(code, name, number));
            Variants.branch(code, numbers, otherwise)
                    .forEach((number, place) -> code.labelBinding(place)
                            .getstatic(own, field(name, number), typeOf(name))
                            .return_(kind));
        }
        code.labelBinding(otherwise).getstatic(own, name, typeOf(name)).return_(kind);
    }

    /** No test needs to be asked about a fault with which the constant is the same. */
    private void reach(CodeBuilder code, String name, int number) {
        Label same = code.newLabel();
        if (TypeKind.from(typeOf(name)) == TypeKind.REFERENCE) {
            code.getstatic(own, name, typeOf(name))
                    .getstatic(own, field(name, number), typeOf(name))
                    .invokestatic(OBJECTS, "equals", ARE_EQUAL)
                    .ifne(same);
        }
        Variants.reach(code, number);
        code.labelBinding(same);
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
                read(code, element);
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
