package io.tradewind.kit.kafka;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Checks that a record read from the wire has everything its type does not mark {@link Nullable}. */
final class RequiredFields {

    private static final ClassValue<List<RecordComponent>> REFERENCES = new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> type) {
            return Stream.of(type.getRecordComponents())
                    .filter(component -> !component.getType().isPrimitive())
                    .toList();
        }
    };

    private RequiredFields() {}

    /** Throws IllegalArgumentException that names the first field missing, nested ones included. */
    static void check(Record value) {
        for (RecordComponent component : REFERENCES.get(value.getClass())) {
            Object field = read(component, value);
            if (field == null) {
                require(component);
            } else if (field instanceof Record nested) {
                check(nested);
            } else if (field instanceof List<?> items) {
                items.stream().filter(Record.class::isInstance).forEach(item -> check((Record) item));
            }
        }
    }

    private static void require(RecordComponent component) {
        if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            throw new IllegalArgumentException(
                    component.getDeclaringRecord().getSimpleName() + " lacks " + component.getName());
        }
    }

    private static @Nullable Object read(RecordComponent component, Record value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (IllegalAccessException | InvocationTargetException cause) {
            throw new IllegalStateException("cannot read " + component, cause);
        }
    }
}
