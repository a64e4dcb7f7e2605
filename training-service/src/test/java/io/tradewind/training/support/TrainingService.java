package io.tradewind.training.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.tradewind.testkit.EmbeddedBackends;

/** What every test of the running service runs on: one application for all of them. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WithTestResource(value = EmbeddedBackends.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryServer.class, scope = TestResourceScope.GLOBAL)
public @interface TrainingService {}
