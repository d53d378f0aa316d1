package org.exops.window;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.exops.kit.testing.Tokens;

/** Who asks, in one word. */
public final class Asking {
    private Asking() {}

    public static RequestSpecification experimenter(String team) {
        return as(Tokens.of("rita").team(team).roles("experimenter"));
    }

    public static RequestSpecification approver(String name, String team) {
        return as(Tokens.of(name).team(team).roles("approver"));
    }

    public static RequestSpecification operator() {
        return as(Tokens.of("oscar").team("platform").roles("operator"));
    }

    public static RequestSpecification viewer() {
        return as(Tokens.of("vera").roles("viewer"));
    }

    private static RequestSpecification as(Tokens token) {
        return given().auth().oauth2(token.sign()).contentType(ContentType.JSON).urlEncodingEnabled(false);
    }
}
