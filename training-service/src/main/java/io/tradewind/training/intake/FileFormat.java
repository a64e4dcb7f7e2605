package io.tradewind.training.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;

import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import io.tradewind.market.read.CandleCsv;
import io.tradewind.market.read.CandleNdjson;
import io.tradewind.market.read.CandleSink;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** How a file of candles is written. */
enum FileFormat {
    CSV(CandleCsv::read),
    NDJSON(CandleNdjson::read);

    private interface Reader {
        long read(InputStream source, CandleSink sink) throws IOException;
    }

    private final Reader reader;

    FileFormat(Reader reader) {
        this.reader = reader;
    }

    /** What the caller says, or what the type of the body says; packed files do not say and are taken for CSV. */
    static FileFormat of(@Nullable String format, @Nullable MediaType type) {
        if (format == null) {
            return type != null && type.getSubtype().contains("ndjson") ? NDJSON : CSV;
        }
        return Arrays.stream(values())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(format))
                .findFirst()
                .orElseThrow(() -> new ServiceException(
                        ErrorCode.VALIDATION_FAILED, "format must be csv or ndjson, was " + format));
    }

    void read(InputStream source, CandleSink sink) throws IOException {
        reader.read(source, sink);
    }
}
