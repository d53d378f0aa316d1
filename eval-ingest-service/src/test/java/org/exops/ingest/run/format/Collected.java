package org.exops.ingest.run.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.exops.ingest.run.model.Observation;
import org.exops.ingest.run.model.Reject;
import org.exops.ingest.run.model.RunHeader;
import org.exops.ingest.run.model.ToolRun;
import org.jspecify.annotations.Nullable;

/** Everything that a reader found. */
final class Collected implements RunSink {
    final List<Observation> seen = new ArrayList<>();
    final List<Reject> rejects = new ArrayList<>();
    final Set<String> ignored = new TreeSet<>();

    @Nullable
    RunHeader header;

    @Nullable
    ToolRun tool;

    static Collected read(EvalReader reader, String content) {
        return read(reader, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }

    static Collected read(EvalReader reader, InputStream content) {
        Collected collected = new Collected();
        try (content) {
            reader.read(content, collected);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return collected;
    }

    Observation of(String variant, String caseId) {
        return seen.stream()
                .filter(one -> one.identity().variant().equals(variant)
                        && one.identity().caseId().equals(caseId))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void header(RunHeader header) {
        this.header = header;
    }

    @Override
    public void tool(ToolRun tool) {
        this.tool = tool;
    }

    @Override
    public void add(Observation observation) {
        seen.add(observation);
    }

    @Override
    public void reject(Reject reject) {
        rejects.add(reject);
    }

    @Override
    public void ignored(String field) {
        ignored.add(field);
    }
}
