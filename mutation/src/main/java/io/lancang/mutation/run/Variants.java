package io.lancang.mutation.run;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts the faults of a plan into classes as these are loaded: a method that a fault changes has both bodies then, and a system property
 * says which runs. What a framework changed in a class stays. A static initialiser runs once: what it computes is varied by
 * {@link Constants}.
 */
final class Variants implements ClassFileTransformer {
    /** The property that has the number of the fault that is in effect now. */
    static final String ACTIVE = "lancang.faults.active";

    /** The beginning of the property that is set whenever the method of a fault runs; its number follows. */
    static final String REACHED = "lancang.faults.reached.";

    /** The number of no fault. */
    static final int NONE = -1;

    private static final ClassDesc INTEGER = ClassDesc.of("java.lang.Integer");
    private static final MethodTypeDesc PROPERTY_OR =
            MethodTypeDesc.of(INTEGER, ConstantDescs.CD_String, ConstantDescs.CD_int);
    static final ClassDesc SYSTEM = ClassDesc.of("java.lang.System");
    static final MethodTypeDesc SET_PROPERTY =
            MethodTypeDesc.of(ConstantDescs.CD_String, ConstantDescs.CD_String, ConstantDescs.CD_String);
    private static final MethodTypeDesc TO_INT = MethodTypeDesc.of(ConstantDescs.CD_int);

    private final List<WarmFault> faults;
    private final StaticFields known;

    Variants(List<WarmFault> faults) {
        this.faults = List.copyOf(faults);
        known = new StaticFields(ClassFile.of(), faults);
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            String name,
            @Nullable Class<?> type,
            @Nullable ProtectionDomain domain,
            byte[] loaded) {
        List<WarmFault> here = faults.stream()
                .filter(fault -> fault.classes().containsKey(name))
                .toList();
        if (here.isEmpty()) {
            return null;
        }
        ClassLoader types = loader == null ? ClassLoader.getSystemClassLoader() : loader;
        try {
            return merged(loaded, name, here, types);
        } catch (RuntimeException unfit) {
            System.err.println("the faults of " + name + " cannot be put in: " + unfit);
            // Others read its constants by the methods for that.
            return merged(loaded, name, List.of(), types);
        }
    }

    /**
     * A class with its own methods and those of faults.
     *
     * @param types finds the types that it mentions
     */
    private byte[] merged(byte[] loaded, String name, List<WarmFault> here, ClassLoader types) {
        ClassFile files = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(types).orElse(ClassHierarchyResolver.defaultResolver())));
        ClassModel original = files.parse(loaded);
        Map<String, Map<Integer, MethodModel>> others = new LinkedHashMap<>();
        Map<Integer, ClassModel> models = new TreeMap<>();
        here.forEach(fault -> models.put(
                fault.number(),
                files.parse(Objects.requireNonNull(fault.classes().get(name)))));
        // A field that only the fault has, such as that of an assertion, would be missing.
        models.values().removeIf(model -> !fields(original).containsAll(fields(model)));
        models.forEach((number, model) -> model.methods()
                .forEach(method -> others.computeIfAbsent(signature(method), ignored -> new TreeMap<>())
                        .put(number, method)));
        List<String> methods =
                original.methods().stream().map(Variants::signature).toList();
        ClassTransform variants = (builder, element) -> {
            Map<Integer, CodeModel> bodies = element instanceof MethodModel method
                    ? different(method, others.getOrDefault(signature(method), Map.of()))
                    : Map.of();
            if (bodies.isEmpty()) {
                builder.with(element);
            } else {
                builder.transformMethod((MethodModel) element, (made, part) -> {
                    if (part instanceof CodeModel body) {
                        made.withCode(code -> choose(code, body, bodies));
                    } else {
                        made.with(part);
                    }
                });
            }
        };
        byte[] merged = files.transformClass(
                original,
                variants.andThen(ClassTransform.endHandler(builder -> others.forEach((signature, bodies) -> {
                    if (!methods.contains(signature)) {
                        // The code of a lambda that only the fault has.
                        builder.with(bodies.values().iterator().next());
                    }
                }))));
        Map<Integer, Set<String>> plan = here.stream()
                .collect(Collectors.toMap(
                        WarmFault::number, fault -> fault.classes().keySet()));
        return Constants.varied(files, merged, models, plan, known, new ValueTypes(types));
    }

    private static List<String> fields(ClassModel type) {
        return type.fields().stream()
                .map(field -> field.fieldName().stringValue())
                .toList();
    }

    private static Map<Integer, CodeModel> different(MethodModel method, Map<Integer, MethodModel> others) {
        Map<Integer, CodeModel> bodies = new TreeMap<>();
        if (method.code().isEmpty() || method.methodName().equalsString(ConstantDescs.CLASS_INIT_NAME)) {
            return bodies;
        }
        List<String> own = instructions(method.code().get());
        others.forEach((number, other) -> other.code()
                .filter(body -> !instructions(body).equals(own))
                .ifPresent(body -> bodies.put(number, body)));
        return bodies;
    }

    private static List<String> instructions(CodeModel body) {
        List<String> texts = new ArrayList<>();
        for (CodeElement element : body) {
            if (element instanceof BranchInstruction branch && body instanceof CodeAttribute attribute) {
                texts.add(branch.opcode() + " " + attribute.labelToBci(branch.target()));
            } else if (element instanceof Instruction) {
                texts.add(element.toString());
            }
        }
        return texts;
    }

    private static void choose(CodeBuilder code, CodeModel own, Map<Integer, CodeModel> bodies) {
        Label otherwise = code.newLabel();
        bodies.keySet().forEach(number -> reach(code, number));
        Map<Integer, Label> places = branch(code, bodies.keySet(), otherwise);
        bodies.forEach((number, body) -> {
            code.labelBinding(places.get(number));
            copy(code, body);
        });
        code.labelBinding(otherwise);
        copy(code, own);
    }

    /** Goes to the label of the fault that is in effect; those of the labels that it returns have to be bound. */
    static Map<Integer, Label> branch(CodeBuilder code, Set<Integer> numbers, Label otherwise) {
        Map<Integer, Label> places = new TreeMap<>();
        numbers.forEach(number -> places.put(number, code.newLabel()));
        List<SwitchCase> cases = places.entrySet().stream()
                .map(place -> SwitchCase.of(place.getKey(), place.getValue()))
                .toList();
        active(code);
        code.lookupswitch(otherwise, cases);
        return places;
    }

    /** Notes that a test runs what a fault changes. */
    static void reach(CodeBuilder code, int number) {
        code.ldc(REACHED + number)
                .ldc("")
                .invokestatic(SYSTEM, "setProperty", SET_PROPERTY)
                .pop();
    }

    /** Puts the number of the fault that is in effect on the stack. */
    static void active(CodeBuilder code) {
        code.ldc(ACTIVE)
                .loadConstant(NONE)
                .invokestatic(INTEGER, "getInteger", PROPERTY_OR)
                .invokevirtual(INTEGER, "intValue", TO_INT);
    }

    /** What runs; names of variables and numbers of lines would be those of two sources. */
    private static void copy(CodeBuilder code, CodeModel body) {
        for (CodeElement element : body) {
            if (element instanceof Instruction || element instanceof LabelTarget || element instanceof ExceptionCatch) {
                code.with(element);
            }
        }
    }

    private static String signature(MethodModel method) {
        return method.methodName().stringValue() + method.methodType().stringValue();
    }
}
