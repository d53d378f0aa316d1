package org.exops.local.launcher.address;

/** What listens on a port of its own, with its usual port and the option that moves it. */
public enum Endpoint {
    GATEWAY("gateway", "--port", 8080),
    REGISTRY("registry-service", "--registry-port", 8081),
    INGEST("eval-ingest-service", "--ingest-port", 8082),
    SCHEDULER("window-scheduler", "--scheduler-port", 8083),
    SCORING("scoring-service", "--scoring-port", 8084),
    POSTGRES("PostgreSQL", "--postgres-port", 15432),
    KAFKA("Kafka", "--kafka-port", 19092);

    private final String title;
    private final String option;
    private final int usualPort;

    Endpoint(String title, String option, int usualPort) {
        this.title = title;
        this.option = option;
        this.usualPort = usualPort;
    }

    public String title() {
        return title;
    }

    public String option() {
        return option;
    }

    public int usualPort() {
        return usualPort;
    }
}
