package io.lancang.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.lancang", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule startsTheApplicationsAsProcessesAndImportsNothingOfThem = noClasses()
            .that()
            .resideInAPackage("io.lancang.standalone..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.lancang.federation..",
                    "io.lancang.gateway..",
                    "io.lancang.kit..",
                    "io.lancang.trade..",
                    "io.lancang.corridor..");
}
