package org.exops.kit.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/**
 * The shape that every service has, as rules: {@code ArchitectureRules.of("org.exops.registry")
 * .modelMayKnow("org.exops.kit.digest..").check()}.
 */
public final class ArchitectureRules {
    private static final List<String> SERVICES =
            List.of("org.exops.registry", "org.exops.ingest", "org.exops.window", "org.exops.scoring");

    private static final String[] FRONT_DOOR_ONLY = {
        "io.quarkus.hibernate.reactive.panache.common.WithTransaction", "org.exops.kit.transaction.Transactions"
    };

    private final String root;
    private final List<String> sciences;

    private ArchitectureRules(String root, List<String> sciences) {
        this.root = root;
        this.sciences = sciences;
    }

    /** The rules for the service whose classes live under {@code rootPackage}. */
    public static ArchitectureRules of(String rootPackage) {
        return new ArchitectureRules(rootPackage, List.of());
    }

    /** The same where models may use the libraries of their science, as ArchUnit package patterns. */
    public ArchitectureRules modelMayKnow(String... packages) {
        return new ArchitectureRules(root, List.of(packages));
    }

    /** Fails with every offence in the service's classes; tests are not looked at. */
    public void check() {
        JavaClasses service = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(root);
        if (service.isEmpty()) {
            throw new AssertionError("No classes under " + root);
        }
        all().forEach(rule -> rule.check(service));
    }

    public List<ArchRule> all() {
        return List.of(
                modelKnowsOnlyJava(),
                nobodyReachesIntoAnAdapter(),
                adaptersIgnoreEachOther(),
                featuresFormNoCycle(),
                onlyFrontDoorsOpenTransactions(),
                noJta(),
                noFieldInjection(),
                timeComesFromAClock(),
                noServiceDependsOnAnother(),
                namesSayWhatAClassIs(),
                methodsAreVerbsOfTheDomain());
    }

    public ArchRule modelKnowsOnlyJava() {
        String[] known = Stream.concat(Stream.of("java..", "org.jspecify..", root + "..model.."), sciences.stream())
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(root + "..model..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(known)
                .because("the model is plain Java")
                .allowEmptyShould(true);
    }

    public ArchRule nobodyReachesIntoAnAdapter() {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .and(Adapters.areNot())
                .should(Adapters.notDependOnAny())
                .because("adapters point inward")
                .allowEmptyShould(true);
    }

    public ArchRule adaptersIgnoreEachOther() {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .and(Adapters.are())
                .should(Adapters.notDependOnOthers())
                .because("adapters meet only through the front door")
                .allowEmptyShould(true);
    }

    public ArchRule featuresFormNoCycle() {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true);
    }

    public ArchRule onlyFrontDoorsOpenTransactions() {
        return noClasses()
                .that()
                .resideInAnyPackage(root + "..model..", root + "..http..", root + "..kafka..", root + "..store..")
                .should(Calls.openTransactions())
                .orShould()
                .dependOnClassesThat(Calls.named(FRONT_DOOR_ONLY))
                .because("a use case is one transaction")
                .allowEmptyShould(true);
    }

    public ArchRule noJta() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.transaction..")
                .because("JTA blocks the event loop");
    }

    public ArchRule noFieldInjection() {
        return fields().should()
                .notBeAnnotatedWith("jakarta.inject.Inject")
                .andShould()
                .notBeAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
                .because("one constructor says what a class needs")
                .allowEmptyShould(true);
    }

    public ArchRule timeComesFromAClock() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("org.exops.kit.clock")
                .should(Calls.readTheMachinesClock())
                .because("a test must be able to say what time it is");
    }

    public ArchRule noServiceDependsOnAnother() {
        String[] others = SERVICES.stream()
                .filter(service -> !service.equals(root))
                .map(service -> service + "..")
                .toArray(String[]::new);
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .because("services meet only through events");
    }

    public ArchRule namesSayWhatAClassIs() {
        return classes().should(Names.haveNoBannedWord()).because("a class is named for what it is");
    }

    public ArchRule methodsAreVerbsOfTheDomain() {
        return methods()
                .should()
                .haveNameNotMatching("process|handle")
                .because("these verbs say nothing")
                .allowEmptyShould(true);
    }
}
