package io.tradewind.registry.storage;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A process that receives half a file and waits to be killed. */
final class HangingUpload {

    private HangingUpload() {}

    public static void main(String[] arguments) throws Exception {
        IncomingFile file = IncomingFile.create(Path.of(arguments[0]), 100);
        file.write(ByteBuffer.wrap(new byte[50]));
        System.out.println("receiving");
        new CountDownLatch(1).await();
    }
}
