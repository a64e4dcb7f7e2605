package io.tradewind.inference.prediction;

import java.util.Map;

import io.tradewind.kit.problem.ErrorCode;

/** Whether a model can be asked with a tensor. */
sealed interface InputCheck {

    /** It can; {@code count} instances. */
    record Accepted(int count) implements InputCheck {}

    /** It cannot: which kind of mistake, in words, and the values a program needs to find it. */
    record Refused(ErrorCode code, String message, Map<String, Object> members) implements InputCheck {}
}
