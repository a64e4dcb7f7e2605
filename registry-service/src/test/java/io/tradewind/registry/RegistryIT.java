package io.tradewind.registry;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.tradewind.testkit.EmbeddedBackends;

/** The servers and settings that every integration test of the registry shares, so that all of them use one application. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WithTestResource(value = EmbeddedBackends.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TemporaryStorage.class, scope = TestResourceScope.GLOBAL)
public @interface RegistryIT {}
