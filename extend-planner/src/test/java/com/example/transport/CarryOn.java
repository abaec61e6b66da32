package com.example.transport;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.render.FindingsText;
import io.github.dmdsc.extend.run.Journal;
import io.github.dmdsc.extend.run.JournalEntry;
import io.github.dmdsc.extend.run.JournalText;
import io.github.dmdsc.extend.run.Run;
import io.github.dmdsc.extend.run.Status;
import io.github.dmdsc.extend.run.Transport;
import io.github.dmdsc.model.check.Read;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Drives a plan on from its journal. */
public final class CarryOn {
    private CarryOn() {}

    /**
     * Ends with the state of the plan; the same call goes on from there. Refuses a journal that is damaged or belongs to
     * another plan, and leaves it as it is.
     */
    public static Status carryOn(ExtendPlan plan, Path journal, Transport transport) throws IOException {
        try (FileChannel channel = FileChannel.open(
                journal, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            if (channel.tryLock() == null) {
                throw new IOException("another run has the journal");
            }
            byte[] bytes = Channels.newInputStream(channel).readAllBytes();
            Read<Optional<List<JournalEntry>>> read = JournalText.read(plan, bytes, journal.toString());
            List<JournalEntry> entries = read.value()
                    .orElseThrow(() ->
                            new IOException(FindingsText.in(Locale.ENGLISH).of(read.findings())));
            channel.truncate(JournalText.completeLength(bytes));
            channel.position(channel.size());
            Journal kept = entry -> {
                ByteBuffer line = ByteBuffer.wrap(JournalText.line(entry).getBytes(StandardCharsets.UTF_8));
                while (line.hasRemaining()) {
                    channel.write(line);
                }
                channel.force(true);
            };
            return Run.of(plan, entries).drive(transport, kept).status();
        }
    }
}
