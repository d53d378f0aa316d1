package org.exops.registry.knowledge;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.exops.kit.paging.Page;
import org.exops.kit.paging.PageRequest;
import org.exops.registry.knowledge.model.Hit;
import org.exops.registry.knowledge.model.Question;

/** Answers what was tried before and how it ended. */
@ApplicationScoped
public class Knowledge {
    private final Memory memory;

    Knowledge(Memory memory) {
        this.memory = memory;
    }

    @WithSession
    public Uni<Page<Hit>> search(Question question, PageRequest page) {
        return memory.search(question, page);
    }
}
