package org.exops.events.v1;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.exops.events.v1.SchemaChange.Break;

/** The folder of committed schemas: says what is wrong with it, or writes what merely grew. */
final class CommittedSchemas {
    private final Path folder;

    CommittedSchemas(Path folder) {
        this.folder = folder;
    }

    /** Why the build must fail, for each payload; a payload that is as committed has no entry. */
    List<String> complaints(Map<String, JsonNode> present) {
        List<String> lost = committed().stream()
                .filter(name -> !present.containsKey(name))
                .map(name -> name + " is committed, and no event has such a payload any more: a break")
                .toList();
        List<String> changed = present.entrySet().stream()
                .map(entry -> complaint(entry.getKey(), entry.getValue()))
                .filter(complaint -> !complaint.isEmpty())
                .toList();
        return Stream.concat(lost.stream(), changed.stream()).toList();
    }

    /** Writes every schema that is new or grew; writes nothing at all when one is broken. */
    void write(Map<String, JsonNode> present) {
        List<String> breaks = complaints(present).stream()
                .filter(complaint -> complaint.contains("a break"))
                .toList();
        if (!breaks.isEmpty()) {
            throw new AssertionError("Not written, a break is a new version:\n" + String.join("\n", breaks));
        }
        present.forEach((name, schema) -> write(name, ContractJson.laidOut(schema)));
    }

    private String complaint(String name, JsonNode schema) {
        Path file = file(name);
        if (!Files.exists(file)) {
            return name + " has no committed schema yet";
        }
        String committed = read(file);
        List<SchemaChange> changes = SchemaComparison.compare(ContractJson.tree(committed), schema);
        if (changes.stream().anyMatch(Break.class::isInstance)) {
            return name + " is not backward compatible, a break:" + lines(changes);
        }
        return committed.equals(ContractJson.laidOut(schema)) ? "" : name + " grew:" + lines(changes);
    }

    private static String lines(List<SchemaChange> changes) {
        return changes.stream()
                .map(change ->
                        "\n  " + (change instanceof Break ? "break: " : "") + change.place() + " " + change.what())
                .collect(Collectors.joining());
    }

    private Set<String> committed() {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String name) {
        return folder.resolve(name + ".json");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String name, String json) {
        try {
            Path parent = Files.createDirectories(folder);
            Files.writeString(parent.resolve(name + ".json"), json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
