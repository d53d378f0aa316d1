package org.exops.kit.problem;

import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.validation.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the places that Jackson and Bean Validation name as JSON pointers (RFC 6901). */
final class JsonPointers {
    private JsonPointers() {}

    static String of(List<JsonMappingException.Reference> path) {
        return path.stream()
                .map(step -> step.getFieldName() == null ? "/" + step.getIndex() : step(step.getFieldName()))
                .collect(Collectors.joining());
    }

    /** The place that a node names, below the place of its parent: {@code variants[2].name} is two nodes. */
    static String of(Path.Node node) {
        var pointer = new StringBuilder();
        if (node.getKey() != null) {
            pointer.append(step(String.valueOf(node.getKey())));
        } else if (node.getIndex() != null) {
            pointer.append('/').append(node.getIndex());
        }
        boolean named = switch (node.getKind()) {
            case PROPERTY -> node.getName() != null;
            default -> false;
        };
        return named ? pointer.append(step(node.getName())).toString() : pointer.toString();
    }

    static String step(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
