package org.exops.registry.knowledge.http;

import static org.exops.registry.Door.EXPERIMENTS;
import static org.exops.registry.Door.asAlice;
import static org.exops.registry.Door.contract;
import static org.exops.registry.Door.create;
import static org.exops.registry.Door.freshKey;
import static org.exops.registry.Door.isProblem;
import static org.exops.registry.Door.register;
import static org.exops.registry.Door.registered;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.exops.kit.problem.ProblemType;
import org.exops.kit.testing.TestServers;
import org.exops.registry.CanIgnoreReturnValue;
import org.exops.registry.Neighbours;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class PriorAttemptTest {
    @BeforeEach
    void strategies_are_known() {
        Neighbours.publishStrategies();
    }

    @Test
    void a_failure_here_is_not_hidden_by_many_attempts_elsewhere() {
        // Given
        String hypothesis = UUID.randomUUID() + " " + UUID.randomUUID();
        String failed = concluded("prior/" + freshKey(), hypothesis, "ROLLBACK");
        String surface = asAlice().get(EXPERIMENTS + "/" + failed).path("surface");
        String elsewhere = "prior/" + freshKey();
        for (int i = 0; i < 20; i++) {
            concluded(elsewhere, hypothesis, "ROLLOUT");
        }
        // When, Then
        refusesToRepeat(failed, surface, hypothesis);
    }

    @Test
    void an_equal_hypothesis_in_any_script_is_similar() {
        // Given
        String surface = "prior/" + freshKey();
        String hypothesis = "短い指示は成功率を上げる";
        String failed = concluded(surface, hypothesis, "ITERATE");
        // When, Then
        refusesToRepeat(failed, surface, hypothesis);
    }

    private static void refusesToRepeat(String failed, String surface, String hypothesis) {
        String again = freshKey();
        create(contract(again).put("surface", surface).put("hypothesis", hypothesis))
                .then()
                .statusCode(201);
        isProblem(register(again), ProblemType.PRIOR_ATTEMPT)
                .body("priorAttempts.experiment", contains(failed))
                .body("priorAttempts[0].why", containsString("equal hypothesis"));
    }

    @CanIgnoreReturnValue
    private static String concluded(String surface, String hypothesis, String outcome) {
        JsonNode experiment =
                registered(contract(freshKey()).put("surface", surface).put("hypothesis", hypothesis));
        UUID verdict = Neighbours.judge(experiment, 1, Neighbours.recommending(outcome));
        String key = experiment.get("key").textValue();
        asAlice()
                .header("If-Match", "*")
                .body("{\"decision\": \"%s\", \"rationale\": \"clear\", \"verdictId\": \"%s\"}"
                        .formatted(outcome, verdict))
                .post(EXPERIMENTS + "/" + key + "/decision")
                .then()
                .statusCode(200);
        return key;
    }
}
