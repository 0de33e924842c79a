package io.lancang.gateway;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ExecutorService;

/** Holds the rules of the house for this module. */
@AnalyzeClasses(packages = "io.lancang", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    private static final String[] EXPORTED = {
        "io.lancang.federation",
        "io.lancang.federation.engine",
        "io.lancang.federation.error",
        "io.lancang.federation.json",
        "io.lancang.federation.supergraph"
    };

    @ArchTest
    static final ArchRule knowsOfOurModulesOnlyTheEngine = classes()
            .that()
            .resideInAPackage("io.lancang.gateway..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages("io.lancang.(trade|corridor|kit|standalone)..");

    /** It is one caller of the library among others; on the class path no module keeps it from the rest. */
    @ArchTest
    static final ArchRule usesWhatTheLibraryExports = noClasses()
            .that()
            .resideInAPackage("io.lancang.gateway..")
            .should()
            .dependOnClassesThat(resideInAPackage("io.lancang.federation..").and(not(resideInAnyPackage(EXPORTED))));

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("io.lancang.gateway.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule partsOfPackagesHaveNoCycles =
            slices().matching("io.lancang.gateway.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule bytesAndLimitsKnowNothingOfHttp = classes()
            .that()
            .resideInAnyPackage("io.lancang.gateway.bytes..", "io.lancang.gateway.limits..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages("io.lancang.gateway.http..", "io.lancang.gateway.subgraph..");

    // What it throws nobody hears of: the request would have no answer, and no end.
    @ArchTest
    static final ArchRule answersAreWrittenWhereFailuresAreHeardOf = noClasses()
            .that()
            .resideInAPackage("io.lancang.gateway.http..")
            .should()
            .callMethod(Future.class, "onSuccess", Handler.class);

    // A native image would carry what these hold on the machine that built it.
    @ArchTest
    static final ArchRule staticFieldsSurviveANativeBuild = noFields()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage("io.lancang.gateway..")
            .and()
            .areStatic()
            .should()
            .haveRawType(assignableToAnyOf(
                    Random.class,
                    SecureRandom.class,
                    Thread.class,
                    ExecutorService.class,
                    Socket.class,
                    ServerSocket.class));

    private static DescribedPredicate<JavaClass> assignableToAnyOf(Class<?>... types) {
        return DescribedPredicate.describe(
                "one whose state belongs to a running process",
                candidate -> Arrays.stream(types).anyMatch(candidate::isAssignableTo));
    }
}
