package org.exops.kit.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a request that Bean Validation refuses is told: 422 with a pointer per violation. */
final class ConstraintProblems {
    private static final Set<String> PARAMETER_PACKAGES = Set.of("jakarta.ws.rs", "org.jboss.resteasy.reactive");

    private ConstraintProblems() {}

    /** Empty for a return value of ours that broke its own constraint. */
    static Optional<ProblemException> of(ConstraintViolationException failure) {
        if (failure.getConstraintViolations().stream().anyMatch(ConstraintProblems::isOfReturnValue)) {
            return Optional.empty();
        }
        List<Violation> violations = failure.getConstraintViolations().stream()
                .map(violation -> new Violation(pointer(violation), violation.getMessage()))
                .sorted(Comparator.comparing(Violation::pointer).thenComparing(Violation::message))
                .toList();
        String detail =
                violations.size() == 1 ? violations.get(0).message() : violations.size() + " values break a rule";
        return Optional.of(new ProblemException(ProblemType.INVALID_VALUE, detail, violations));
    }

    private static boolean isOfReturnValue(ConstraintViolation<?> violation) {
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.RETURN_VALUE) {
                return true;
            }
        }
        return false;
    }

    private static String pointer(ConstraintViolation<?> violation) {
        var pointer = new StringBuilder();
        Path.MethodNode method = null;
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.METHOD) {
                method = node.as(Path.MethodNode.class);
            } else if (node.getKind() == ElementKind.PARAMETER && method != null) {
                pointer.append(parameter(violation.getRootBeanClass(), method, node.as(Path.ParameterNode.class)));
            } else {
                pointer.append(JsonPointers.of(node));
            }
        }
        return pointer.toString();
    }

    // The body is the document that pointers point into, so it adds nothing; any other parameter adds its name.
    private static String parameter(Class<?> resource, Path.MethodNode method, Path.ParameterNode parameter) {
        for (Class<?> type = resource; type != null; type = type.getSuperclass()) {
            // Interception validates a generated subclass, whose overriding methods bear no annotations.
            for (Method declared : type.getDeclaredMethods()) {
                if (declared.getName().equals(method.getName())
                        && List.of(declared.getParameterTypes()).equals(method.getParameterTypes())) {
                    Optional<String> name = requestParameter(
                            declared.getParameterAnnotations()[parameter.getParameterIndex()], parameter.getName());
                    if (name.isPresent()) {
                        return JsonPointers.step(name.get());
                    }
                }
            }
        }
        return "";
    }

    private static Optional<String> requestParameter(Annotation[] annotations, String parameterName) {
        return Arrays.stream(annotations)
                .filter(annotation ->
                        PARAMETER_PACKAGES.contains(annotation.annotationType().getPackageName()))
                .findFirst()
                .map(annotation -> declaredName(annotation).orElse(parameterName));
    }

    private static Optional<String> declaredName(Annotation annotation) {
        try {
            Object value = annotation.annotationType().getMethod("value").invoke(annotation);
            return Optional.of(String.valueOf(value)).filter(name -> !name.isEmpty());
        } catch (ReflectiveOperationException e) {
            // An annotation without a name of its own, such as BeanParam: the parameter's name stands.
            return Optional.empty();
        }
    }
}
