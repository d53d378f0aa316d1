package org.exops.kit.testing;

/** The broker that the application under test uses; plain tests have the shared one. */
final class CurrentKafka {
    // A system property: a test resource and its test need not come from one class loader.
    private static final String PROPERTY = "exops.test.kafka";

    private CurrentKafka() {}

    static void set(String bootstrapServers) {
        System.setProperty(PROPERTY, bootstrapServers);
    }

    static void forget() {
        System.clearProperty(PROPERTY);
    }

    static String bootstrapServers() {
        String current = System.getProperty(PROPERTY);
        return current == null ? RunningServers.ofThisBuild().kafka() : current;
    }
}
