package io.lancang.corridor;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.lancang.kit.fixture.HouseRules;

@AnalyzeClasses(packages = "io.lancang.corridor", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule THE_GROUND_STANDS_ON_NOTHING = HouseRules.knowsNothingOf(
            "io.lancang.corridor.ground", "io.lancang.corridor.feature..", "io.lancang.corridor.changes..");

    @ArchTest
    static final ArchRule FEATURES_KNOW_NO_CHANGES =
            HouseRules.knowsNothingOf("io.lancang.corridor.feature", "io.lancang.corridor.changes..");

    @ArchTest
    static final ArchRule THE_GROUND_FORMS_NO_CYCLE = HouseRules.packagesFormNoCycle("io.lancang.corridor.ground");

    @ArchTest
    static final ArchRule FEATURES_FORM_NO_CYCLE = HouseRules.packagesFormNoCycle("io.lancang.corridor.feature");

    @ArchTest
    static final ArchRule CHANGES_FORM_NO_CYCLE = HouseRules.packagesFormNoCycle("io.lancang.corridor.changes");

    @ArchTest
    static final ArchRule KNOWS_NO_OTHER_APPLICATION = HouseRules.knowsNothingOf(
            "io.lancang.corridor",
            "io.lancang.trade..",
            "io.lancang.gateway..",
            "io.lancang.federation..",
            "io.lancang.standalone..");

    @ArchTest
    static final ArchRule REPOSITORIES_ASK_THE_DATABASE = HouseRules.repositoriesAskTheDatabase();

    @ArchTest
    static final ArchRule STATIC_FIELDS_SURVIVE_A_NATIVE_IMAGE = HouseRules.staticFieldsSurviveANativeImage();

    @ArchTest
    static final ArchRule BATCHED_FIELDS_SURVIVE_A_NATIVE_IMAGE = HouseRules.batchedFieldsSurviveANativeImage();
}
