package io.tradewind.experiment.served;

/**
 * What an experiment must know of a model.
 *
 * @param served whether a version of it is active
 */
public record ServedModel(String owner, boolean served) {}
