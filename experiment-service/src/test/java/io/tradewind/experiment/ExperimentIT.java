package io.tradewind.experiment;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.tradewind.testkit.EmbeddedBackends;

/** The servers every integration test of this service shares, so that all of them use one application. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WithTestResource(value = EmbeddedBackends.class, scope = TestResourceScope.GLOBAL)
public @interface ExperimentIT {}
