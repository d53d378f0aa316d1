package org.exops.kit.testing;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What ArchUnit must know of calls and method references that a rule forbids. */
final class Calls {
    private static final Set<String> TRANSACTIONS = Set.of("withTransaction", "inTransaction");

    private Calls() {}

    static DescribedPredicate<JavaClass> named(String... names) {
        Set<String> known = Set.of(names);
        return DescribedPredicate.describe("are " + known, type -> known.contains(type.getName()));
    }

    static ArchCondition<JavaClass> openTransactions() {
        return call("open a transaction", access -> TRANSACTIONS.contains(access.getName()));
    }

    /** {@code now()} with a clock is fine; {@code System.nanoTime()} measures, it tells no time. */
    static ArchCondition<JavaClass> readTheMachinesClock() {
        return call("read the machine's clock", Calls::readsClock);
    }

    private static boolean readsClock(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getName();
        if (owner.isEquivalentTo(Clock.class)) {
            return name.startsWith("system") || (name.startsWith("tick") && !takesClock(access));
        }
        if (owner.getPackageName().equals("java.time")) {
            return name.equals("now") && !takesClock(access);
        }
        if (owner.isEquivalentTo(Date.class)) {
            return name.equals(JavaConstructor.CONSTRUCTOR_NAME)
                    && parameters(access).isEmpty();
        }
        return owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis");
    }

    private static boolean takesClock(JavaAccess<?> access) {
        return parameters(access).contains(Clock.class.getName());
    }

    private static Set<String> parameters(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                ? target.getRawParameterTypes().stream().map(JavaClass::getName).collect(Collectors.toSet())
                : Set.of();
    }

    private static ArchCondition<JavaClass> call(String description, Predicate<JavaAccess<?>> forbidden) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                    boolean satisfied = forbidden.test(access);
                    events.add(new SimpleConditionEvent(type, satisfied, access.getDescription()));
                }
            }
        };
    }
}
