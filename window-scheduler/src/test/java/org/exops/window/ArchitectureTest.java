package org.exops.window;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.exops.kit.testing.ArchitectureRules;
import org.exops.window.lease.model.Outlook;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void has_the_shape_of_every_service() {
        ArchitectureRules.of("org.exops.window").check();
    }

    @Test
    void forecasts_are_made_at_the_lookout_alone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.exops.window.lease.model")
                .and()
                .doNotHaveFullyQualifiedName("org.exops.window.lease.Lookout")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Outlook.class)
                .because("a forecast settles a tree many times over, which only the lookout does beside the event loop")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.exops.window"));
    }
}
