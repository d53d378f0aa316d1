package org.exops.registry.knowledge.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exops.registry.Door.EXPERIMENTS;
import static org.exops.registry.Door.asAlice;
import static org.exops.registry.Door.contract;
import static org.exops.registry.Door.freshKey;
import static org.exops.registry.Door.isProblem;
import static org.exops.registry.Door.registered;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.exops.kit.problem.ProblemType;
import org.exops.kit.testing.TestServers;
import org.exops.registry.Neighbours;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class KnowledgeResourceTest {
    @BeforeEach
    void strategies_are_known() {
        Neighbours.publishStrategies();
    }

    @Test
    void is_searched_by_words_narrowed_and_paged() {
        // Given
        String word = "yak" + UUID.randomUUID().toString().replace("-", "");
        String surface = "knowledge/" + freshKey();
        List<String> keys = new ArrayList<>();
        for (String outcome : List.of("ROLLBACK", "ITERATE", "ROLLOUT")) {
            keys.add(concluded(surface, word, outcome));
        }
        // When
        JsonNode first = search("q=" + word + "&surface=" + surface + "&limit=2");
        JsonNode second = search("q=" + word + "&surface=" + surface + "&cursor="
                + first.get("nextCursor").textValue());
        // Then
        List<String> found = new ArrayList<>(first.get("items").findValuesAsText("experiment"));
        found.addAll(second.get("items").findValuesAsText("experiment"));
        assertThat(found).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(search("q=" + word + "&decision=ITERATE").get("items").findValuesAsText("experiment"))
                .containsExactly(keys.get(1));
        assertThat(search("q=" + word + "&target=MODEL").get("items")).isEmpty();
    }

    @Test
    void without_words_the_newest_come_first() {
        // Given
        String surface = "knowledge/" + freshKey();
        String older = concluded(surface, "one", "ROLLBACK");
        String newer = concluded(surface, "two", "ROLLBACK");
        // When
        JsonNode first = search("surface=" + surface + "&limit=1");
        JsonNode second = search(
                "surface=" + surface + "&cursor=" + first.get("nextCursor").textValue());
        // Then
        assertThat(first.get("items").findValuesAsText("experiment")).containsExactly(newer);
        assertThat(second.get("items").findValuesAsText("experiment")).containsExactly(older);
    }

    @Test
    void lessons_are_found_and_said_to_be_why() {
        // Given
        String lesson = "gnu" + UUID.randomUUID().toString().replace("-", "");
        String key = concluded("support/refund-agent", lesson, "ITERATE");
        // When, Then
        asAlice()
                .get("/api/v1/knowledge?q=" + lesson)
                .then()
                .statusCode(200)
                .body("items.experiment", contains(key))
                .body("items", hasSize(1))
                .body("items[0].why", hasItem("the words are in its lessons"));
    }

    @Test
    void an_odd_question_is_told_so() {
        isProblem(asAlice().get("/api/v1/knowledge?decision=MAYBE"), ProblemType.INVALID_SHAPE);
        isProblem(asAlice().get("/api/v1/knowledge?cursor=nonsense"), ProblemType.INVALID_SHAPE);
        asAlice().get("/api/v1/knowledge?q='%20%26%20(").then().statusCode(200);
    }

    private static JsonNode search(String query) {
        return asAlice().get("/api/v1/knowledge?" + query).as(JsonNode.class);
    }

    private static String concluded(String surface, String lesson, String outcome) {
        JsonNode experiment = registered(contract(freshKey()).put("surface", surface));
        UUID verdict = Neighbours.judge(experiment, 1, Neighbours.recommending(outcome));
        String key = experiment.get("key").textValue();
        asAlice()
                .header("If-Match", "*")
                .body("{\"decision\": \"%s\", \"rationale\": \"clear\", \"verdictId\": \"%s\", \"lessons\": \"%s\"}"
                        .formatted(outcome, verdict, lesson))
                .post(EXPERIMENTS + "/" + key + "/decision")
                .then()
                .statusCode(200);
        return key;
    }
}
