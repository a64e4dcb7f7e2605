package io.tradewind.registry.bundle;

/**
 * What a bundle must be to become a version of its model.
 *
 * @param digest lower-case hex SHA-256 of its manifest, as the client says
 * @param architecture the model's
 * @param task the model's
 */
record BundleExpectation(String digest, String architecture, String task) {}
