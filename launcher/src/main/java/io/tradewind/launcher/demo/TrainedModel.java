package io.tradewind.launcher.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A model of this demo.
 *
 * @param variant its arm in the experiment
 * @param version what its job became in the registry
 * @param json its part of the report
 */
record TrainedModel(String id, String name, String architecture, String variant, int version, ObjectNode json) {}
