package org.exops.registry.knowledge;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.exops.registry.experiment.PriorAttempts;
import org.exops.registry.experiment.model.Configuration;
import org.exops.registry.experiment.model.PriorAttempt;
import org.exops.registry.knowledge.model.Likeness;

/** Prior attempts by the likeness of their hypotheses. */
@ApplicationScoped
class RememberedAttempts implements PriorAttempts {
    private final Memory memory;

    RememberedAttempts(Memory memory) {
        this.memory = memory;
    }

    @Override
    public Uni<List<PriorAttempt>> similarTo(String key, Configuration configuration) {
        return memory.like(key, configuration, Likeness.WORTH_SHOWING).map(RememberedAttempts::attempts);
    }

    @Override
    public Uni<List<PriorAttempt>> unreadFailures(String key, Configuration configuration) {
        return memory.unreadFailures(key, configuration, Likeness.REPETITION).map(RememberedAttempts::attempts);
    }

    private static List<PriorAttempt> attempts(List<Likeness> likenesses) {
        return likenesses.stream().map(Likeness::attempt).toList();
    }
}
