package io.tradewind.registry.bundle;

import io.smallrye.mutiny.Multi;
import io.vertx.mutiny.core.buffer.Buffer;

/** Bytes that are read from the store while they are sent. */
record StoredContent(Multi<Buffer> chunks, long length) {}
